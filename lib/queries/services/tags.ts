import "server-only";
import type { Scope } from "../../auth/scope";
import { byCodePoint } from "../../domain/text";
import { snapshotNow } from "../../snapshot/snapshot-at";

const MOST = 100;

/** The tags in use, most used first, at most a hundred: what a list can be filtered by. */
export async function loadTags(
  _scope: Scope<"service:list">,
  now: Date,
): Promise<{ tag: string; services: number }[]> {
  const { services } = await snapshotNow(now);
  const counts = new Map<string, number>();
  for (const { facts } of services) {
    if (facts.deleted) continue;
    for (const tag of facts.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, services: count }))
    .sort((a, b) => b.services - a.services || byCodePoint(a.tag, b.tag))
    .slice(0, MOST);
}
