import { insertRows, type SendJson } from "../../lib/db/insert-rows";
import type { Question } from "../../lib/domain/checklist";
import { NO_PLAN, type PlanFields } from "../../lib/domain/gap-plan";
import { assess, type Readiness, readiness } from "../../lib/domain/readiness";
import type { Verdict } from "../../lib/domain/vocabulary";
import type { Facts, Given, Step } from "../../prisma/demo/example/steps";

/** Ids of what the steps of a service refer to, by its key. */
export interface Ids {
  service(key: string): string;
  team(key: string): string;
  person(key: string): string;
}

/** Current answer, entry and plan, as their rows have them; the service itself left out. */
interface AnswerRow extends Pick<Given, "verdict" | "reason" | "evidence"> {
  questionKey: string;
  version: number;
  savedAt: Date;
  savedById: string;
}
interface PlanRow extends Omit<PlanFields, "owner"> {
  ownerId: string | null;
  questionKey: string;
  version: number;
  changedAt: Date;
  changedById: string;
}
type EntryRow = Omit<AnswerRow, "verdict" | "savedAt" | "savedById"> &
  Pick<Given, "kind"> & { from: Verdict | null; to: Verdict; at: Date; personId: string };
type FactsRow = Omit<Facts, "team"> & { teamId: string; at: Date; personId: string; reason: string };
type PointRow = Omit<Readiness, "nextChangeAt" | "weight" | "areas" | "abilities"> & {
  at: Date;
  cause: "created" | "answer" | "facts" | "ageing";
  teamId: string;
  tier: number;
  lifecycle: string;
  deleted: false;
};

/** Everything that the commands and the ageing job would have written about a service, had it lived through its steps. */
export interface LivedRows {
  id: string;
  facts: FactsRow[];
  scopeChangedAt: Date;
  entries: EntryRow[];
  answers: AnswerRow[];
  plans: PlanRow[];
  points: PointRow[];
  state: Pick<Readiness, "nextChangeAt"> & { computedAt: Date };
}

/**
 * Lives through the steps of one service up to `now` (H1, H2). A bench has millions of rows to write: one service at a time by
 * the commands would take it hours. That both give the same rows, a test sees to.
 */
export function livedRows(
  steps: readonly Step[],
  questions: readonly Question[],
  ids: Ids,
  now: Date,
): LivedRows {
  const life = new Life(questions, ids);
  for (const step of steps) life.take(step);
  life.age(now);
  return life.rows();
}

class Life {
  private id = "";
  private readonly facts: FactsRow[] = [];
  private readonly entries: EntryRow[] = [];
  private readonly points: PointRow[] = [];
  private readonly answers = new Map<string, AnswerRow>();
  private readonly plans = new Map<string, PlanRow>();
  /** Since when the gaps of today are open, by question. */
  private readonly openedAt = new Map<string, Date>();
  private scopeChangedAt = new Date(0);
  private state: LivedRows["state"] | null = null;

  constructor(
    private readonly questions: readonly Question[],
    private readonly ids: Ids,
  ) {}

  take(step: Step): void {
    const at = this.settled(step.at);
    if (step.kind === "added") {
      this.id = this.ids.service(step.service);
      const { team, ...facts } = step.facts;
      this.scopeChangedAt = at;
      this.changeFacts({ ...facts, teamId: this.ids.team(team) }, step.by, "", at);
      this.record("created", at);
    } else if (step.kind === "edited") {
      const { team, ...change } = step.change;
      const before = this.newest();
      const after = { ...before, ...change, ...(team ? { teamId: this.ids.team(team) } : {}) };
      if (after.tier !== before.tier) this.scopeChangedAt = at;
      this.changeFacts(after, step.by, step.reason, at);
      const moved = (["tier", "lifecycle", "teamId"] as const).some((name) => before[name] !== after[name]);
      if (moved) this.record("facts", at);
    } else if (step.kind === "answers") {
      for (const answer of step.answers) this.answer(answer, at);
      this.record("answer", at);
    } else for (const plan of step.plans) this.plan(plan, this.ids.person(step.by), at);
  }

  /** What ageing did up to an instant, each as a point dated when it happened. */
  age(until: Date): void {
    for (let next = this.state?.nextChangeAt; next && next <= until; next = this.state?.nextChangeAt)
      this.record("ageing", next);
  }

  rows(): LivedRows {
    const { id, state, facts, scopeChangedAt, entries, points } = this;
    if (!state) throw new RangeError("a service begins with its facts");
    const [answers, plans] = [[...this.answers.values()], [...this.plans.values()]];
    return { id, facts, scopeChangedAt, entries, answers, plans, points, state };
  }

  /** When a step is dated: as it says, or just after the last change; history has no ties. */
  private settled(asked: Date): Date {
    const after = () => new Date(Math.max(asked.getTime(), (this.state?.computedAt.getTime() ?? 0) + 1));
    this.age(after());
    return after();
  }

  private changeFacts(
    facts: Omit<FactsRow, "at" | "personId" | "reason">,
    by: string,
    reason: string,
    at: Date,
  ) {
    const { name, teamId, tier, lifecycle, tags, description, links, dependsOn } = facts;
    this.facts.push({
      ...{ name, teamId, tier, lifecycle, tags, description, links, at, reason },
      ...{ personId: this.ids.person(by), dependsOn },
    });
  }

  private answer({ question: questionKey, kind, verdict, reason, evidence, by }: Given, at: Date): void {
    const before = this.answers.get(questionKey);
    const row = { questionKey, reason, evidence, version: (before?.version ?? 0) + 1 };
    const personId = this.ids.person(by);
    this.answers.set(questionKey, { ...row, verdict, savedAt: at, savedById: personId });
    this.entries.push({ ...row, kind, from: before?.verdict ?? null, to: verdict, at, personId });
  }

  private plan(
    { question, set: { owner, ...set } }: Extract<Step, { kind: "plans" }>["plans"][number],
    changedById: string,
    at: Date,
  ): void {
    const { owner: _, ...nothing } = NO_PLAN;
    const before = this.plans.get(question);
    const opened = this.openedAt.get(question);
    // What was planned about an earlier gap is not about this one.
    const isOver = before && opened && before.changedAt < opened;
    const start = before && !isOver ? before : { ...nothing, ownerId: null };
    const named = Object.entries(set).filter(([, value]) => value !== undefined);
    this.plans.set(question, {
      ...{ ...start, ...Object.fromEntries(named), questionKey: question },
      ...(owner ? { ownerId: this.ids.person(owner) } : {}),
      ...{ version: (before?.version ?? 0) + 1, changedAt: at, changedById },
    });
  }

  private newest(): FactsRow {
    const facts = this.facts.at(-1);
    if (!facts) throw new RangeError("a service begins with its facts");
    return facts;
  }

  private record(cause: PointRow["cause"], at: Date): void {
    const { tier, tags, teamId, lifecycle } = this.newest();
    const service = { tier, tags, scopeChangedAt: this.scopeChangedAt };
    const assessed = assess(service, this.questions, this.answers, [], at);
    const { nextChangeAt, weight: _, areas: __, abilities: ___, ...held } = readiness(assessed, at);
    this.points.push({ ...held, at, cause, teamId, tier, lifecycle, deleted: false });
    this.state = { nextChangeAt, computedAt: at };
    for (const { question, gap } of assessed) {
      if (gap && !this.openedAt.has(question.key)) this.openedAt.set(question.key, at);
      if (!gap) this.openedAt.delete(question.key);
    }
  }
}

/** Writes services with their whole history. Teams and people are there already. @param slugs short names by id */
export async function writeLived(
  send: SendJson,
  services: readonly LivedRows[],
  slugs: ReadonlyMap<string, string>,
  checklistVersionId: string,
): Promise<void> {
  const write = async <T extends object>(table: string, of: (service: LivedRows) => readonly T[]) => {
    const rows = services.flatMap((each) => of(each).map((row) => ({ serviceId: each.id, ...row })));
    const time = (row: object) => ("at" in row && row.at instanceof Date ? row.at.getTime() : 0);
    await insertRows(
      send,
      table,
      rows.sort((a, b) => time(a) - time(b)),
    );
  };
  const rows = services.map(({ id, facts, scopeChangedAt }) => {
    const { at: _, personId: __, reason: ___, dependsOn: ____, ...newest } = facts.at(-1) as FactsRow;
    const own = { id, slug: slugs.get(id), checklistVersionId, scopeChangedAt, version: facts.length };
    return { ...own, ...newest, example: false, createdAt: facts[0]?.at };
  });
  await insertRows(send, "Service", rows);
  const origin = { source: "person", meaning: 1 };
  await write("ServiceDependency", ({ facts }) =>
    (facts.at(-1)?.dependsOn ?? []).map((dependsOnId) => ({ dependsOnId })),
  );
  await write("ServiceFacts", ({ facts }) =>
    facts.map((each) => ({ ...each, checklistVersionId, deleted: false })),
  );
  await write("Answer", ({ answers }) => answers.map((each) => ({ ...each, ...origin })));
  await write("Entry", ({ entries }) => entries.map((each) => ({ ...each, ...origin })));
  await write("GapPlan", ({ plans }) => plans);
  await write("ServiceState", ({ state }) => [state]);
  await write("ReadinessPoint", ({ points }) => points);
}
