import { dayAfter, dayOf, startOfDay } from "../as-of";
import { dayInWords } from "../day-words";
import type { FieldProblem } from "../errors";
import type { AnswerState } from "../vocabulary";
import type { ConditionChange } from "./events";
import { isGap } from "./facts";
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

/** Whether a condition is still to be met: open, or overdue. */
export const isUnmet = ({ state }: { state: ConditionState }): boolean =>
  state === "open" || state === "overdue";

/** A question from an instant on: its effective verdict, null where it is not asked. */
export interface VerdictSince {
  at: Date;
  verdict: AnswerState | null;
  stale: boolean;
}

/** What became of a gap since something was decided about it; null for what did not happen. */
export interface GapSince {
  /** When it was first answered yes. */
  metAt: Date | null;
  /** When it was first no longer asked, or not for us. */
  droppedAt: Date | null;
  /** It closed, and is open again (L2). */
  reopened: boolean;
  /** How it was first answered once it was met, so that it is open again: a yes that ages breaks no promise. */
  broken: { at: Date; verdict: AnswerState } | null;
}

/** Follows a gap through the states of its question, oldest first, from when it was decided about. */
export function gapSince(states: readonly VerdictSince[]): GapSince {
  const found: GapSince = { metAt: null, droppedAt: null, reopened: false, broken: null };
  let closed = false;
  for (const { at, verdict, stale } of states) {
    const isOpen = verdict !== null && isGap({ verdict });
    if (verdict === "yes") found.metAt ??= at;
    if (verdict === null || verdict === "not_applicable") found.droppedAt ??= at;
    if (isOpen && found.metAt && !stale) found.broken ??= { at, verdict };
    if (!isOpen) closed = true;
    else if (closed) found.reopened = true;
  }
  return found;
}

/** A condition with the days that it was due on, oldest first, each until it was moved; null for the last one. */
export interface ConditionStory extends Condition, Pick<GapSince, "broken"> {
  days: readonly { dueOn: string; until: Date | null }[];
}

/** What happened to a condition by an instant with nobody doing anything to it (L4, L9), oldest first. */
export function conditionChanges(
  { dueOn, days, metAt, withdrawnAt, broken }: ConditionStory,
  now: Date,
  timeZone: string,
): { at: Date; change: ConditionChange }[] {
  const { state, late } = conditionState({ dueOn, metAt, withdrawnAt }, dayOf(now, timeZone), timeZone);
  const end = state === "met" ? metAt : withdrawnAt;
  const overdue = days.flatMap(({ dueOn: day, until }) => {
    const over = startOfDay(dayAfter(day), timeZone);
    return [end, until, now].some((each) => each !== null && each < over) ? [] : [over];
  });
  return [
    ...overdue.map((at) => ({ at, change: { change: "overdue" as const } })),
    ...(state === "met" && metAt ? [{ at: metAt, change: { change: "met" as const, late } }] : []),
    ...(state === "withdrawn" && withdrawnAt
      ? [{ at: withdrawnAt, change: { change: "withdrawn" as const } }]
      : []),
    ...(state === "met" && broken
      ? [{ at: broken.at, change: { change: "broken" as const, verdict: broken.verdict } }]
      : []),
  ];
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
    .filter(isUnmet)
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
