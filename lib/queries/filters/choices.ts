import "server-only";
import type { Scope } from "../../auth/scope";
import { reader } from "../../db/transaction";
import { instantOf } from "../../domain/as-of";
import type { ServiceFilterValues } from "../../domain/filters";
import { byCodePoint, byName, isUuid } from "../../domain/text";
import { byText } from "../../domain/worth";
import { derived, keyOf } from "../../snapshot/derived";
import { findPlans, plansOf } from "../../snapshot/plan-of";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";

/** What lists can be filtered by, where that is no closed list. */
export interface FilterChoices {
  /** By name: those that there are, then those of then that were deleted since. */
  teams: { slug: string; name: string; deleted: boolean }[];
  /** In use, most used first. */
  tags: { tag: string; services: number }[];
  /** Who owns open gaps, by name. */
  owners: GapOwner[];
}

/** Somebody whom gaps are planned for, how many of those that are open, and whether they may still sign in. */
interface GapOwner {
  id: string;
  name: string;
  disabled: boolean;
  gaps: number;
}

const MOST_TAGS = 100;
const MOST_OWNERS = 500;

/** What is asked for by now, and a day or an instant that the page is of, in ISO 8601; "" for now. */
type Asked = Partial<ServiceFilterValues> & { readonly asOf?: string };

/** What the filters of a page offer: one statement beside the look at what is new, where somebody owns a gap. */
export async function loadFilterChoices(
  _scope: Scope<"service:list">,
  { asOf = "", owner = [] }: Asked,
  now: Date,
): Promise<FilterChoices> {
  const snapshot = await snapshotNow(now);
  await findPlans(snapshot);
  const at = asOf === "" ? null : instantOf(asOf, snapshot.timeZone, now);
  return {
    teams: [...teamsOf(snapshot), ...(at === null ? [] : goneTeams(snapshot, at))],
    tags: await derived(snapshot, keyOf("tags", {}), async () => tagsOf(snapshot)),
    owners: await loadOwners(snapshot, owner),
  };
}

const teamsOf = ({ teams }: Snapshot): FilterChoices["teams"] =>
  [...teams.values()]
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ slug, name }) => ({ slug, name, deleted: false }))
    .sort((a, b) => byName(a.name, b.name));

/** Teams that had owned a service by an instant, and were deleted since: the past names them, as they were called last. */
function goneTeams({ services, teams }: Snapshot, at: Date): FilterChoices["teams"] {
  const owners = new Set<string>();
  for (const { service } of services)
    for (const facts of service.facts) if (facts.at <= at) owners.add(facts.teamId);
  return [...teams.values()]
    .filter(({ id, deletedAt }) => deletedAt !== null && deletedAt > at && owners.has(id))
    .map(({ slug, name }) => ({ slug, name, deleted: true }))
    .sort((a, b) => byName(a.name, b.name));
}

function tagsOf({ services }: Snapshot): FilterChoices["tags"] {
  const counts = new Map<string, number>();
  for (const { facts } of services) {
    if (facts.deleted) continue;
    for (const tag of facts.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, services: count }))
    .sort((a, b) => b.services - a.services || byCodePoint(a.tag, b.tag))
    .slice(0, MOST_TAGS);
}

/**
 * Who owns gaps that are open; whoever is disabled too, for their work has to be handed on.
 * @param asked people that are named in any case, such as those of a filter in force
 * @returns those with the most gaps
 */
async function loadOwners(snapshot: Snapshot, asked: readonly string[]): Promise<GapOwner[]> {
  const gaps = await derived(snapshot, keyOf("gap owners", {}), async () => openGapsOf(snapshot));
  const named = new Set(asked.filter(isUuid));
  const ids = [...new Set([...gaps.keys(), ...named])];
  if (ids.length === 0) return [];
  const people = await reader().person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, disabledAt: true },
  });
  return people
    .map(({ id, name, disabledAt }) => ({ id, name, disabled: disabledAt !== null, gaps: gaps.get(id) ?? 0 }))
    .sort((a, b) => Number(named.has(b.id)) - Number(named.has(a.id)) || b.gaps - a.gaps || byOwner(a, b))
    .slice(0, MOST_OWNERS)
    .sort(byOwner);
}

/** How many open gaps of services in use each owner has, by id. */
function openGapsOf(snapshot: Snapshot): ReadonlyMap<string, number> {
  const gaps = new Map<string, number>();
  for (const service of snapshot.services) {
    if (!service.counts) continue;
    for (const { ownerId } of plansOf(snapshot, service)?.values() ?? [])
      if (ownerId !== null) gaps.set(ownerId, (gaps.get(ownerId) ?? 0) + 1);
  }
  return gaps;
}

const byOwner = (a: GapOwner, b: GapOwner): number =>
  byText(a.name.toLowerCase(), b.name.toLowerCase()) || byText(a.id, b.id);
