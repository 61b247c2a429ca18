import type { QuestionCost } from "./checklist";
import { type CostModel, meanPrices, pricedCosts } from "./cost-model";
import { openness } from "./exposure";
import { sumOf } from "./sum";
import type { AnswerState, Cost, Tier } from "./vocabulary";

/** What turns incidents into money (R3, R4): worked out once for many gaps. */
export interface Pricing {
  /** Mean cost of one incident at tier 1; null for an unpriced cost. */
  means: Readonly<Record<Cost, number | null>>;
  severity: Readonly<Record<Tier, number>>;
  /** How many of the eight costs have a price. */
  priced: number;
}

/** The pricing of a model. */
export const pricingOf = (model: Pick<CostModel, "prices" | "severity">): Pricing => ({
  means: meanPrices(model),
  severity: model.severity,
  priced: pricedCosts(model),
});

/** What one incident is expected to cost at a tier (R3, R4); null for a cost without a price. */
export function priceAt({ means, severity }: Pricing, cost: Cost, tier: Tier): number | null {
  const mean = means[cost];
  return mean === null ? null : mean * severity[tier];
}

/** One cost that a gap leads to: incidents a year, and the loss expected from them, null while it has no price. */
export interface WorthOfCost {
  cost: Cost;
  incidentsPerYear: number;
  expectedLoss: number | null;
}

/** What a gap is worth: its own expected incidents and annual loss (R8), cost by cost; they add up to it. */
export interface GapWorth {
  incidentsPerYear: number;
  /** Null where none of its costs has a price. */
  expectedLoss: number | null;
  severity: number;
  costs: WorthOfCost[];
}

/**
 * What one gap is worth by itself (R8): the sum over its costs of rate × openness × mean price × severity (R2–R5).
 * @param rates of its question, as in force
 * @param verdict the effective one
 */
export function gapWorth(
  rates: readonly Pick<QuestionCost, "cost" | "incidentsPerYear">[],
  verdict: AnswerState,
  tier: Tier,
  { means, severity }: Pricing,
): GapWorth {
  const open = openness(verdict);
  const costs = rates.map(({ cost, incidentsPerYear }): WorthOfCost => {
    const incidents = incidentsPerYear * open;
    const mean = means[cost];
    return {
      cost,
      incidentsPerYear: incidents,
      expectedLoss: mean === null ? null : incidents * mean * severity[tier],
    };
  });
  const losses = costs.flatMap(({ expectedLoss }) => expectedLoss ?? []);
  return {
    incidentsPerYear: sumOf(costs.map((each) => each.incidentsPerYear)),
    expectedLoss: losses.length === 0 ? null : sumOf(losses),
    severity: severity[tier],
    costs,
  };
}
