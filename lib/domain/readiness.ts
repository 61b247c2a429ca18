import { type AbilityStanding, abilities } from "./abilities";
import { applies, type ServiceScope } from "./applies";
import { type AreaReadiness, areas } from "./areas";
import type { Question } from "./checklist";
import { effectiveVerdict, type GivenAnswer } from "./effective-verdict";
import { expectedIncidents, type IncidentsByCost } from "./exposure";
import { score } from "./score";
import { standing } from "./standing";
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

/** Where a service stands at an instant: what current rows and readiness points hold (H2). */
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
  const flat = assessed.map(({ question, ...rest }) => ({
    area: question.area,
    ability: question.ability,
    weight: question.weight,
    costs: question.costs,
    ...rest,
  }));
  const gaps = flat.filter((item) => item.gap);
  const count = (test: (item: (typeof flat)[number]) => boolean) => flat.filter(test).length;
  const counts = {
    counting: count((item) => item.verdict !== "not_applicable"),
    answered: count((item) => item.given !== "unanswered"),
    gaps: gaps.length,
    accepted: gaps.filter((item) => item.waived).length,
  };
  return {
    score: score(flat),
    standing: standing(counts),
    ...counts,
    blockers: count((item) => item.blocker),
    stale: count((item) => item.stale),
    unclear: count((item) => item.verdict === "unclear" && !item.stale),
    unanswered: count((item) => item.verdict === "unanswered"),
    weight: flat.reduce((sum, { verdict, weight }) => sum + (verdict === "not_applicable" ? 0 : weight), 0),
    incidents: expectedIncidents(gaps),
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
