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

/** What was found of a service as it is now, from the earliest instant asked: good until something happens to it, or ages. */
interface Found {
  from: number;
  models: Snapshot["models"];
  titles: Snapshot["titles"];
  /** As of when it was asked, and the first instant at which there is another state. */
  at: number;
  until: number;
  states: readonly StateSince[];
}
const found = new WeakMap<ServiceHistory, Found>();

/**
 * Every state that a service was in after an instant, oldest first: one for whatever happened to it, and one for whatever
 * aged meanwhile (S5, S6). What L5 looks at.
 * @param snapshot up to when: of a present what happened is known, even where it is dated ahead of it
 */
export async function statesSince(
  service: ServiceHistory,
  snapshot: Pick<Snapshot, "models" | "titles" | "past" | "at">,
  from: Date,
): Promise<readonly StateSince[]> {
  const { models, titles, past, at } = snapshot;
  const now = at.getTime();
  const known = past ? undefined : found.get(service);
  const isKnown = known && known.from <= from.getTime() && known.models === models && known.titles === titles;
  if (known && isKnown && known.at <= now && now < known.until)
    return known.from === from.getTime() ? known.states : known.states.filter((each) => each.at > from);
  const { states, until } = await findStates(service, snapshot, from);
  if (!past) found.set(service, { from: from.getTime(), models, titles, at: now, until, states });
  return states;
}

async function findStates(
  service: ServiceHistory,
  { models, titles, past, at }: Pick<Snapshot, "models" | "titles" | "past" | "at">,
  from: Date,
): Promise<Pick<Found, "states" | "until">> {
  const versions = service.facts.map(({ checklistVersionId }) => checklistVersionId);
  const checklistOf = await ratedChecklists(versions, models, at, titles);
  const now = at.getTime();
  const happened = happenedAfter(service, from.getTime(), past ? now : Number.POSITIVE_INFINITY);
  const states: StateSince[] = [];
  const stateAt = (instant: number): ServiceThen | null => {
    const facts = factsAt(service, new Date(instant));
    return facts && assessThen(service, facts, checklistOf(facts.checklistVersionId), instant, instant);
  };
  let last = stateAt(from.getTime());
  let next = 0;
  for (;;) {
    const until = last?.nextChange ?? Number.POSITIVE_INFINITY;
    const instant = Math.min(
      happened[next] ?? Number.POSITIVE_INFINITY,
      until <= now ? until : Number.POSITIVE_INFINITY,
    );
    if (instant === Number.POSITIVE_INFINITY) return { states, until };
    while ((happened[next] ?? Number.POSITIVE_INFINITY) <= instant) next += 1;
    last = stateAt(instant);
    if (last) states.push({ at: new Date(instant), state: last });
  }
}
