import type { Question } from "../checklist";
import { type GapRow, gapRow } from "../gap-row";
import { type AssessedQuestion, assess, type Readiness, readiness } from "../readiness";
import type { Verdict } from "../vocabulary";
import type { ExampleEvent, ExampleFacts, ExampleService } from "./history";

type Answered = Extract<ExampleEvent, { kind: "save" | "confirm" }>;
type Named = Extract<ExampleEvent, { kind: "facts" }>;

/** Ids for what is invented, by its key. */
export interface Ids {
  service(key: string): string;
  team(key: string): string;
  person(key: string): string;
}

/** A current answer, as its row has it. */
export interface AnswerRow {
  questionKey: string;
  verdict: Verdict;
  reason: string;
  evidence: Answered["evidence"];
  version: number;
  savedAt: Date;
  savedById: string;
}

/** A readiness point, as its row has it (H2). */
export interface PointRow extends Omit<Readiness, "nextChangeAt" | "weight"> {
  at: Date;
  cause: "created" | "answer" | "facts" | "ageing" | "rates";
  teamId: string;
  tier: number;
  lifecycle: string;
  deleted: false;
}

/** Everything that the product would have written about a service, had it lived through its history. */
export interface ServiceRows {
  id: string;
  facts: (Omit<ExampleFacts, "team"> & { teamId: string; at: Date; personId: string; reason: string })[];
  version: number;
  scopeChangedAt: Date;
  entries: (AnswerRow & { kind: "save" | "confirm"; from: Verdict | null })[];
  answers: AnswerRow[];
  points: PointRow[];
  state: Readiness & { computedAt: Date };
  gaps: (GapRow & { openedAt: Date })[];
}

/** Questions with the rates of the organisation's own that were in force from an instant on (R2). */
export interface RatedFrom {
  at: Date;
  questions: readonly Question[];
}

/**
 * Lives through the history of a service up to `now`, as the commands and the ageing job do (H1, H2).
 * @param rated oldest first; before the first one, and when left out, the rates are those of the questions
 */
export function replay(
  service: ExampleService,
  questions: readonly Question[],
  ids: Ids,
  now: Date,
  rated: readonly RatedFrom[] = [],
): ServiceRows {
  const life = new Life(service, [{ at: new Date(0), questions }, ...rated], ids);
  for (const event of service.events) life.take(event);
  life.age(now);
  return life.rows();
}

class Life {
  private readonly facts: ServiceRows["facts"] = [];
  private readonly entries: ServiceRows["entries"] = [];
  private readonly points: PointRow[] = [];
  private readonly answers = new Map<string, AnswerRow>();
  private assessed: readonly AssessedQuestion[] = [];
  /** Since when the gaps of today are open, by question. */
  private readonly openedAt = new Map<string, Date>();
  private scopeChangedAt = new Date(0);
  private state: ServiceRows["state"] | null = null;
  /** Rates up to here are looked at. */
  private counted = new Date(0);

  constructor(
    private readonly service: ExampleService,
    private readonly rated: readonly RatedFrom[],
    private readonly ids: Ids,
  ) {}

  take(event: ExampleEvent): void {
    const at = this.settled(event.at);
    if (event.kind === "facts") this.changeFacts(event, at);
    else this.answer(event, at);
  }

  /** What ageing and changed rates did up to an instant, each as a point dated when it happened. @returns the last one's instant */
  age(until: Date): Date | null {
    let last: Date | null = null;
    for (let next = this.next(); next && next.at <= until; next = this.next()) {
      if (next.cause === "ageing" || this.leadsElsewhere(next.at)) {
        last = next.at;
        this.record(next.cause, next.at);
      }
      if (next.cause === "rates") this.counted = next.at;
    }
    return last;
  }

  /** What happens to it by itself next. */
  private next(): { cause: "ageing" | "rates"; at: Date } | null {
    if (!this.state) return null;
    const { computedAt, nextChangeAt: ages } = this.state;
    const rates = this.rated.find(({ at }) => at > this.counted && at > computedAt)?.at;
    if (rates && !(ages && ages <= rates)) return { cause: "rates", at: rates };
    return ages && { cause: "ageing", at: ages };
  }

  /** Whether it is expected to have other incidents by the rates of an instant. */
  private leadsElsewhere(at: Date): boolean {
    const { incidents } = readiness(this.assess(at), [], at);
    return JSON.stringify(incidents) !== JSON.stringify(this.state?.incidents);
  }

  rows(): ServiceRows {
    if (!this.state) throw new RangeError(`${this.service.key} has no facts`);
    const { state, facts, scopeChangedAt, entries, points } = this;
    const id = this.ids.service(this.service.key);
    const gaps = this.assessed.flatMap(gapRow).map((gap) => {
      return { ...gap, openedAt: this.openedAt.get(gap.questionKey) ?? state.computedAt };
    });
    const rows = { answers: [...this.answers.values()], gaps };
    return { id, facts, version: facts.length, scopeChangedAt, entries, points, state, ...rows };
  }

  /** When an event is dated: as asked, or just after the last change; history has no ties. */
  private settled(asked: Date): Date {
    const behind = this.state && this.state.computedAt >= asked;
    const at = behind && this.state ? new Date(this.state.computedAt.getTime() + 1) : asked;
    const aged = this.age(at);
    return aged && aged >= at ? new Date(aged.getTime() + 1) : at;
  }

  private changeFacts({ by, reason, facts: { team, ...facts } }: Named, at: Date): void {
    const before = this.facts.at(-1);
    const teamId = this.ids.team(team);
    const dependsOn = facts.dependsOn.map((key) => this.ids.service(key)).sort();
    this.facts.push({ ...facts, dependsOn, teamId, at, personId: this.ids.person(by), reason });
    const scopeChanged = !before || before.tier !== facts.tier || before.tags.join() !== facts.tags.join();
    if (scopeChanged) this.scopeChangedAt = at;
    if (!before) this.record("created", at);
    else if (scopeChanged || before.lifecycle !== facts.lifecycle || before.teamId !== teamId) {
      this.record("facts", at);
    }
  }

  private answer({ kind, by, question, verdict, reason, evidence }: Answered, at: Date): void {
    const before = this.answers.get(question);
    const row: AnswerRow = {
      questionKey: question,
      verdict,
      reason,
      evidence,
      version: (before?.version ?? 0) + 1,
      savedAt: at,
      savedById: this.ids.person(by),
    };
    this.answers.set(question, row);
    this.entries.push({ ...row, kind, from: before?.verdict ?? null });
    this.record("answer", at);
  }

  private newest(): ServiceRows["facts"][number] {
    const facts = this.facts.at(-1);
    if (!facts) throw new RangeError(`${this.service.key} begins without facts`);
    return facts;
  }

  private assess(at: Date): AssessedQuestion[] {
    const { tier, tags } = this.newest();
    const questions = this.rated.findLast((each) => each.at <= at)?.questions ?? [];
    return assess({ tier, tags, scopeChangedAt: this.scopeChangedAt }, questions, this.answers, [], at);
  }

  private record(cause: PointRow["cause"], at: Date): void {
    const assessed = this.assess(at);
    const now = readiness(assessed, [], at);
    const { nextChangeAt: _, weight: __, ...held } = now;
    const { teamId, tier, lifecycle } = this.newest();
    this.points.push({ ...held, at, cause, teamId, tier, lifecycle, deleted: false });
    this.state = { ...now, computedAt: at };
    this.assessed = assessed;
    for (const { question, gap } of assessed) {
      if (gap && !this.openedAt.has(question.key)) this.openedAt.set(question.key, at);
      if (!gap) this.openedAt.delete(question.key);
    }
  }
}
