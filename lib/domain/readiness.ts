import { type AbilityStanding, abilities } from "./abilities";
import { applies, type ServiceScope } from "./applies";
import { type AreaReadiness, areas } from "./areas";
import type { Question } from "./checklist";
import { effectiveVerdict, type GivenAnswer, STALE, STATE_CODE } from "./effective-verdict";
import type { IncidentsByCost } from "./exposure";
import { countedQuestion, incidentsByCost, Tally } from "./tally";
import type { AnswerState, Standing } from "./vocabulary";
import { isInForce, type Waiver } from "./waiver";

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
 */
export function assess<Q extends Question, A extends GivenAnswer>(
  service: AssessedService,
  questions: readonly Q[],
  answers: ReadonlyMap<string, A>,
  waivers: readonly Waiver[],
  now: Date,
): AssessedQuestion<Q, A>[] {
  const inForce = new Set(waivers.filter((waiver) => isInForce(waiver, now)).map((each) => each.questionKey));
  return questions
    .filter((question) => applies(question, service))
    .map((question) => {
      const answer = answers.get(question.key);
      const effective = effectiveVerdict(answer, question, service.scopeChangedAt, now);
      const { verdict, stale, changed, staleAt } = effective;
      const gap = verdict !== "yes" && verdict !== "not_applicable";
      const waived = gap && inForce.has(question.key);
      const blocker = gap && question.critical && !waived;
      const given = answer?.verdict ?? "unanswered";
      return { question, answer, given, verdict, stale, changed, staleAt, gap, waived, blocker };
    });
}

/** Where a service stands, from its assessed questions (S3, S7, S9, R2). @param waivers for the next change */
export function readiness(
  assessed: readonly AssessedQuestion[],
  waivers: readonly Waiver[],
  now: Date,
): Readiness {
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
    nextChangeAt: nextChange(assessed, waivers, now),
  };
}

/** The first instant after `now` at which an answer goes stale or a waiver in force ends; null when none. */
function nextChange(
  assessed: readonly AssessedQuestion[],
  waivers: readonly Waiver[],
  now: Date,
): Date | null {
  const instants = [
    ...assessed.flatMap((item) => (item.staleAt ? [item.staleAt.getTime()] : [])),
    ...waivers.filter((waiver) => isInForce(waiver, now)).map((waiver) => waiver.endsAt.getTime() + 1),
  ].filter((instant) => instant > now.getTime());
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}
