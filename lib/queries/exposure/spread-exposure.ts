import "server-only";
import type { SpreadExposure } from "../../contracts/exposure";
import type { CostModel } from "../../domain/cost-model";
import { exposureOf, lossGroups, type TierIncidents } from "../../domain/expected-loss";
import { incidentsWhen } from "../../snapshot/carried";
import type { ServiceThen } from "../../snapshot/service-then";
import { presentExposure } from "../scorecard/present-exposure";
import { spreadOf } from "./spread";

/** An exposure with the spread of its year (R5, R7). */
async function spreadExposure(byTier: readonly TierIncidents[], model: CostModel): Promise<SpreadExposure> {
  const exposure = presentExposure(exposureOf(byTier, model));
  const spread = exposure.pricedCosts === 0 ? null : await spreadOf(lossGroups(byTier, model));
  return { ...exposure, spread };
}

/** What the gaps of services are expected to cause, and how a year may turn out: now and at launch, never added together (R6). */
export async function carriedWithSpread(
  services: readonly ServiceThen[],
  model: CostModel,
): Promise<{ now: SpreadExposure; atLaunch: SpreadExposure }> {
  const incidents = incidentsWhen(services);
  const [now, atLaunch] = await Promise.all([
    spreadExposure(incidents.now, model),
    spreadExposure(incidents.atLaunch, model),
  ]);
  return { now, atLaunch };
}
