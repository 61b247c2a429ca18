import type { Question } from "./checklist";
import { agesOutAfter, STALE, STATE_CODE, STATES } from "./effective-verdict";
import { type IncidentsByCost, isKnown, openness } from "./exposure";
import { HALVES, scoreOf } from "./score";
import { standing } from "./standing";
import { Sums } from "./sum";
import { COSTS, type Standing } from "./vocabulary";

/** A question with what is counted of it laid out as numbers: made once, used for every service that is asked it. */
export interface CountedQuestion<Q extends Question = Question> {
  question: Q;
  weight: number;
  critical: boolean;
  meaning: number;
  /** Of an answer that was saved at 0, the instant from which on it is stale: ms. */
  freshMs: number;
  /** Places in COSTS of the costs that it leads to, and their incidents a year at openness 1 (R2). */
  costs: readonly number[];
  rates: readonly number[];
}

const counted = new WeakMap<Question, CountedQuestion>();

/** @returns the same object for the same question */
export function countedQuestion<Q extends Question>(question: Q): CountedQuestion<Q> {
  const known = counted.get(question);
  if (known) return known as CountedQuestion<Q>;
  const made: CountedQuestion<Q> = {
    question,
    weight: question.weight,
    critical: question.critical,
    meaning: question.meaning ?? 1,
    freshMs: agesOutAfter(0, question),
    costs: question.costs.map(({ cost }) => COSTS.indexOf(cost)),
    rates: question.costs.map((each) => each.incidentsPerYear),
  };
  counted.set(question, made);
  return made;
}

const { yes: YES, unclear: UNCLEAR, not_applicable: NOT_APPLICABLE, unanswered: UNANSWERED } = STATE_CODE;
const CREDIT = STATES.map((state) => HALVES[state]);
const OPENNESS = STATES.map(openness);
const KNOWN = STATES.map(isKnown);

/** Places of the three parts of incidents; see Tally.incidents. */
const PARTS = ["known", "unknown", "accepted"] as const;
const UNKNOWN_FROM = COSTS.length;
const ACCEPTED_FROM = 2 * COSTS.length;

/** Whether a question with this effective code is a gap (S4). */
export const isGapCode = (code: number): boolean => (code & 7) !== YES && (code & 7) !== NOT_APPLICABLE;

/**
 * What the questions of one service come to (S1–S4, S7, R2), counted one by one without an object for any of them: the
 * one place where it is counted, for the page of a service and for the sum over thousands.
 */
export class Tally {
  /** Questions that count (S1); of the applicable ones, those with a verdict. */
  counting = 0;
  answered = 0;
  gaps = 0;
  blockers = 0;
  accepted = 0;
  stale = 0;
  unclear = 0;
  unanswered = 0;
  weight = 0;
  #earned = 0;
  /** By part and cost. */
  readonly #incidents = new Sums(3 * COSTS.length);

  /** Begins anew. */
  reset(): void {
    this.counting = this.answered = this.gaps = this.blockers = this.accepted = 0;
    this.stale = this.unclear = this.unanswered = this.weight = this.#earned = 0;
    this.#incidents.reset();
  }

  /**
   * Counts one applicable question.
   * @param code of its effective verdict, see effectiveCode
   * @param isAnswered a verdict was given
   * @param waived a waiver is in force for it
   */
  add(asked: CountedQuestion, code: number, isAnswered: boolean, waived: boolean): void {
    const state = code & 7;
    if (isAnswered) this.answered += 1;
    if (state === UNANSWERED) this.unanswered += 1;
    if (code & STALE) this.stale += 1;
    else if (state === UNCLEAR) this.unclear += 1;
    if (state === NOT_APPLICABLE) return;
    this.counting += 1;
    this.weight += asked.weight;
    this.#earned += asked.weight * (CREDIT[state] ?? 0);
    if (state === YES) return;
    this.gaps += 1;
    if (waived) this.accepted += 1;
    else if (asked.critical) this.blockers += 1;
    const from = KNOWN[state] ? 0 : UNKNOWN_FROM;
    for (let index = 0; index < asked.costs.length; index += 1) {
      const place = asked.costs[index] as number;
      const incidents = (asked.rates[index] as number) * (OPENNESS[state] as number);
      this.#incidents.add(from + place, incidents);
      if (waived) this.#incidents.add(ACCEPTED_FROM + place, incidents);
    }
  }

  get score(): number | null {
    return scoreOf(this.#earned, this.weight);
  }

  get standing(): Standing {
    return standing(this);
  }

  /** Expected incidents a year: known ones by cost, then unknown ones, then those that waivers accept (R2). */
  incidents(): Float64Array {
    return this.#incidents.values();
  }
}

/** What Tally.incidents gives, by name. */
export const incidentsByCost = (incidents: Float64Array): IncidentsByCost =>
  Object.fromEntries(
    COSTS.map((cost, place) => [
      cost,
      Object.fromEntries(PARTS.map((part, index) => [part, incidents[index * COSTS.length + place] ?? 0])),
    ]),
  ) as unknown as IncidentsByCost;
