import { CHANGED, STALE, stateOf } from "../domain/effective-verdict";
import { isKnown } from "../domain/exposure";
import { isOfThisGap } from "../domain/gap-plan";
import type { AlikeGaps } from "../domain/gap-table";
import { gapWorth } from "../domain/gap-worth";
import { isGapCode } from "../domain/tally";
import { openSince } from "./open-since";
import { NOT_ASKED, type ServiceThen, WAIVED } from "./service-then";
import type { Snapshot } from "./snapshot";

/** Gaps that weigh alike, while they are collected. */
interface Group {
  /** Of its services, the first one. */
  service: ServiceThen;
  place: number;
  code: number;
  ownEffort: number | null;
  places: number[];
}

/**
 * The gaps of services, those that weigh alike together, with what one of them is worth (R2–R5, R8): thousands of gaps
 * without an object for each.
 * @param services `places` of a gap say which of them have it, the first one is 1; what does not count (S8) has none
 */
export function alikeGaps(snapshot: Snapshot, services: readonly ServiceThen[]): AlikeGaps[] {
  const groups = new Map<number, Group>();
  const estimated: Group[] = [];
  const kinds = new Map<string, number>();
  for (const [index, service] of services.entries()) {
    if (!service.counts) continue;
    const { codes, facts, checklist } = service;
    const live = facts.lifecycle === "live";
    const name = `${checklist.version.id} ${facts.tier} ${live}`;
    const kind = kinds.get(name) ?? kinds.size;
    kinds.set(name, kind);
    const plans = snapshot.plans.get(service.id);
    for (let place = 0; place < codes.length; place += 1) {
      const code = codes[place] as number;
      if (code === NOT_ASKED || !isGapCode(code)) continue;
      const ownEffort = plans ? effortOf(snapshot, service, place) : null;
      if (ownEffort !== null) {
        estimated.push({ service, place, code, ownEffort, places: [index + 1] });
        continue;
      }
      const key = (kind * 1_024 + place) * 256 + (code & ~CHANGED);
      const group = groups.get(key);
      if (group) group.places.push(index + 1);
      else groups.set(key, { service, place, code, ownEffort, places: [index + 1] });
    }
  }
  return [...groups.values(), ...estimated].map((group) => weighed(group, snapshot));
}

/** The estimate of the work that somebody made for this gap, in days; of an earlier instant, one that was made by then. */
function effortOf(snapshot: Snapshot, service: ServiceThen, place: number): number | null {
  const plan = snapshot.plans.get(service.id)?.get(service.checklist.at(place).key);
  if (!plan || plan.effortDays === null) return null;
  if (snapshot.past) return plan.changedAt <= snapshot.at.getTime() ? plan.effortDays : null;
  return isOfThisGap(new Date(plan.changedAt), openSince(service, place)) ? plan.effortDays : null;
}

function weighed({ service, place, code, ownEffort, places }: Group, { pricing }: Snapshot): AlikeGaps {
  const question = service.checklist.at(place);
  const verdict = stateOf(code);
  const { tier, lifecycle } = service.facts;
  return {
    question: question.key,
    ...{ text: question.text, area: question.area, weight: question.weight, verdict, places, tier },
    stale: (code & STALE) !== 0,
    accepted: (code & WAIVED) !== 0,
    known: isKnown(verdict),
    effortDays: ownEffort ?? question.effortDays,
    live: lifecycle === "live",
    ...gapWorth(question.costs, verdict, tier, pricing),
  };
}
