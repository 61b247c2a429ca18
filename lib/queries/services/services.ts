import "server-only";
import type { Scope } from "../../auth/scope";
import type { ServiceFilters, ServiceRow } from "../../contracts/services";
import { type Summary, summarise } from "../../domain/standing";
import { STANDINGS } from "../../domain/vocabulary";
import { chosenOf, type ListedChoice } from "../../snapshot/choose";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotAt } from "../../snapshot/snapshot-at";
import { pageOfServices, presentService } from "./page";

/** What filters of a list choose. */
const choiceOf = ({ deleted, ...choice }: ServiceFilters): ListedChoice => ({
  ...choice,
  deleted: deleted === "true",
});

/**
 * A page of services with where they stand, or stood as of an earlier instant (H3); filtered, sorted, paged by key.
 * @throws AppError invalid_input for an instant that is still to come, or a cursor that was not given here
 */
export async function loadServices(
  _scope: Scope<"service:list">,
  filters: ServiceFilters,
  now: Date,
): Promise<{ items: ServiceRow[]; nextCursor: string | null }> {
  const snapshot = await snapshotAt(filters.asOf, now);
  const { page, nextCursor } = pageOfServices(snapshot, chosenOf(snapshot, choiceOf(filters)), filters);
  return { items: page.map((service) => presentService(service, snapshot)), nextCursor };
}

/** A summary (S8) with what is open in it; `listed` and `retired` say how many rows the filters leave. */
export interface FilteredSummary extends Summary {
  listed: number;
  retired: number;
  gaps: number;
  blockers: number;
  stale: number;
  /** What losses are in; null while no cost has a price. */
  currency: string | null;
  /** What stands between the working ones and production-ready. */
  working: { gaps: number; blockers: number };
}

/** The services that a list's filters leave, summed up (S8); retired and deleted ones do not count. */
export async function loadSummary(
  _scope: Scope<"service:list">,
  filters: ServiceFilters,
  now: Date,
): Promise<FilteredSummary> {
  return summaryOf(await snapshotAt(filters.asOf, now), choiceOf(filters));
}

/** The same of a snapshot. */
export function summaryOf(snapshot: Snapshot, choice: ListedChoice): FilteredSummary {
  const chosen = chosenOf(snapshot, choice);
  const counting = chosen.filter(({ facts }) => facts.lifecycle !== "retired");
  const { gaps, blockers, stale } = openIn(counting);
  const working = openIn(counting.filter(({ standing }) => standing === "working"));
  return {
    ...summaryOfServices(counting),
    listed: chosen.length,
    retired: chosen.length - counting.length,
    ...{ gaps, blockers, stale },
    currency: snapshot.pricing.priced > 0 ? snapshot.model.currency : null,
    working: { gaps: working.gaps, blockers: working.blockers },
  };
}

/** Where services stand together (S8). @param services those that count */
export function summaryOfServices(services: readonly ServiceThen[]): Summary {
  const groups = new Map(STANDINGS.map((standing) => [standing, { standing, count: 0, score: 0 }]));
  for (const { standing, score } of services) {
    const group = groups.get(standing);
    if (!group) continue;
    group.count += 1;
    group.score += score ?? 0;
  }
  return summarise([...groups.values()]);
}

/** What is open in services, added up. */
export function openIn(services: readonly ServiceThen[]) {
  const sum = { gaps: 0, blockers: 0, stale: 0, unanswered: 0 };
  for (const { gaps, blockers, stale, unanswered } of services) {
    sum.gaps += gaps;
    sum.blockers += blockers;
    sum.stale += stale;
    sum.unanswered += unanswered;
  }
  return sum;
}
