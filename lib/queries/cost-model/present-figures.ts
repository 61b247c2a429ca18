import "server-only";
import type { Exposure } from "../../contracts/scorecard";
import type { ExposureFigures } from "../../domain/expected-loss";
import { COSTS } from "../../domain/vocabulary";

/** An exposure as the API shows it. */
export function presentFigures({ byCost, ...figures }: ExposureFigures): Exposure {
  const costs = COSTS.map((cost) => {
    const { known, unknown, accepted, ...both } = byCost[cost];
    const losses =
      known.expectedLoss === null
        ? null
        : {
            known: known.expectedLoss,
            unknown: unknown.expectedLoss ?? 0,
            accepted: accepted.expectedLoss ?? 0,
          };
    const incidents = { known: known.incidents, unknown: unknown.incidents, accepted: accepted.incidents };
    return [cost, { ...both, ...incidents, losses }];
  });
  return { ...figures, byCost: Object.fromEntries(costs) as Exposure["byCost"] };
}
