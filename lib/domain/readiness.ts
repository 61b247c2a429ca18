import { type AbilityStanding, abilities } from "./abilities";
import { applies, type ServiceScope } from "./applies";
import { type AreaReadiness, areas } from "./areas";
import type { Question } from "./checklist";
import { effectiveVerdict, type GivenAnswer, STALE, STATE_CODE } from "./effective-verdict";
import type { IncidentsByCost } from "./exposure";
import { countedQuestion, incidentsByCost, Tally } from "./tally";
import type { AnswerState, Standing } from "./vocabulary";
import type { StandingWaiver } from "./waiver";

/** A service as the rules see it. */
export interface AssessedService extends ServiceScope {
  /** When tier or tags last changed (S5). */
  scopeChangedAt: Date;
}

/** An applicable question with what holds of it at an instant. */
export interface AssessedQuestion<Q extends Question = Question, A extends GivenAnswer = GivenAnswer> {
  question: Q;
  answer: A | undefined;
  /** The given verdict. */
  given: AnswerState;
  /** The effective verdict (S5). */
  verdict: AnswerState;
  stale: boolean;
  /** Stale because the question has come to ask something else (S5). */
  changed: boolean;
  staleAt: Date | null;
  /** It counts, and its effective verdict is not yes (S4). */
  gap: boolean;
  /** A gap with a waiver in force (S6). */
  waived: boolean;
  /** Until when that lasts, if nothing ends it before; null without one. */
  waivedUntil: Date | null;
  /** A critical gap without a waiver in force. */
  blocker: boolean;
}

/** Where a service stands at an instant: what readiness points say (H2). */
export interface Readiness {
  score: number | null;
  standing: Standing;
  /** Questions that count (S1); of the applicable ones, those with a verdict. */
  counting: number;
  answered: number;
  gaps: number;
  blockers: number;
  accepted: number;
  /** Answers that are stale, that were given as unclear and are not stale, and that are missing. */
  stale: number;
  unclear: number;
  unanswered: number;
  /** Of the questions that count, together (S3). */
  weight: number;
  incidents: IncidentsByCost;
  areas: AreaReadiness[];
  abilities: AbilityStanding[];
  /** The next instant at which ageing changes any of this (stale answer, ended waiver), or null. */
  nextChangeAt: Date | null;
}

/**
 * The questions that apply to a service, with their effective verdicts and gaps at `now` (S1, S4–S6).
 * @param answers by question key; answers to questions that do not apply are passed over (S5 keeps them)
 * @param waivers those that nothing but their date ends, as far as it is known; at most one to a question
 */
export function assess<Q extends Question, A extends GivenAnswer>(
  service: AssessedService,
  questions: readonly Q[],
  answers: ReadonlyMap<string, A>,
  waivers: readonly StandingWaiver[],
  now: Date,
): AssessedQuestion<Q, A>[] {
  const untilOf = new Map(
    waivers.flatMap(({ questionKey, endsAt }) => (endsAt < now ? [] : [[questionKey, endsAt] as const])),
  );
  return questions
    .filter((question) => applies(question, service))
    .map((question) => {
      const answer = answers.get(question.key);
      const effective = effectiveVerdict(answer, question, service.scopeChangedAt, now);
      const { verdict, stale, changed, staleAt } = effective;
      const gap = verdict !== "yes" && verdict !== "not_applicable";
      const waivedUntil = (gap && untilOf.get(question.key)) || null;
      const waived = waivedUntil !== null;
      const blocker = gap && question.critical && !waived;
      const given: AnswerState = answer?.verdict ?? "unanswered";
      const seen = { given, verdict, stale, changed, staleAt };
      return { question, answer, ...seen, gap, waived, waivedUntil, blocker };
    });
}

/** Where a service stands, from its assessed questions (S3, S7, S9, R2). */
export function readiness(assessed: readonly AssessedQuestion[], now: Date): Readiness {
  const tally = new Tally();
  for (const { question, verdict, stale, given, waived } of assessed) {
    const code = STATE_CODE[verdict] + (stale ? STALE : 0);
    tally.add(countedQuestion(question), code, given !== "unanswered", waived);
  }
  const flat = assessed.map(({ question: { area, ability, weight }, verdict }) => ({
    ...{ area, ability, weight, verdict },
  }));
  const {
    score,
    standing,
    counting,
    answered,
    gaps,
    blockers,
    accepted,
    stale,
    unclear,
    unanswered,
    weight,
  } = tally;
  return {
    ...{ score, standing, counting, answered, gaps, blockers, accepted, stale, unclear, unanswered, weight },
    incidents: incidentsByCost(tally.incidents()),
    areas: areas(flat),
    abilities: abilities(flat),
    nextChangeAt: nextChange(assessed, now),
  };
}

/** The first instant after `now` at which an answer goes stale or a waiver in force ends; null when none. */
function nextChange(assessed: readonly AssessedQuestion[], now: Date): Date | null {
  const instants = assessed
    .flatMap(({ staleAt, waivedUntil }) => [
      ...(staleAt ? [staleAt.getTime()] : []),
      ...(waivedUntil ? [waivedUntil.getTime() + 1] : []),
    ])
    .filter((instant) => instant > now.getTime());
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}
