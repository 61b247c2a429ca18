import type { AssessQuery } from "@/components/addresses/assess-page";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";

type Placed = Pick<AssessedQuestion, "key" | "effectiveVerdict" | "verdict" | "stale" | "gap">;
/** Which questions are shown: the open ones, the stale ones, those of whoever looks; "" for all of them. */
export type Show = AssessQuery["show"];

/** The question after (or before) another, without going round; the same one at the ends. */
export function neighbour<Q extends { key: string }>(
  questions: readonly Q[],
  current: string,
  step: 1 | -1,
): Q | undefined {
  const at = questions.findIndex(({ key }) => key === current);
  return questions[Math.min(Math.max(at + step, 0), questions.length - 1)];
}

/** The next question after the current one that passes a test, going round; undefined when none does. */
export function nextWhere<Q extends { key: string }>(
  questions: readonly Q[],
  current: string,
  test: (question: Q) => boolean,
): Q | undefined {
  const at = questions.findIndex(({ key }) => key === current);
  const round = [...questions.slice(at + 1), ...questions.slice(0, at + 1)];
  return round.find(test);
}

/** Nobody has answered it. */
export const isUnanswered = (question: Placed): boolean => question.effectiveVerdict === "unanswered";
/** Answered, and the answer still counts as given. */
export const isFresh = (question: Placed): boolean => question.verdict !== "unanswered" && !question.stale;

/** It counts, and is not known to hold (S4). */
export const isOpen = ({ gap }: Pick<Placed, "gap">): boolean => gap;

/** Where to begin: the first unanswered question, else the first that aged, else the first that is open, else the first. */
export function placeToBegin(questions: readonly Placed[]): string {
  const begin =
    questions.find(isUnanswered) ??
    questions.find(({ stale }) => stale) ??
    questions.find(isOpen) ??
    questions[0];
  return begin?.key ?? "";
}

/** Whether a question is one of those shown. Whoever answered it last, or is to close its gap, has it as theirs. */
export function isShown(
  question: Placed & Pick<AssessedQuestion, "savedBy" | "plan">,
  show: Show,
  me: string,
): boolean {
  switch (show) {
    case "open":
      return isOpen(question);
    case "stale":
      return question.stale;
    case "mine":
      return question.savedBy?.id === me || (question.gap && question.plan?.owner?.id === me);
    default:
      return true;
  }
}

/** Where an area's link leads: its first question that wants an answer, else its first. */
export function placeInArea<Q extends Placed & { area: string }>(
  questions: readonly Q[],
  area: string,
): string {
  return placeToBegin(questions.filter((question) => question.area === area));
}
