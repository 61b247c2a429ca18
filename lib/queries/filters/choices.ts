import "server-only";
import type { Scope } from "../../auth/scope";
import { instantOf } from "../../domain/as-of";
import type { ServiceFilterValues } from "../../domain/filters";
import { byCodePoint, byName } from "../../domain/text";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { type GapOwner, loadGapOwners } from "../gaps/owners";

/** What lists can be filtered by, where that is no closed list. */
export interface FilterChoices {
  /** By name: those that there are, then those of then that were deleted since. */
  teams: { slug: string; name: string; deleted: boolean }[];
  /** In use, most used first. */
  tags: { tag: string; services: number }[];
  /** Of open gaps, by name. */
  owners: GapOwner[];
}

const MOST_TAGS = 100;

/** What is asked for by now, and a day or an instant that the page is of, in ISO 8601; "" for now. */
type Asked = Partial<ServiceFilterValues> & { readonly asOf?: string };

/** What the filters of a page offer. */
export async function loadFilterChoices(
  scope: Scope<"service:list">,
  { asOf = "", owner = [] }: Asked,
  now: Date,
): Promise<FilterChoices> {
  const snapshot = await snapshotNow(now);
  const at = asOf === "" ? null : instantOf(asOf, snapshot.timeZone, now);
  return {
    teams: [...teamsOf(snapshot), ...(at === null ? [] : goneTeams(snapshot, at))],
    tags: tagsOf(snapshot),
    owners: await loadGapOwners(scope, owner, now),
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
