import type { Question } from "./checklist";
import { type AnswerState, VERDICTS, type Verdict } from "./vocabulary";

/** The states of an answer by their code: what thousands of services are assessed with, without an object for each answer. */
export const STATES: readonly AnswerState[] = [...VERDICTS, "unanswered"];
/** The code of a state: its place in STATES. */
export const STATE_CODE = Object.fromEntries(STATES.map((state, code) => [state, code])) as Record<
  AnswerState,
  number
>;
const { unclear: UNCLEAR, not_applicable: NOT_APPLICABLE, unanswered: UNANSWERED } = STATE_CODE;
/** Added to the code of an effective verdict: it counts as unclear because it is stale. */
export const STALE = 8;
/** Added where it is stale because the question has come to ask something else. */
export const CHANGED = 16;

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

/** The verdict that counts, whether ageing made it, and when it will change by ageing (null: never). */
export interface EffectiveVerdict {
  verdict: AnswerState;
  /** It counts as unclear, whatever was given, until somebody saves or confirms it. */
  stale: boolean;
  /** It is stale because the question has come to ask something else. */
  changed: boolean;
  staleAt: Date | null;
}

/** What the rules need of an answer as numbers: instants in ms since 1970. */
export interface AnswerCode {
  /** Code of the given verdict, UNANSWERED included. */
  given: number;
  savedAt: number;
  /** When it came to be here; savedAt for one that was given here. */
  arrivedAt: number;
  /** What the question meant then; 0 for what is not known here. */
  meaning: number;
}

/**
 * A given verdict and what the question meant then in sixteen bits: the code of the verdict in the lowest three. A meaning
 * beyond what fits counts as the highest that does.
 */
export const answerCode = (verdict: Verdict, meaning: number): number =>
  STATE_CODE[verdict] + (Math.min(meaning, 0x1fff) << 3);

/**
 * The effective verdict of an answer at `now` (S5), as the code of its state, with STALE and CHANGED added. More than
 * `reviewAfterDays` × 24 h after it was last saved or confirmed an answer counts as unclear. "Not applicable" does not
 * age, but goes stale when the service's tier or tags changed after it was given, or came here. An answer to what the
 * question meant before is stale too, whatever its age.
 * @param agesOutAt the first instant at which age alone makes it stale
 * @param scopeChangedAt when tier or tags of the service last changed
 */
export function effectiveCode(
  { given, arrivedAt, meaning }: AnswerCode,
  asksMeaning: number,
  agesOutAt: number,
  scopeChangedAt: number,
  now: number,
): number {
  if (given === UNANSWERED) return UNANSWERED;
  // Stale where it was imported from, whatever its age is here.
  if (meaning === 0) return UNCLEAR + STALE;
  if (meaning < asksMeaning) return UNCLEAR + STALE + CHANGED;
  if (given === NOT_APPLICABLE)
    return scopeChangedAt > arrivedAt && scopeChangedAt <= now ? UNCLEAR + STALE : NOT_APPLICABLE;
  return now >= agesOutAt ? UNCLEAR + STALE : given;
}

/** Whether an answer with this effective code goes stale by age alone some day. */
export const ages = (code: number): boolean => code < NOT_APPLICABLE;

/** The code of what was given; of no answer, UNANSWERED. */
const codeOf = (answer: GivenAnswer | undefined): AnswerCode =>
  answer
    ? {
        given: STATE_CODE[answer.verdict],
        savedAt: answer.savedAt.getTime(),
        arrivedAt: arrivedAt(answer).getTime(),
        meaning: answer.meaning ?? 1,
      }
    : { given: UNANSWERED, savedAt: 0, arrivedAt: 0, meaning: 1 };

/**
 * The same for one answer, in words (S5).
 * @param scopeChangedAt when tier or tags of the service last changed
 * @returns `staleAt` is the first instant at which a still fresh answer will be stale, to the millisecond
 */
export function effectiveVerdict(
  answer: GivenAnswer | undefined,
  question: Pick<Question, "reviewAfterDays" | "meaning">,
  scopeChangedAt: Date,
  now: Date,
): EffectiveVerdict {
  const given = codeOf(answer);
  const agesOut = agesOutAfter(given.savedAt, question);
  const code = effectiveCode(given, question.meaning ?? 1, agesOut, scopeChangedAt.getTime(), now.getTime());
  return {
    verdict: stateOf(code),
    stale: (code & STALE) !== 0,
    changed: (code & CHANGED) !== 0,
    staleAt: ages(code) ? new Date(agesOut) : null,
  };
}

/** The state that an effective code says. */
export const stateOf = (code: number): AnswerState => STATES[code & 7] ?? "unanswered";

/** The first instant at which age alone makes an answer stale, past or to come (S5); "not applicable" does not age. */
export const agesOutAt = (
  answer: Pick<GivenAnswer, "savedAt">,
  question: Pick<Question, "reviewAfterDays">,
): Date => new Date(agesOutAfter(answer.savedAt.getTime(), question));

/** The same in ms since 1970. */
export const agesOutAfter = (
  savedAt: number,
  { reviewAfterDays }: Pick<Question, "reviewAfterDays">,
): number => savedAt + reviewAfterDays * DAY_MS + 1;
