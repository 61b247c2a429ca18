import { type CostModel, meanPrices, pricedCosts } from "./cost-model";
import type { Incidents, IncidentsByCost } from "./exposure";
import { lognormal } from "./price";
import type { LossGroup } from "./simulation";
import { sumOf } from "./sum";
import { COSTS, type Cost, type Tier } from "./vocabulary";

/** Expected incidents of services of one tier (R2, R4): what is summed up to an exposure. */
export interface TierIncidents {
  tier: Tier;
  incidents: IncidentsByCost;
}

/** Incidents a year, and the loss expected from them in the model's currency; null while no cost is priced (R5). */
export interface Expected {
  incidents: number;
  expectedLoss: number | null;
}

/** What gaps are expected to cause in a year (R1–R6), unrounded; accepted cuts across known and unknown. */
export interface ExposureFigures extends Expected {
  byCost: Record<Cost, Expected & { known: Expected; unknown: Expected; accepted: Expected }>;
  known: Expected;
  unknown: Expected;
  accepted: Expected;
  pricedCosts: number;
}

const PARTS = ["known", "unknown", "accepted"] as const;
type Part = (typeof PARTS)[number];

/**
 * The exposure of services: incidents, and incidents × mean price × severity, summed over costs and tiers (R5). A cost
 * without a price has incidents only; a total is null only when no cost is priced.
 * @param of all carried at the same time, now or at launch: the two are never added (R6)
 */
export function exposureOf(of: readonly TierIncidents[], model: CostModel): ExposureFigures {
  const means = meanPrices(model);
  const byCost = Object.fromEntries(
    COSTS.map((cost) => {
      const parts = Object.fromEntries(
        PARTS.map((part) => [part, partOf(of, cost, part, means[cost], model)]),
      ) as Record<Part, Expected>;
      return [cost, { ...sum([parts.known, parts.unknown]), ...parts }];
    }),
  ) as ExposureFigures["byCost"];
  const total = (part: Part) => sum(COSTS.map((cost) => byCost[cost][part]));
  const [known, unknown, accepted] = [total("known"), total("unknown"), total("accepted")];
  return { ...sum([known, unknown]), byCost, known, unknown, accepted, pricedCosts: pricedCosts(model) };
}

function partOf(
  of: readonly TierIncidents[],
  cost: Cost,
  part: keyof Incidents,
  mean: number | null,
  { severity }: CostModel,
): Expected {
  const incidents = of.map((each) => each.incidents[cost][part]);
  const losses = of.map((each) => each.incidents[cost][part] * (mean ?? 0) * severity[each.tier]);
  return { incidents: sumOf(incidents), expectedLoss: mean === null ? null : sumOf(losses) };
}

/** Added up; the losses of what is priced, null when nothing is. */
function sum(parts: readonly Expected[]): Expected {
  const priced = parts.flatMap((part) => part.expectedLoss ?? []);
  return {
    incidents: sumOf(parts.map((part) => part.incidents)),
    expectedLoss: priced.length === 0 ? null : sumOf(priced),
  };
}

/**
 * What a simulation draws from (R7): one group per priced cost and tier, severity in the price. The years of a cost and tier
 * are the same ones before and after a change of rates or prices.
 */
export function lossGroups(of: readonly TierIncidents[], model: CostModel): LossGroup[] {
  return of.flatMap(({ tier, incidents }) =>
    COSTS.flatMap((cost, place) => {
      const price = model.prices[cost];
      const factor = model.severity[tier];
      const rate = incidents[cost].known + incidents[cost].unknown;
      if (price === null || rate <= 0 || factor <= 0) return [];
      const { mu, sigma } = lognormal(price);
      return [{ stream: tier * COSTS.length + place, rate, mu: mu + Math.log(factor), sigma }];
    }),
  );
}
