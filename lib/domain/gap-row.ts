import type { AssessedQuestion } from "./readiness";
import type { AnswerState, Area, Verdict } from "./vocabulary";

/** A gap as its row keeps it: verdicts are null while unanswered. */
export interface GapRow {
  questionKey: string;
  area: Area;
  /** The effective verdict. */
  verdict: Verdict | null;
  given: Verdict | null;
  stale: boolean;
  accepted: boolean;
  critical: boolean;
}

/** The row of an assessed question, when it is a gap (S4). */
export function gapRow({ question, verdict, given, stale, waived, gap }: AssessedQuestion): GapRow[] {
  const stored = (state: AnswerState) => (state === "unanswered" ? null : state);
  if (!gap) return [];
  return [
    {
      questionKey: question.key,
      area: question.area,
      verdict: stored(verdict),
      given: stored(given),
      stale,
      accepted: waived,
      critical: question.critical,
    },
  ];
}
