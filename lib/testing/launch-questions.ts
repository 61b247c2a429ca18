import { dayAfter } from "../domain/as-of";
import { effectiveVerdict } from "../domain/effective-verdict";
import { isGap, type QuestionState, type ServiceState } from "../domain/launch/facts";
import type { PlanSeen } from "../domain/launch/plan-worse";
import type { Tier, Verdict } from "../domain/vocabulary";
import { waiverEnd } from "../domain/waiver";

export const FIRST_DAY = "2026-11-02";
/** After so many days an answer is stale. */
export const REVIEW_DAYS = 20;

/** The questions of a launch: of two services, one by a tag, one at tier 1 alone, one that is not critical. */
export const QUESTIONS = [
  { key: "timeouts", service: "checkout", critical: true, tagged: false, upToTier: 4 },
  { key: "secrets", service: "checkout", critical: true, tagged: true, upToTier: 4 },
  { key: "logs", service: "checkout", critical: false, tagged: false, upToTier: 4 },
  { key: "restore", service: "checkout", critical: true, tagged: false, upToTier: 1 },
  { key: "limits", service: "ledger", critical: true, tagged: false, upToTier: 4 },
] as const;
export type QuestionKey = (typeof QUESTIONS)[number]["key"];

interface Row {
  verdict: Verdict;
  savedAt: Date;
  version: number;
}

/** A waiver, asked for or in force. @property until YYYY-MM-DD */
export interface WaiverRow {
  id: string;
  state: "requested" | "in_force" | "refused" | "ended";
  verdict: "no" | "partly";
  until: string;
  by: string;
}

/** The facts of a launch at an instant. */
export interface Moment {
  at: Date;
  services: ServiceState[];
  plan: PlanSeen;
}

/** The services of a launch in memory: answers that age, waivers that end, and all states that were. */
export abstract class LaunchQuestions {
  today = FIRST_DAY;
  private ticks = 0;
  private readonly answers = new Map<string, Row>();
  protected readonly waivers = new Map<string, WaiverRow[]>();
  private readonly wasOpen = new Map<string, boolean>();
  private scopeChangedAt = new Date(0);
  readonly history: Moment[] = [];
  readonly services = new Set(["checkout"]);
  readonly tiersSeen: Tier[] = [3];
  tier: Tier = 3;
  tagged = true;
  /** Whether the checklist takes every question for critical. */
  strict = false;
  what = "One click";
  targetDate = dayAfter(FIRST_DAY, 30);

  /** A gap closed: by a yes, by what is not for us, or because it is no longer asked. */
  protected abstract onClosed(key: string, verdict: Verdict | null): void;
  protected abstract onMoment(moment: Moment): void;
  protected abstract conditionsSeen(): PlanSeen["conditions"];

  protected get now(): Date {
    return new Date(Date.parse(`${this.today}T00:00:00Z`) + this.ticks);
  }

  protected waiverInForce(key: string): WaiverRow | null {
    return this.waivers.get(key)?.find(({ state }) => state === "in_force") ?? null;
  }

  questionsOf(service: string): QuestionState[] {
    return QUESTIONS.filter(
      (each) => each.service === service && (!each.tagged || this.tagged) && this.tier <= each.upToTier,
    ).map(({ key, critical }): QuestionState => {
      const row = this.answers.get(key);
      const { verdict, stale } = effectiveVerdict(
        row,
        { reviewAfterDays: REVIEW_DAYS },
        this.scopeChangedAt,
        this.now,
      );
      const waiver = this.waiverInForce(key);
      return {
        question: key,
        critical: critical || this.strict,
        given: row?.verdict ?? "unanswered",
        verdict,
        stale,
        version: row?.version ?? 0,
        waiver: waiver && { id: waiver.id, until: waiver.until },
      };
    });
  }

  /** Every question that applies, by key. */
  questions(): Map<string, QuestionState> {
    return new Map(
      [...this.services].flatMap((each) => this.questionsOf(each)).map((each) => [each.question, each]),
    );
  }

  protected placeOf(key: string) {
    return { service: QUESTIONS.find((each) => each.key === key)?.service ?? "", question: key };
  }

  protected plan(): PlanSeen {
    return {
      plan: { what: this.what, undo: { how: "flag", who: "ana" }, targetDate: this.targetDate },
      services: [...this.services].sort(),
      conditions: this.conditionsSeen(),
      waivers: QUESTIONS.flatMap(({ key }) => {
        const waiver = this.waiverInForce(key);
        return waiver ? [{ ...this.placeOf(key), until: waiver.until }] : [];
      }),
    };
  }

  isOpen(key: string): boolean {
    const question = this.questions().get(key);
    return question !== undefined && isGap(question);
  }

  /** After every change: what follows from gaps that closed, then the state is remembered. */
  protected settle(): void {
    this.ticks += 1000;
    const before = this.questions();
    for (const { key } of QUESTIONS) {
      const question = before.get(key);
      const open = question !== undefined && isGap(question);
      if (this.wasOpen.get(key) && !open) {
        this.onClosed(key, question ? (this.answers.get(key)?.verdict ?? null) : null);
        const waiver = this.waiverInForce(key);
        if (waiver) waiver.state = "ended";
      }
      this.wasOpen.set(key, open);
    }
    const services = [...this.services].map((service): ServiceState => {
      return { service, tier: this.tier, questions: this.questionsOf(service) };
    });
    const moment = { at: this.now, services, plan: this.plan() };
    this.history.push(moment);
    this.onMoment(moment);
  }

  protected write(key: string, verdict: Verdict): void {
    const version = (this.answers.get(key)?.version ?? 0) + 1;
    this.answers.set(key, { verdict, savedAt: this.now, version });
    const waiver = this.waiverInForce(key);
    if (waiver && waiverEnd({ ...waiver, meaning: 1 }, { given: verdict, meaning: 1 }))
      waiver.state = "ended";
  }

  answer(key: QuestionKey, verdict: Verdict): boolean {
    this.write(key, verdict);
    this.settle();
    return true;
  }

  confirm(key: QuestionKey): boolean {
    const row = this.answers.get(key);
    return row !== undefined && this.answer(key, row.verdict);
  }

  pass(days: number): boolean {
    for (let passed = 0; passed < days; passed += 1) {
      this.today = dayAfter(this.today);
      this.ticks = 0;
      for (const { key } of QUESTIONS) {
        const waiver = this.waiverInForce(key);
        if (waiver && waiver.until < this.today) waiver.state = "ended";
      }
      this.settle();
    }
    return true;
  }

  decide(key: QuestionKey, person: string, granted: boolean): boolean {
    const question = this.questions().get(key);
    const waiver = this.waivers.get(key)?.find(({ state }) => state === "requested");
    if (!waiver || waiver.by === person || waiver.until < this.today) return false;
    const fits = question && isGap(question) && question.given === waiver.verdict;
    waiver.state = granted && fits ? "in_force" : "refused";
    this.settle();
    return true;
  }

  revoke(key: QuestionKey): boolean {
    const waiver = this.waiverInForce(key);
    if (!waiver) return false;
    waiver.state = "ended";
    this.settle();
    return true;
  }

  change(some: Partial<Pick<LaunchQuestions, "what" | "tier" | "tagged" | "strict">>): boolean {
    if (some.tier !== undefined || some.tagged !== undefined) this.scopeChangedAt = this.now;
    Object.assign(this, some);
    this.tiersSeen.push(this.tier);
    this.settle();
    return true;
  }

  toggleService(): boolean {
    if (!this.services.delete("ledger")) this.services.add("ledger");
    this.settle();
    return true;
  }
}
