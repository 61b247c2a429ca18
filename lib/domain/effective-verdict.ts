import type { Question } from "./checklist";
import type { AnswerState, Verdict } from "./vocabulary";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the rules need of an answer: the given verdict, and when a person last saved or confirmed it. */
export interface GivenAnswer {
  verdict: Verdict;
  savedAt: Date;
  /** What the question meant then; 1 when left out, 0 for what is not known here. */
  meaning?: number;
  /** When one that was given elsewhere came here; null or left out for one that was given here. */
  importedAt?: Date | null;
}

/** When an answer came to be here: what is asked about earlier instants does not know of it (H3). */
export const arrivedAt = (answer: Pick<GivenAnswer, "savedAt" | "importedAt">): Date =>
  answer.importedAt ?? answer.savedAt;

/** The answer that an entry says was given (H1): at its own instant, or where a file came from, earlier. */
export const givenBy = (entry: {
  to: Verdict;
  at: Date;
  savedAt: Date | null;
  meaning: number;
}): GivenAnswer => ({
  verdict: entry.to,
  savedAt: entry.savedAt ?? entry.at,
  importedAt: entry.savedAt === null ? null : entry.at,
  meaning: entry.meaning,
});

/** The verdict that counts, whether ageing made it, and when it will change by ageing (null: never). */
export interface EffectiveVerdict {
  verdict: AnswerState;
  /** It counts as unclear, whatever was given, until somebody saves or confirms it. */
  stale: boolean;
  /** It is stale because the question has come to ask something else. */
  changed: boolean;
  staleAt: Date | null;
}

/**
 * The effective verdict of an answer at `now` (S5). More than `reviewAfterDays` × 24 h after it was last saved or
 * confirmed an answer counts as unclear. "Not applicable" does not age, but goes stale when the service's tier or
 * tags changed after it was given, or came here. An answer to what the question meant before is stale too, whatever its age.
 * @param scopeChangedAt when tier or tags of the service last changed
 * @returns `staleAt` is the first instant at which a still fresh answer will be stale, to the millisecond
 */
export function effectiveVerdict(
  answer: GivenAnswer | undefined,
  question: Pick<Question, "reviewAfterDays" | "meaning">,
  scopeChangedAt: Date,
  now: Date,
): EffectiveVerdict {
  const settled = { stale: false, changed: false, staleAt: null };
  const stale = { verdict: "unclear", stale: true, changed: false, staleAt: null } as const;
  if (!answer) return { verdict: "unanswered", ...settled };
  // Stale where it was imported from, whatever its age is here.
  if (answer.meaning === 0) return stale;
  if (asksSomethingElse(answer, question)) return { ...stale, changed: true };
  if (answer.verdict === "not_applicable") {
    const outOfScope =
      scopeChangedAt.getTime() > arrivedAt(answer).getTime() && scopeChangedAt.getTime() <= now.getTime();
    return outOfScope ? stale : { verdict: "not_applicable", ...settled };
  }
  const staleAt = agesOutAt(answer, question);
  return now >= staleAt ? stale : { verdict: answer.verdict, ...settled, staleAt };
}

/** Whether a question has come to mean something else since an answer to it was saved or confirmed (S5). */
export const asksSomethingElse = (
  answer: Pick<GivenAnswer, "meaning">,
  question: Pick<Question, "meaning">,
): boolean => (answer.meaning ?? 1) < (question.meaning ?? 1);

/** The first instant at which age alone makes an answer stale, past or to come (S5); "not applicable" does not age. */
export const agesOutAt = (
  answer: Pick<GivenAnswer, "savedAt">,
  question: Pick<Question, "reviewAfterDays">,
): Date => new Date(answer.savedAt.getTime() + question.reviewAfterDays * DAY_MS + 1);
