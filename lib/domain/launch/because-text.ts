import { dayInWords } from "../day-words";
import { type AnswerState, VERDICT_TEXT } from "../vocabulary";
import type { Worse } from "./worse";

/** What services and questions are called. */
export interface Names {
  /** @param service its short name */
  service(service: string): string;
  /** Title of a question. @param question its key */
  title(question: string, service: string): string;
}

/** A verdict within a sentence: "yes", "not for us". */
export const verdictInWords = (verdict: AnswerState): string => VERDICT_TEXT[verdict].name.toLowerCase();

/**
 * One way in which the state is worse than the one that was signed, as a clause without a full stop (L5): "“Secrets are
 * rotated” went from yes to no".
 */
export function becauseText({ code, service, question, before, after }: Worse, names: Names): string {
  const name = service === null ? "" : names.service(service);
  const title = question === null || service === null ? "" : `“${names.title(question, service)}”`;
  const verdict = (state: string) => verdictInWords(state as AnswerState);
  switch (code) {
    case "verdict_worse":
      return `${title} went from ${verdict(before)} to ${verdict(after)}`;
    case "blocker_appeared":
      return `${title} became critical and is open`;
    case "waiver_ended":
      return `the risk of ${title} is no longer accepted`;
    case "critical_stale":
      return `the answer to ${title} went stale; it was ${verdict(before)}`;
    case "question_new":
      return `${title} is asked now and is ${after === "unanswered" ? "" : "answered "}${verdict(after)}`;
    case "question_dropped":
      return after === "not_asked"
        ? `${title} is no longer asked; it was ${verdict(before)}`
        : `${title} went from ${verdict(before)} to ${verdict(after)}`;
    case "service_added":
      return `${name} came onto the launch`;
    case "service_left":
      return `${name} was taken off the launch`;
    case "condition_weakened":
      return after === "withdrawn"
        ? `the condition to fix ${title} was withdrawn`
        : `the condition to fix ${title} moved from ${dayInWords(before, after)} to ${dayInWords(after)}`;
    case "what_changed":
      return "what is launched changed";
    case "undo_changed":
      return "how it is undone changed";
    case "date_earlier":
      return `the launch moved forward from ${dayInWords(before, after)} to ${dayInWords(after)}`;
    case "date_beyond_waiver":
      return `the launch moved to ${dayInWords(after)}, when the risk of ${title} is no longer accepted`;
  }
}
