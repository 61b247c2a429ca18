import fc from "fast-check";
import { isKnown } from "../domain/exposure";
import type { AlikeGaps } from "../domain/gap-table";
import { gapWorth, type Pricing } from "../domain/gap-worth";
import { type AnswerState, COSTS, type Tier } from "../domain/vocabulary";

/** What each question of an invented portfolio leads to. */
export const RATES = [
  [{ cost: COSTS[4], incidentsPerYear: 0.2 }],
  [
    { cost: COSTS[0], incidentsPerYear: 2 },
    { cost: COSTS[1], incidentsPerYear: 0.25 },
  ],
  [{ cost: COSTS[6], incidentsPerYear: 3 }],
  [
    { cost: COSTS[2], incidentsPerYear: 0.6 },
    { cost: COSTS[7], incidentsPerYear: 0.1 },
  ],
] as const;

/** Gaps of a question: `q0` to `q3`, weighing 1 to 4. */
export function someGaps(
  {
    question,
    verdict,
    accepted,
    tier,
    live,
    effortDays = 1,
    places,
  }: {
    question: number;
    verdict: AnswerState;
    accepted: boolean;
    tier: Tier;
    live: boolean;
    effortDays?: number;
    places: readonly number[];
  },
  pricing: Pricing,
): AlikeGaps {
  return {
    question: `q${question}`,
    title: `Title ${question}`,
    text: `Question ${question}?`,
    area: "rollback",
    weight: question + 1,
    known: isKnown(verdict),
    stale: false,
    ...{ verdict, accepted, tier, live, effortDays, places },
    ...gapWorth(RATES[question] ?? [], verdict, tier, pricing),
  };
}

/** Services of an invented portfolio, each with a verdict for every question; null where it does not count. */
export const services = fc.array(
  fc.record({
    tier: fc.constantFrom<Tier>(1, 2, 3, 4),
    live: fc.boolean(),
    counts: fc.constantFrom(true, true, true, false),
    verdicts: fc.tuple(
      ...RATES.map(() =>
        fc.constantFrom<AnswerState>("yes", "partly", "no", "unclear", "unanswered", "not_applicable"),
      ),
    ),
    accepted: fc.tuple(...RATES.map(() => fc.boolean())),
  }),
  { maxLength: 7 },
);
