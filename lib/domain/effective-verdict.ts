import type { Question } from "./checklist";
import type { AnswerState, Verdict } from "./vocabulary";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the rules need of an answer: the given verdict, and when a person last saved or confirmed it. */
export interface GivenAnswer {
  verdict: Verdict;
  savedAt: Date;
}

/** The verdict that counts, whether ageing made it, and when it will change by ageing (null: never). */
export interface EffectiveVerdict {
  verdict: AnswerState;
  stale: boolean;
  staleAt: Date | null;
}

/**
 * The effective verdict of an answer at `now` (S5). More than `reviewAfterDays` × 24 h after it was last saved or
 * confirmed an answer counts as unclear. "Not applicable" does not age, but goes stale when the service's tier or
 * tags changed after it was given.
 * @param scopeChangedAt when tier or tags of the service last changed
 * @returns `staleAt` is the first instant at which a still fresh answer will be stale, to the millisecond
 */
export function effectiveVerdict(
  answer: GivenAnswer | undefined,
  question: Pick<Question, "reviewAfterDays">,
  scopeChangedAt: Date,
  now: Date,
): EffectiveVerdict {
  if (!answer) return { verdict: "unanswered", stale: false, staleAt: null };
  if (answer.verdict === "not_applicable") {
    const stale =
      scopeChangedAt.getTime() > answer.savedAt.getTime() && scopeChangedAt.getTime() <= now.getTime();
    return { verdict: stale ? "unclear" : "not_applicable", stale, staleAt: null };
  }
  const staleAt = agesOutAt(answer, question);
  if (now >= staleAt) return { verdict: "unclear", stale: true, staleAt: null };
  return { verdict: answer.verdict, stale: false, staleAt };
}

/** The first instant at which age alone makes an answer stale, past or to come (S5); "not applicable" does not age. */
export const agesOutAt = (
  answer: Pick<GivenAnswer, "savedAt">,
  question: Pick<Question, "reviewAfterDays">,
): Date => new Date(answer.savedAt.getTime() + question.reviewAfterDays * DAY_MS + 1);
