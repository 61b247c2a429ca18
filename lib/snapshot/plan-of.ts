import { yieldRegularly } from "../config/yield-regularly";
import { isOfThisGap } from "../domain/gap-plan";
import { derived } from "./derived";
import type { Plan } from "./history";
import { openSince } from "./open-since";
import type { ServiceThen } from "./service-then";
import type { Snapshot } from "./snapshot";

/** What is planned about the gap in a place, as it is now; null when nothing is, or it was about an earlier gap of the question. */
export function planOf({ plans }: Pick<Snapshot, "plans">, then: ServiceThen, place: number): Plan | null {
  const plan = plans.get(then.id)?.get(then.checklist.at(place).key);
  if (!plan) return null;
  return isOfThisGap(new Date(plan.changedAt), openSince(then, place)) ? plan : null;
}

/** Finds out which plans are in force, all of them, before they are asked for one by one: others have their turn in between. */
export const findPlans = (snapshot: Snapshot): Promise<void> =>
  derived(snapshot, "plans in force", async () => {
    const breathe = yieldRegularly();
    for (const service of snapshot.services) {
      const pause = breathe();
      if (pause) await pause;
      plansOf(snapshot, service);
    }
  });

/** What is planned about the gaps of a service, as planOf has it, by question; null when nothing ever was. */
export function plansOf(
  snapshot: Pick<Snapshot, "plans">,
  then: ServiceThen,
): ReadonlyMap<string, Plan> | null {
  const all = snapshot.plans.get(then.id);
  if (!all) return null;
  const found = new Map<string, Plan>();
  for (const question of all.keys()) {
    const place = then.checklist.placeOf(question);
    const plan = place !== undefined && then.isGap(place) ? planOf(snapshot, then, place) : null;
    if (plan) found.set(question, plan);
  }
  return found;
}
