import type { CostModel } from "../domain/cost-model";
import { type ExposureFigures, exposureOf, type TierIncidents } from "../domain/expected-loss";
import { carriedWhen } from "../domain/exposure";
import { Sums } from "../domain/sum";
import { incidentsByCost } from "../domain/tally";
import { COSTS, TIERS } from "../domain/vocabulary";
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
  const of = (when: "now" | "at_launch") =>
    TIERS.map((tier) => ({ tier, incidents: incidentsByCost(sumOfIncidents(services, tier, when)) }));
  return { now: of("now"), atLaunch: of("at_launch") };
}

/** By part and cost, see Tally.incidents. */
function sumOfIncidents(
  services: readonly ServiceThen[],
  tier: number,
  when: "now" | "at_launch",
): Float64Array {
  const sums = new Sums(PLACES);
  for (const { facts, incidents } of services) {
    if (facts.tier !== tier || carriedWhen(facts.lifecycle, facts.deleted) !== when) continue;
    for (let place = 0; place < PLACES; place += 1) {
      const value = incidents[place] as number;
      if (value !== 0) sums.add(place, value);
    }
  }
  return sums.values();
}
