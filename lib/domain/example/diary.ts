import { applies } from "../applies";
import type { Question } from "../checklist";
import { effectiveVerdict } from "../effective-verdict";
import type { Chance } from "../random";
import type { AnswerState, Verdict } from "../vocabulary";
import type { Arc } from "./arc";
import type { ExampleEvent, ExampleFacts, ExamplePlan } from "./history";
import { type Said, say } from "./words/say";
import type { WorkingDays } from "./working-days";

interface Given extends Said {
  verdict: Verdict;
  savedAt: Date;
}

/** One question that applies, as it stands on a day. */
export interface Standing {
  question: Question;
  given: AnswerState;
  verdict: AnswerState;
  stale: boolean;
  staleAt: Date | null;
}

/** What has been done to a service so far, and the hour that it is. */
export class Diary {
  readonly events: ExampleEvent[] = [];
  readonly plans = new Map<string, ExamplePlan>();
  private readonly given = new Map<string, Given>();
  private facts: ExampleFacts | null = null;
  private scopeChangedAt = new Date(0);
  private clock = new Date(0);

  constructor(
    private readonly arc: Arc,
    private readonly slug: string,
    private readonly questions: readonly Question[],
    private readonly days: WorkingDays,
    readonly chance: Chance,
  ) {}

  /** Begins a day's work at some minute after eight. */
  begin(day: number, minute: number): void {
    const at = this.days(day, minute);
    if (at > this.clock) this.clock = at;
    this.tick(1);
  }

  /** When a day begins. */
  dayFrom(day: number): Date {
    return this.days(day);
  }

  /** One of them. */
  draw<T>(among: readonly T[]): T {
    const one = among[Math.floor(this.chance.uniform() * among.length)];
    if (one === undefined) throw new RangeError("nothing to choose from");
    return one;
  }

  changeFacts(change: Partial<ExampleFacts>, by: string, reason = ""): void {
    this.tick(2);
    const { team, name, description, tags, tier } = this.arc;
    const before: ExampleFacts = this.facts ?? {
      ...{ team, name, description, tags, tier, lifecycle: "planned" },
      links: this.links(),
      dependsOn: [],
    };
    const facts = { ...before, ...change };
    if (!this.facts || facts.tier !== before.tier) this.scopeChangedAt = this.clock;
    this.facts = facts;
    this.events.push({ kind: "facts", at: this.clock, by, facts, reason });
  }

  /** The questions that apply now, with their effective verdicts. */
  standings(): Standing[] {
    const { facts } = this;
    if (!facts) return [];
    return this.questions
      .filter((question) => applies(question, facts))
      .map((question) => {
        const answer = this.given.get(question.key);
        const effective = effectiveVerdict(answer, question, this.scopeChangedAt, this.clock);
        return { question, given: answer?.verdict ?? "unanswered", ...effective };
      });
  }

  /** Gives an answer, in the team's words unless the story has its own. */
  save(question: string, verdict: Verdict, by: string, reason?: string): void {
    this.tick(5);
    const { provider, store } = this.arc;
    const slots = { slug: this.slug, provider, store, at: this.clock, draw: () => this.chance.uniform() };
    const said = reason === undefined ? say(question, verdict, slots) : { reason, evidence: [] };
    this.append("save", question, { ...said, verdict, savedAt: this.clock }, by);
    if (verdict === "yes" || verdict === "not_applicable") this.replan(question, { state: "done" }, by);
  }

  /** Says that an answer still holds. */
  confirm(question: string, by: string): void {
    const given = this.given.get(question);
    if (!given) return;
    this.tick(1.5);
    this.append("confirm", question, { ...given, savedAt: this.clock }, by);
  }

  /** Plans a gap for the first time, due so many working days before today. */
  plan(question: Question, owner: string, dueDay: number, by: string): void {
    const ticket =
      this.chance.uniform() < 0.7 ? `TB-${1000 + Math.floor(this.chance.uniform() * 4000)}` : null;
    this.plans.set(question.key, {
      question: question.key,
      owner,
      dueOn: this.days(dueDay).toISOString().slice(0, 10),
      effortDays: question.effortDays,
      state: "open",
      ticket: ticket && `https://tracker.example.com/browse/${ticket}`,
      note: this.chance.uniform() < 0.25 ? this.draw(NOTES) : "",
      version: 1,
      changedAt: this.clock,
      changedBy: by,
    });
  }

  /** Changes a plan, if there is one that this changes. */
  replan(question: string, change: Partial<ExamplePlan>, by: string): void {
    const plan = this.plans.get(question);
    if (!plan || plan.state === (change.state ?? plan.state)) return;
    const changed = { version: plan.version + 1, changedAt: this.clock, changedBy: by };
    this.plans.set(question, { ...plan, ...change, ...changed });
  }

  /** Moves a date that was missed, so many working days before today; the work goes on. */
  postpone(question: string, dueDay: number, by: string): void {
    const plan = this.plans.get(question);
    const today = this.clock.toISOString().slice(0, 10);
    if (!plan?.dueOn || plan.dueOn >= today || plan.state === "done") return;
    const changed = { version: plan.version + 1, changedAt: this.clock, changedBy: by };
    this.plans.set(question, { ...plan, ...changed, dueOn: this.days(dueDay).toISOString().slice(0, 10) });
  }

  private append(kind: "save" | "confirm", question: string, given: Given, by: string): void {
    this.given.set(question, given);
    const { verdict, reason, evidence, savedAt: at } = given;
    this.events.push({ kind, at, by, question, verdict, reason, evidence });
  }

  /** Some of these minutes go by. */
  private tick(minutes: number): void {
    const ms = (0.3 + 0.7 * this.chance.uniform()) * minutes * 60_000;
    this.clock = new Date(this.clock.getTime() + 1 + Math.floor(ms));
  }

  private links(): ExampleFacts["links"] {
    const at = (host: string) => `https://${host}.example.com/${this.slug}`;
    const all = [
      { label: "Repository", url: at("git") },
      { label: "Runbook", url: at("wiki") },
      { label: "Dashboard", url: at("graphs") },
    ];
    return all.slice(0, 1 + Math.floor(this.chance.uniform() * 3));
  }
}

const NOTES = [
  "Waits for the platform team's new base image.",
  "Agreed in planning; comes after the price change.",
  "Half of it is done on a branch.",
  "Needs a maintenance window. Product suggests the first week of the month.",
  "Cheaper together with the other timeouts.",
];
