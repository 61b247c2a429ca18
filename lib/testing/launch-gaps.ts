import { dayAfter } from "../domain/as-of";
import { conditionState, dueOnProblem, targetDateProblem, untilProblem } from "../domain/launch/conditions";
import { type Disposition, type GapPlace, undisposed } from "../domain/launch/dispositions";
import { isBlocker, isGap } from "../domain/launch/facts";
import type { PlanSeen } from "../domain/launch/plan-worse";
import type { Verdict } from "../domain/vocabulary";
import { LaunchQuestions, type QuestionKey, type WaiverRow } from "./launch-questions";

interface DispositionRow extends Omit<Disposition, "waiver" | "condition" | "reopened"> {
  question: QuestionKey;
  waiver: WaiverRow | null;
  condition: ConditionRow | null;
}

interface ConditionRow {
  id: string;
  question: QuestionKey;
  dueOn: string;
  withdrawnAt: Date | null;
  metAt: Date | null;
}

const isUnmet = ({ withdrawnAt, metAt }: ConditionRow): boolean => withdrawnAt === null && metAt === null;

/** What is decided about the gaps of a launch, in memory (L2, L4). Commands that are refused change nothing, and say false. */
export abstract class LaunchGaps extends LaunchQuestions {
  private readonly dispositions: DispositionRow[] = [];
  private readonly conditions: ConditionRow[] = [];
  /** When a gap last closed. */
  private readonly closedAt = new Map<string, Date>();

  protected conditionsSeen(): PlanSeen["conditions"] {
    return this.conditions.map((row) => ({
      ...{ id: row.id, ...this.placeOf(row.question), dueOn: row.dueOn },
      state: conditionState(row, this.today, "UTC").state,
    }));
  }

  protected onClosed(key: string, verdict: Verdict | null): void {
    this.closedAt.set(key, this.now);
    for (const row of this.conditions.filter((each) => each.question === key && isUnmet(each)))
      if (verdict === "yes") row.metAt = this.now;
      else row.withdrawnAt = this.now;
  }

  private dispose(
    key: QuestionKey,
    kind: Disposition["kind"],
    more: Pick<DispositionRow, "waiver" | "condition"> = { waiver: null, condition: null },
  ): void {
    for (const row of this.conditions)
      if (row.question === key && isUnmet(row) && row !== more.condition) row.withdrawnAt = this.now;
    const id = `disposition-${this.dispositions.length}`;
    this.dispositions.push({
      id,
      kind,
      service: this.placeOf(key).service,
      question: key,
      at: this.now,
      by: "ana",
      ...more,
    });
  }

  fix(key: QuestionKey): boolean {
    if (!this.isOpen(key)) return false;
    this.write(key, "yes");
    this.settle();
    this.dispose(key, "fixed");
    this.settle();
    return true;
  }

  notApplicable(key: QuestionKey): boolean {
    if (!this.isOpen(key)) return false;
    this.dispose(key, "not_applicable");
    this.write(key, "not_applicable");
    this.settle();
    return true;
  }

  fixBefore(key: QuestionKey, inDays: number): boolean {
    const dueOn = dayAfter(this.today, inDays);
    if (!this.isOpen(key) || dueOnProblem(dueOn, this.targetDate, this.today)) return false;
    const condition = {
      id: `condition-${this.conditions.length}`,
      question: key,
      dueOn,
      withdrawnAt: null,
      metAt: null,
    };
    this.conditions.push(condition);
    this.dispose(key, "fix_before", { waiver: null, condition });
    this.settle();
    return true;
  }

  accept(key: QuestionKey, by: string, weeks: number): boolean {
    const question = this.questions().get(key);
    const until = dayAfter(this.targetDate, weeks * 7);
    if (!question || !isGap(question) || untilProblem(until, this.targetDate)) return false;
    if (question.given !== "no" && question.given !== "partly") return false;
    const known = this.waivers.get(key) ?? [];
    if (known.some(({ state }) => state === "requested" || state === "in_force")) return false;
    const waiver = {
      id: `waiver-${key}-${known.length}`,
      state: "requested",
      verdict: question.given,
      until,
      by,
    } as const;
    const row: WaiverRow = { ...waiver };
    this.waivers.set(key, [...known, row]);
    this.dispose(key, "accept", { waiver: row, condition: null });
    this.settle();
    return true;
  }

  moveCondition(key: QuestionKey, days: number): boolean {
    const row = this.conditions.find((each) => each.question === key && isUnmet(each));
    if (!row) return false;
    const dueOn = dayAfter(row.dueOn, days);
    if (dueOnProblem(dueOn, this.targetDate, this.today)) return false;
    row.dueOn = dueOn;
    this.settle();
    return true;
  }

  moveDate(days: number): boolean {
    const targetDate = dayAfter(this.targetDate, days);
    if (targetDateProblem(targetDate, this.plan().conditions)) return false;
    this.targetDate = targetDate;
    this.settle();
    return true;
  }

  protected undisposed(): GapPlace[] {
    const asked = this.questions();
    const blockers = [...asked.values()].filter(isBlocker).map(({ question }) => this.placeOf(question));
    if (blockers.length === 0) return [];
    const open = new Set([...asked.values()].filter(isGap).map(({ question }) => question));
    return undisposed(
      blockers,
      this.dispositions.map(({ waiver, condition, ...row }) => {
        const closed = this.closedAt.get(row.question);
        return {
          ...row,
          waiver: waiver?.state ?? null,
          condition: condition && conditionState(condition, this.today, "UTC").state,
          reopened: closed !== undefined && closed >= row.at && open.has(row.question),
        };
      }),
    );
  }
}
