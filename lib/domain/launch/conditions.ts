import { dayAfter, dayOf } from "../as-of";
import { dayInWords } from "../day-words";
import type { FieldProblem } from "../errors";
import type { ConditionState } from "./vocabulary";

/** What is known of a condition: a gap to be fixed by a day before the launch (L2). */
export interface Condition {
  /** YYYY-MM-DD */
  dueOn: string;
  /** When a later decision took it back; null if none did. */
  withdrawnAt: Date | null;
  /** When the gap was answered yes; null while it was not. */
  metAt: Date | null;
}

/**
 * How far a condition is at an instant, and whether it is late (L4): overdue once its day is over where the organisation is;
 * met after that it stays marked late. What was met first is not withdrawn afterwards.
 * @param today YYYY-MM-DD, where the organisation is
 */
export function conditionState(
  { dueOn, withdrawnAt, metAt }: Condition,
  today: string,
  timeZone: string,
): { state: ConditionState; late: boolean } {
  if (metAt && (withdrawnAt === null || metAt <= withdrawnAt))
    return { state: "met", late: dayOf(metAt, timeZone) > dueOn };
  if (withdrawnAt) return { state: "withdrawn", late: false };
  return today > dueOn ? { state: "overdue", late: true } : { state: "open", late: false };
}

/** A waiver that a launch asks for lasts at least so many days longer than its target date (L2). */
export const ACCEPT_DAYS = 7;

/** Why a condition cannot be due on a day (L2); null when it can. Days are YYYY-MM-DD. */
export function dueOnProblem(dueOn: string, targetDate: string, today: string): FieldProblem | null {
  if (dueOn >= targetDate)
    return { field: "dueOn", message: `Choose a day before the launch on ${dayInWords(targetDate)}.` };
  return dueOn < today ? { field: "dueOn", message: "Choose today or a later day." } : null;
}

/** Why a risk cannot be accepted until a day (L2); null when it can, as far as the launch is concerned. */
export function untilProblem(until: string, targetDate: string): FieldProblem | null {
  const least = dayAfter(targetDate, ACCEPT_DAYS);
  return until < least
    ? { field: "until", message: `Choose ${dayInWords(least)} or later: a week after the launch at least.` }
    : null;
}

/** Why a launch cannot move to a day (L4): a condition that is still to be met is due then or later; null when it can. */
export function targetDateProblem(
  targetDate: string,
  conditions: readonly { dueOn: string; state: ConditionState }[],
): FieldProblem | null {
  const last = conditions
    .filter(({ state }) => state === "open" || state === "overdue")
    .map(({ dueOn }) => dueOn)
    .sort()
    .at(-1);
  return last !== undefined && targetDate <= last
    ? {
        field: "targetDate",
        message: `Choose a day after ${dayInWords(last)}, when a condition is due, or move the condition first.`,
      }
    : null;
}
