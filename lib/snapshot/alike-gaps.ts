import { CHANGED, STALE, stateOf } from "../domain/effective-verdict";
import { isKnown } from "../domain/exposure";
import type { AlikeGaps } from "../domain/gap-table";
import { gapWorth } from "../domain/gap-worth";
import { isGapCode } from "../domain/tally";
import type { RatedChecklist } from "./checklists";
import { planOf } from "./plan-of";
import { NOT_ASKED, type ServiceThen, WAIVED } from "./service-then";
import type { Snapshot } from "./snapshot";

/** Codes of gaps are below it. */
const CODES = 64;

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
 * @param services `places` of a gap say which of them have it, the first one is 1
 * @param has which of them have any: those that count (S8) when left out
 */
export function alikeGaps(
  snapshot: Snapshot,
  services: readonly ServiceThen[],
  has: (service: ServiceThen) => boolean = ({ counts }) => counts,
): AlikeGaps[] {
  const groups: Group[] = [];
  /** By checklist, tier and whether they are live; then by place and code, which is quicker than a map. */
  const kinds = new Map<RatedChecklist, (Group | undefined)[][]>();
  const { plans } = snapshot;
  for (let index = 0; index < services.length; index += 1) {
    const service = services[index] as ServiceThen;
    if (!has(service)) continue;
    const { codes, facts, checklist } = service;
    const ofChecklist = kinds.get(checklist) ?? [];
    kinds.set(checklist, ofChecklist);
    const kind = 2 * facts.tier + Number(facts.lifecycle === "live");
    const alike = ofChecklist[kind] ?? new Array<Group | undefined>(codes.length * CODES);
    ofChecklist[kind] = alike;
    const isPlanned = plans.size > 0 && plans.has(service.id);
    for (let place = 0; place < codes.length; place += 1) {
      const code = codes[place] as number;
      if (code === NOT_ASKED || !isGapCode(code)) continue;
      const ownEffort = isPlanned ? effortOf(snapshot, service, place) : null;
      const key = place * CODES + (code & ~CHANGED);
      const group = ownEffort === null ? alike[key] : undefined;
      if (group) group.places.push(index + 1);
      else {
        const first = { service, place, code, ownEffort, places: [index + 1] };
        groups.push(first);
        if (ownEffort === null) alike[key] = first;
      }
    }
  }
  return groups.map((group) => weighed(group, snapshot));
}

/** The estimate of the work that somebody made for this gap, in days; of an earlier instant, one that was made by then. */
function effortOf(snapshot: Snapshot, service: ServiceThen, place: number): number | null {
  const plan = planOf(snapshot, service, place);
  return plan && (!snapshot.past || plan.changedAt <= snapshot.at.getTime()) ? plan.effortDays : null;
}

function weighed({ service, place, code, ownEffort, places }: Group, { pricing }: Snapshot): AlikeGaps {
  const question = service.checklist.at(place);
  const verdict = stateOf(code);
  const { tier, lifecycle } = service.facts;
  return {
    question: question.key,
    ...{ title: question.title, text: question.text, area: question.area, weight: question.weight },
    ...{ verdict, places, tier },
    stale: (code & STALE) !== 0,
    accepted: (code & WAIVED) !== 0,
    known: isKnown(verdict),
    effortDays: ownEffort ?? question.effortDays,
    live: lifecycle === "live",
    ...gapWorth(question.costs, verdict, tier, pricing),
  };
}
