import type { AnswerState } from "./vocabulary";

/** What the score needs of a question: its weight (1–5, unitless) and its effective verdict (S5). */
export interface Weighed {
  weight: number;
  verdict: AnswerState;
}

/** Credit of an effective verdict (S2), in halves so that sums stay whole. */
export const HALVES: Record<AnswerState, number> = {
  yes: 2,
  partly: 1,
  no: 0,
  unclear: 0,
  unanswered: 0,
  not_applicable: 0,
};

/**
 * Score of a set of answers, 0–100, rounded down so that 100 means nothing is open (S2, S3).
 * @param items one per question that applies
 * @returns whole percent, or null when no question counts
 */
export function score(items: readonly Weighed[]): number | null {
  let earned = 0;
  let weight = 0;
  for (const item of items) {
    if (item.verdict === "not_applicable") continue;
    earned += item.weight * HALVES[item.verdict];
    weight += item.weight;
  }
  return scoreOf(earned, weight);
}

/** The score of what was earned, in halves, of the weight that counts (S2, S3); null when nothing counts. */
export const scoreOf = (earned: number, weight: number): number | null =>
  weight === 0 ? null : Math.floor((100 * earned) / (weight * 2));
