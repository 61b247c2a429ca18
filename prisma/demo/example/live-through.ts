import { applies } from "../../../lib/domain/applies";
import type { Question } from "../../../lib/domain/checklist";
import { effectiveVerdict } from "../../../lib/domain/effective-verdict";
import type { PlanChange, PlanFields } from "../../../lib/domain/gap-plan";
import type { Chance } from "../../../lib/domain/random";
import { slugOf } from "../../../lib/domain/text";
import type { AnswerState, Verdict } from "../../../lib/domain/vocabulary";
import type { Habits } from "./people";
import { one, say } from "./say";
import { type Arc, addedOn, type Change, type Facts, type Given, type Step } from "./steps";
import type { WorkingDays } from "./working-days";

/** What a service lives in. */
export interface World {
  questions: readonly Question[];
  days: WorkingDays;
  chance: Chance;
  habits: (team: string) => Habits;
  /** Who is on a team on a day, its lead first; never empty. */
  crew: (team: string, day: number) => readonly string[];
  /** What somebody is called. */
  called: (person: string) => string;
  /** When a service was added. */
  added: (service: string) => number;
}

/**
 * Lives an arc, day by day: what the people of its team changed, answered, confirmed and planned, oldest first. Teams
 * that look at their services on the same day do so in the same hour: their looks have one instant.
 */
export function* liveThrough(arc: Arc, world: World): Generator<Step> {
  const life = new Life(arc, world);
  for (let day = addedOn(arc); day >= 1; day -= 1) yield* life.live(day);
}

class Life {
  private readonly slug: string;
  private readonly path: readonly (readonly [day: number, percent: number])[];
  private readonly answers = new Map<string, { given: Given; verdict: Verdict; savedAt: Date }>();
  private readonly plans = new Map<string, Pick<PlanFields, "state" | "dueOn">>();
  private facts: Facts;
  private scopeChangedAt = new Date(0);
  private readonly draw = () => this.world.chance.uniform();

  constructor(
    private readonly arc: Arc,
    private readonly world: World,
  ) {
    const { name, team, tier, tags, description } = arc;
    this.slug = slugOf(name, "service");
    this.path = Object.entries(arc.path)
      .map(([day, percent]) => [Number(day), percent] as const)
      .sort(([a], [b]) => b - a);
    const links = ["git", "wiki", "graphs"].slice(0, 1 + Math.floor(this.draw() * 3)).map((host) => {
      const label = { git: "Repository", wiki: "Runbook" }[host] ?? "Dashboard";
      return { label, url: `https://${host}.example.com/${this.slug}` };
    });
    this.facts = { name, team, tier, tags, description, links, lifecycle: "planned", dependsOn: [] };
  }

  *live(day: number): Generator<Step> {
    const { arc, world } = this;
    yield* this.changeFacts(day);
    for (const [index, [on, question, verdict, reason]] of (arc.told ?? []).entries()) {
      const at = world.days(day, 90 + 4 * index);
      const by = this.crew(day)[0] ?? "";
      if (on === day) yield { kind: "answers", at, answers: [this.give(question, verdict, by, at, reason)] };
    }
    const first = this.path[0]?.[0] ?? 0;
    const { every, last } = world.habits(this.facts.team);
    if (day <= first && day >= (arc.until ?? last) && day % every === last) yield* this.look(day);
  }

  private crew(day: number): readonly string[] {
    return this.world.crew(this.facts.team, day);
  }

  /** Added, depended on others once they are all there, launched, moved, became more critical. */
  private *changeFacts(day: number): Generator<Step> {
    const { arc, world } = this;
    const added = addedOn(arc);
    const told = arc.life[day];
    const { reason = "", ...change } = typeof told === "string" ? { lifecycle: told } : (told ?? {});
    const complete = Math.min(added, ...(arc.dependsOn ?? []).map((key) => world.added(key) - 1));
    const facts: Change = {
      ...change,
      ...(day === complete && arc.dependsOn ? { dependsOn: arc.dependsOn } : {}),
    };
    if (day !== added && Object.keys(facts).length === 0) return;
    const at = world.days(day, 10 + this.draw() * 60);
    const by = this.crew(day)[0] ?? "";
    this.facts = { ...this.facts, ...facts };
    if (day === added || facts.tier !== undefined) this.scopeChangedAt = at;
    const step = { at, by, service: arc.key };
    yield day === added
      ? { kind: "added", ...step, facts: this.facts }
      : { kind: "edited", ...step, change: facts, reason };
  }

  /** One look at the checklist: answer what is new, confirm what gets old, close what the path asks for, plan the rest. */
  private *look(day: number): Generator<Step> {
    const { arc, world, facts } = this;
    const at = world.days(day, 120 + spread(`hour of ${day}`) * 180);
    const asked = world.questions.filter((question) => applies(question, facts));
    const isTold = ({ key }: Question) =>
      (arc.told ?? []).some(([on, question]) => question === key && on >= day);
    const acts = this.decide(
      day,
      at,
      asked,
      asked.filter((question) => !isTold(question)),
    );
    const here = [one(this.crew(day), this.draw), one(this.crew(day), this.draw)];
    const answers = [...acts].map(([question, verdict]) =>
      this.give(question, verdict, one(here, this.draw), at),
    );
    if (answers.length > 0) yield { kind: "answers", at, answers };
    const later = new Date(at.getTime() + 40 * 60_000);
    const { every, last } = world.habits(facts.team);
    const isPlanning = day % (3 * every) === last;
    const plans = isPlanning ? asked.flatMap((question) => this.plan(question, day, later)) : [];
    if (plans.length > 0) yield { kind: "plans", at: later, by: this.crew(day)[0] ?? "", plans };
  }

  /** What is answered anew or confirmed: verdicts by question. @param free what chance decides about */
  private decide(
    day: number,
    at: Date,
    asked: readonly Question[],
    free: readonly Question[],
  ): Map<string, Verdict> {
    const { arc, world, draw } = this;
    const target = shareOn(this.path, day);
    const soon = world.days(day - world.habits(this.facts.team).ahead);
    const acts = new Map<string, Verdict>();
    const effective = (question: Question) =>
      effectiveVerdict(this.answers.get(question.key), question, this.scopeChangedAt, at);
    for (const question of free) {
      const given = this.answers.get(question.key)?.verdict;
      const { stale, staleAt } = effective(question);
      if (given !== undefined && !stale && !(staleAt && staleAt <= soon)) continue;
      if (given === "unclear") acts.set(question.key, one(["no", "partly"], draw));
      else if (given !== undefined) acts.set(question.key, given);
      else if (arc.notForUs?.[question.key] !== undefined) acts.set(question.key, "not_applicable");
      else if (target >= 1 || draw() < 0.75) acts.set(question.key, first(target, draw()));
    }
    const now = (question: Question): AnswerState => acts.get(question.key) ?? effective(question).verdict;
    const counting = asked.filter((question) => now(question) !== "not_applicable");
    const wanted = target * weight(counting);
    let held = weight(counting.filter((question) => now(question) === "yes"));
    const rank = ({ key, critical }: Question) => spread(`${arc.key}/${key}`) - (critical ? 0.12 : 0);
    const inTurn = [...free].sort((a, b) => rank(a) - rank(b));
    for (const question of inTurn) {
      const before = now(question);
      if (held >= wanted || before === "unanswered" || before === "yes" || before === "not_applicable")
        continue;
      const verdict = target >= 1 ? "yes" : better(before, draw());
      acts.set(question.key, verdict);
      if (verdict === "yes") held += question.weight;
    }
    // Where the path falls somebody looks closer, and a yes was too much.
    const falls = target < shareOn(this.path, day + 10);
    for (const question of inTurn.reverse()) {
      if (!falls || held <= wanted || question.critical || now(question) !== "yes") continue;
      acts.set(question.key, "partly");
      held -= question.weight;
    }
    return acts;
  }

  /** Gives an answer, in the team's words unless the story has its own; the one that is there is confirmed. */
  private give(question: string, verdict: Verdict, by: string, at: Date, told?: string): Given {
    const { arc, world, draw } = this;
    const before = this.answers.get(question);
    const { provider, store } = world.habits(this.facts.team);
    const who = world.called(by);
    const said = () => {
      if (told !== undefined) return { reason: told, evidence: [] };
      if (verdict === "not_applicable") return { reason: arc.notForUs?.[question] ?? "", evidence: [] };
      return say(question, verdict, { slug: this.slug, provider, store, who, at, draw });
    };
    const holds = before?.given.verdict === verdict && told === undefined;
    const given: Given = holds
      ? { ...before.given, kind: "confirm", by }
      : { service: arc.key, question, kind: "save", verdict, ...said(), by };
    this.answers.set(question, { given, verdict, savedAt: at });
    return given;
  }

  /** Who closes a gap and until when; work that begins, is late, or done. */
  private plan({ key: question, effortDays }: Question, day: number, at: Date) {
    const { arc, world, draw } = this;
    const plan = this.plans.get(question);
    const verdict = this.answers.get(question)?.verdict;
    const due = () =>
      world
        .days(day - 5 - Math.floor(draw() * 35))
        .toISOString()
        .slice(0, 10);
    const change = (): PlanChange | null => {
      if (verdict === "yes") return plan && plan.state !== "done" ? { state: "done" } : null;
      if (verdict !== "no" && verdict !== "partly") return null;
      if (plan && plan.state !== "done") {
        if ((plan.dueOn ?? "") < at.toISOString().slice(0, 10))
          return draw() < 0.75 ? { dueOn: due() } : null;
        return plan.state === "open" && draw() < 0.2 ? { state: "in_progress" } : null;
      }
      if (draw() >= world.habits(this.facts.team).planning * 0.6) return null;
      const number = 1000 + Math.floor(draw() * 4000);
      return {
        ...{ owner: one(this.crew(day), draw), dueOn: due(), effortDays, state: "open" },
        ticket: draw() < 0.7 ? `https://tracker.example.com/browse/TB-${number}` : null,
        note: draw() < 0.25 ? one(NOTES, draw) : "",
      };
    };
    const set = change();
    if (set === null) return [];
    this.plans.set(question, { state: "open", dueOn: null, ...plan, ...set } as Pick<
      PlanFields,
      "state" | "dueOn"
    >);
    return [{ service: arc.key, question, set }];
  }
}

/** The share that a path asks for on a day, 0–1. */
function shareOn(path: readonly (readonly [day: number, percent: number])[], day: number): number {
  const index = path.findIndex(([at]) => at <= day);
  const [after, before] = [path[index], path[index - 1]];
  if (!after || !before) return ((after ?? path.at(-1))?.[1] ?? 0) / 100;
  const done = (before[0] - day) / (before[0] - after[0]);
  return (before[1] + (after[1] - before[1]) * done) / 100;
}

const weight = (of: readonly Question[]) => of.reduce((sum, question) => sum + question.weight, 0);

function first(target: number, drawn: number): Verdict {
  if (drawn < target) return "yes";
  if (drawn < target + 0.22) return "partly";
  return drawn < target + 0.34 ? "unclear" : "no";
}

function better(before: AnswerState, drawn: number): Verdict {
  if (before === "unclear") return drawn < 0.4 ? "no" : drawn < 0.7 ? "partly" : "yes";
  return before === "no" && drawn < 0.4 ? "partly" : "yes";
}

/** A number in [0, 1) that belongs to a text. */
function spread(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4_294_967_296;
}

const NOTES = [
  "Waits for the platform team's new base image.",
  "Agreed in planning; comes after the price change.",
  "Half of it is done on a branch.",
  "Needs a maintenance window. Product suggests the first week of the month.",
  "Cheaper together with the other timeouts.",
];
