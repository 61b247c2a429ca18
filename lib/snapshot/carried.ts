import type { CostModel } from "../domain/cost-model";
import { type ExposureFigures, exposureOf, type TierIncidents } from "../domain/expected-loss";
import { carriedWhen } from "../domain/exposure";
import { Sums } from "../domain/sum";
import { incidentsByCost } from "../domain/tally";
import { COSTS, TIERS, type Tier } from "../domain/vocabulary";
import type { ServiceThen } from "./service-then";

/** What gaps are expected to cause, now and at launch; never added together (R6). */
export interface Carried {
  now: ExposureFigures;
  atLaunch: ExposureFigures;
}

const PLACES = 3 * COSTS.length;

/** What the gaps of services are expected to cause in a year (R2, R5), by when it is carried (R6). */
export function carriedBy(services: readonly ServiceThen[], model: CostModel): Carried {
  const { now, atLaunch } = incidentsWhen(services);
  return { now: exposureOf(now, model), atLaunch: exposureOf(atLaunch, model) };
}

/** Their incidents by tier, by when they are carried (R6). */
export function incidentsWhen(services: readonly ServiceThen[]): Record<keyof Carried, TierIncidents[]> {
  const values = sumsOfIncidents(services);
  const of = (when: "now" | "at_launch") =>
    TIERS.map((tier) => {
      const from = startOf(tier, when);
      return { tier, incidents: incidentsByCost(values.subarray(from, from + PLACES)) };
    });
  return { now: of("now"), atLaunch: of("at_launch") };
}

/** Where the sums of a tier start. */
const startOf = (tier: Tier, when: "now" | "at_launch") =>
  (2 * TIERS.indexOf(tier) + Number(when === "at_launch")) * PLACES;

/** By tier and when they are carried, then by part and cost, see Tally.incidents: all of them in one go through the services. */
function sumsOfIncidents(services: readonly ServiceThen[]): Float64Array {
  const sums = new Sums(2 * TIERS.length * PLACES);
  for (const { facts, incidents } of services) {
    const when = carriedWhen(facts.lifecycle, facts.deleted);
    if (when === "never") continue;
    const from = startOf(facts.tier, when);
    for (let place = 0; place < PLACES; place += 1) {
      const value = incidents[place] as number;
      if (value !== 0) sums.add(from + place, value);
    }
  }
  return sums.values();
}
