import type { CostModel } from "../domain/cost-model";
import { type ExposureFigures, exposureOf, type TierIncidents } from "../domain/expected-loss";
import { carriedWhen } from "../domain/exposure";
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

/** Sums by part and cost, with what each addition loses added at the end (as sumOf). */
function sumOfIncidents(
  services: readonly ServiceThen[],
  tier: number,
  when: "now" | "at_launch",
): Float64Array {
  const sums = new Float64Array(PLACES);
  const lost = new Float64Array(PLACES);
  for (const { facts, incidents } of services) {
    if (facts.tier !== tier || carriedWhen(facts.lifecycle, facts.deleted) !== when) continue;
    for (let place = 0; place < PLACES; place += 1) {
      const [sum, value] = [sums[place] as number, incidents[place] as number];
      if (value === 0) continue;
      const next = sum + value;
      lost[place] =
        (lost[place] as number) +
        (Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum);
      sums[place] = next;
    }
  }
  return sums.map((sum, place) => sum + (lost[place] as number));
}
