import type { ExposureView, SpreadExposure } from "@/lib/contracts/exposure";
import type { Unit } from "@/lib/domain/amount-text";
import { without } from "@/lib/domain/sum";
import type { Cost } from "@/lib/domain/vocabulary";

/** Known and unknown add up; accepted cuts across both (R1). All in one unit, a year. */
export interface Amount {
  known: number;
  unknown: number;
  accepted: number;
}

/** Money as soon as one cost is priced, else incidents. */
export const unitOf = (view: Pick<ExposureView, "currency" | "now">): Unit =>
  view.now.pricedCosts > 0 ? { currency: view.currency } : null;

/** The same of a portfolio. */
export const unitOfPortfolio = ({
  currency,
  pricedCosts,
}: {
  currency: string;
  pricedCosts: number;
}): Unit => (pricedCosts > 0 ? { currency } : null);

type Total = Pick<SpreadExposure, "known" | "unknown" | "accepted">;

/** Known, unknown and accepted of a whole exposure. */
export function amountOf({ known, unknown, accepted }: Total, unit: Unit): Amount {
  const of = (part: Total["known"]) => (unit === null ? part.incidents : (part.expectedLoss ?? 0));
  return { known: of(known), unknown: of(unknown), accepted: of(accepted) };
}

type Short = ExposureView["byTeam"][number]["now"];

/** Known, unknown and accepted of one row of a table. */
export function amountOfRow(row: Short, unit: Unit): Amount {
  if (unit === null) return { known: row.known, unknown: row.unknown, accepted: row.accepted };
  const known = row.knownLoss ?? 0;
  return {
    known,
    unknown: Math.max(0, without(row.expectedLoss ?? 0, known)),
    accepted: row.acceptedLoss ?? 0,
  };
}

/** One cost of an exposure. `priced` is false for incidents in place of money. */
export interface CostAmount extends Amount {
  cost: Cost;
  priced: boolean;
  incidents: Amount;
}

/** One cost in money where it has a price, else in incidents. */
export function amountOfCost(exposure: Pick<SpreadExposure, "byCost">, cost: Cost): CostAmount {
  const { known, unknown, accepted = 0, losses, expectedLoss } = exposure.byCost[cost];
  const incidents = { known, unknown, accepted };
  if (expectedLoss === null) return { cost, priced: false, incidents, ...incidents };
  const all = known + unknown;
  const each = all > 0 ? expectedLoss / all : 0;
  // Tiers weigh alike in both parts only where the answer says no better.
  const money = losses ?? { known: known * each, unknown: unknown * each, accepted: accepted * each };
  return { cost, priced: true, incidents, ...money };
}
