import "server-only";
import type { SpreadExposure } from "../../contracts/exposure";
import type { CostModel } from "../../domain/cost-model";
import { exposureOf, lossGroups } from "../../domain/expected-loss";
import { type AlikeGaps, incidentsByTier } from "../../domain/gap-table";
import { presentExposure } from "../scorecard/present-exposure";
import { spreadOf } from "./spread";

/** An exposure with the spread of its year (R5, R7). */
async function spreadExposure(gaps: readonly AlikeGaps[], model: CostModel): Promise<SpreadExposure> {
  const byTier = incidentsByTier(gaps);
  const exposure = presentExposure(exposureOf(byTier, model));
  const spread = exposure.pricedCosts === 0 ? null : await spreadOf(lossGroups(byTier, model));
  return { ...exposure, spread };
}

/** What gaps are expected to cause, and how a year may turn out: now and at launch, never added together (R6). */
export async function carriedWithSpread(
  gaps: readonly AlikeGaps[],
  model: CostModel,
): Promise<{ now: SpreadExposure; atLaunch: SpreadExposure }> {
  const [now, atLaunch] = await Promise.all(
    [true, false].map((live) =>
      spreadExposure(
        gaps.filter((gap) => gap.live === live),
        model,
      ),
    ),
  );
  if (!now || !atLaunch) throw new RangeError("two were asked for");
  return { now, atLaunch };
}
