import "server-only";
import type { Exposure } from "../../contracts/scorecard";
import type { Expected, ExposureFigures } from "../../domain/expected-loss";
import { COSTS } from "../../domain/vocabulary";

/** An exposure as the API shows it (R1–R5), unrounded. */
export function presentExposure({ byCost, known, unknown, accepted, ...whole }: ExposureFigures): Exposure {
  return {
    incidents: whole.incidents,
    expectedLoss: whole.expectedLoss,
    byCost: Object.fromEntries(COSTS.map((cost) => [cost, presentCost(byCost[cost])])) as Exposure["byCost"],
    known: expected(known),
    unknown: expected(unknown),
    accepted: expected(accepted),
    pricedCosts: whole.pricedCosts,
  };
}

const expected = ({ incidents, expectedLoss }: Expected): Expected => ({ incidents, expectedLoss });

function presentCost({
  incidents,
  expectedLoss,
  known,
  unknown,
  accepted,
}: ExposureFigures["byCost"]["data_loss"]) {
  return {
    incidents,
    expectedLoss,
    known: known.incidents,
    unknown: unknown.incidents,
    accepted: accepted.incidents,
    losses:
      expectedLoss === null
        ? null
        : {
            known: known.expectedLoss ?? 0,
            unknown: unknown.expectedLoss ?? 0,
            accepted: accepted.expectedLoss ?? 0,
          },
  };
}
