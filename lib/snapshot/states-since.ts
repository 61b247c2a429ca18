import { ratedChecklists } from "./checklists";
import { factsAt, type ServiceHistory } from "./history";
import { assessThen, type ServiceThen } from "./service-then";
import type { Snapshot } from "./snapshot";

/** A service as it was from an instant on, until the next one. */
export interface StateSince {
  at: Date;
  state: ServiceThen;
}

/** The instants (ms) after `from` at which anything happened to a service that is written down: not ageing. */
function happenedAfter(service: ServiceHistory, from: number, until: number): number[] {
  const found = new Set<number>();
  const note = (at: number) => {
    if (at > from && at <= until) found.add(at);
  };
  for (const at of service.answers.at) note(at);
  for (const { at } of service.facts) note(at.getTime());
  for (const { grantedAt, endedAt } of service.waivers ?? []) {
    note(grantedAt);
    note(endedAt);
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * Every state that a service was in after an instant, oldest first: one for whatever happened to it, and one for whatever
 * aged meanwhile (S5, S6). What L5 looks at.
 * @param snapshot up to when: of a present what happened is known, even where it is dated ahead of it
 */
export async function statesSince(
  service: ServiceHistory,
  snapshot: Pick<Snapshot, "models" | "titles" | "past" | "at">,
  from: Date,
): Promise<StateSince[]> {
  const { models, titles, past, at: until } = snapshot;
  const versions = service.facts.map(({ checklistVersionId }) => checklistVersionId);
  const checklistOf = await ratedChecklists(versions, models, until, titles);
  const now = until.getTime();
  const happened = happenedAfter(service, from.getTime(), past ? now : Number.POSITIVE_INFINITY);
  const states: StateSince[] = [];
  const stateAt = (at: number): ServiceThen | null => {
    const facts = factsAt(service, new Date(at));
    return facts && assessThen(service, facts, checklistOf(facts.checklistVersionId), at, at);
  };
  let last = stateAt(from.getTime());
  let next = 0;
  for (;;) {
    const aged = last && last.nextChange <= now ? last.nextChange : Number.POSITIVE_INFINITY;
    const at = Math.min(happened[next] ?? Number.POSITIVE_INFINITY, aged);
    if (at === Number.POSITIVE_INFINITY) return states;
    while ((happened[next] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    last = stateAt(at);
    if (last) states.push({ at: new Date(at), state: last });
  }
}
