import "server-only";
import type { Exposure } from "../../contracts/scorecard";
import { type IncidentsByCost, totalIncidents } from "../../domain/exposure";
import { COSTS } from "../../domain/vocabulary";

/** Expected incidents as an Exposure. No cost carries a price yet, so every loss is null (R5). */
export function presentExposure(byCost: IncidentsByCost): Exposure {
  const unpriced = (incidents: number) => ({ incidents, expectedLoss: null });
  const total = totalIncidents(byCost);
  return {
    ...unpriced(total.known + total.unknown),
    byCost: Object.fromEntries(
      COSTS.map((cost) => {
        const { known, unknown } = byCost[cost];
        return [cost, { ...unpriced(known + unknown), known, unknown }];
      }),
    ) as Exposure["byCost"],
    known: unpriced(total.known),
    unknown: unpriced(total.unknown),
    accepted: unpriced(total.accepted),
    pricedCosts: 0,
  };
}
