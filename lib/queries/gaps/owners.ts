import "server-only";
import type { Scope } from "../../auth/scope";
import { reader } from "../../db/transaction";
import { isUuid } from "../../domain/text";
import { byText } from "../../domain/worth";
import { derived, keyOf } from "../../snapshot/derived";
import { plansOf } from "../../snapshot/plan-of";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";

/** Somebody whom gaps are planned for, how many of those that are open, and whether they may still sign in. */
export interface GapOwner {
  id: string;
  name: string;
  disabled: boolean;
  gaps: number;
}

const MOST = 500;

/**
 * Who owns gaps that are open, by name; whoever is disabled too, for their work has to be handed on. One statement beside
 * the look at what is new.
 * @param asked people that are named in any case, such as those of a filter in force
 * @returns at most 500, those with the most gaps
 */
export async function loadGapOwners(
  _scope: Scope<"gap:list" | "service:list">,
  asked: readonly string[],
  now: Date,
): Promise<GapOwner[]> {
  const snapshot = await snapshotNow(now);
  const gaps = await derived(snapshot, keyOf("gap owners", {}), async () => openGapsOf(snapshot));
  const named = new Set(asked.filter(isUuid));
  const people = await reader().person.findMany({
    where: { id: { in: [...new Set([...gaps.keys(), ...named])] } },
    select: { id: true, name: true, disabledAt: true },
  });
  return people
    .map(({ id, name, disabledAt }) => ({ id, name, disabled: disabledAt !== null, gaps: gaps.get(id) ?? 0 }))
    .sort((a, b) => Number(named.has(b.id)) - Number(named.has(a.id)) || b.gaps - a.gaps || byName(a, b))
    .slice(0, MOST)
    .sort(byName);
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

const byName = (a: GapOwner, b: GapOwner): number =>
  byText(a.name.toLowerCase(), b.name.toLowerCase()) || byText(a.id, b.id);
