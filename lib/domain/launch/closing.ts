import { dayAfter } from "../as-of";
import type { FieldProblem } from "../errors";
import { GRACE_DAYS } from "./outcome";
import type { ClosedAs, Outcome } from "./vocabulary";

/** Whether closing so is launching without a go (L9): on anything but a plain go, with conditions open too. */
export const isWithoutGo = (as: ClosedAs, outcome: Outcome): boolean => as === "launched" && outcome !== "go";

/** Why an open launch cannot be closed, in the order in which they are asked about (L9). */
export type ClosingRefusal = "forbidden" | "reason_needed";

export interface Closing {
  as: ClosedAs;
  /** Of the instant at which it is closed. */
  outcome: Outcome;
  /** Whether a reason is written. */
  reasoned: boolean;
  /** Who asks may close it on a go: by a team of one of its services, or as its facilitator. */
  mayClose: boolean;
  /** Who asks may launch without a go: admin or executive. */
  mayLaunchWithoutGo: boolean;
}

/** Why somebody cannot close an open launch, the first reason that holds; null when they can (L9). */
export function closingRefusal(closing: Closing): ClosingRefusal | null {
  const withoutGo = isWithoutGo(closing.as, closing.outcome);
  if (!(withoutGo ? closing.mayLaunchWithoutGo : closing.mayClose)) return "forbidden";
  return withoutGo && !closing.reasoned ? "reason_needed" : null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Why a launch cannot have been closed at an instant (L9); null when it can: now, or up to 7 days ago. */
export function closedAtProblem(at: Date, now: Date): FieldProblem | null {
  if (at > now) return { field: "at", message: "Choose a time that has passed." };
  return now.getTime() - at.getTime() > GRACE_DAYS * DAY_MS
    ? { field: "at", message: `A launch can be recorded up to ${GRACE_DAYS} days afterwards.` }
    : null;
}

const isWorkday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The fifth day Monday to Friday after a launch without a go: the last day for its review (L9). Days are YYYY-MM-DD. */
export function reviewDueOn(launchedOn: string): string {
  let day = launchedOn;
  for (let workdays = 0; workdays < 5; ) {
    day = dayAfter(day);
    if (isWorkday(day)) workdays += 1;
  }
  return day;
}

/** Whether somebody may write the review of a launch without a go (L9): not who launched it, unless there is nobody else. */
export const mayReview = (person: string, launchedBy: string, enabledPeople: number): boolean =>
  person !== launchedBy || enabledPeople === 1;
