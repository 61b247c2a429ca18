import "server-only";
import type { Dependency } from "../../contracts/scorecard";
import { byCodePoint } from "../../domain/text";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";

/** What a service depends on and what depends on it, the weakest first, with where each stands. */
export function neighboursOf(
  snapshot: Snapshot,
  serviceId: string,
): { dependsOn: Dependency[]; dependents: Dependency[] } {
  const needs = (id: string) => snapshot.byId.get(id)?.facts.dependsOn ?? [];
  const neededBy = new Map<string, string[]>();
  for (const { id, facts } of snapshot.services) {
    for (const needed of facts.dependsOn) {
      const own = neededBy.get(needed);
      if (own) own.push(id);
      else neededBy.set(needed, [id]);
    }
  }
  const below = reached(serviceId, needs);
  const above = reached(serviceId, (id) => neededBy.get(id) ?? []);
  const present = (ids: readonly string[]): Dependency[] =>
    ids
      .flatMap((id) => snapshot.byId.get(id) ?? [])
      .sort((a, b) => (a.score ?? -1) - (b.score ?? -1) || byCodePoint(a.facts.name, b.facts.name))
      .map((service) => dependency(service, above.has(service.id) && below.has(service.id)));
  return { dependsOn: present(needs(serviceId)), dependents: present(neededBy.get(serviceId) ?? []) };
}

const dependency = ({ slug, facts, standing, score }: ServiceThen, circular: boolean): Dependency => ({
  ...{ circular, slug, name: facts.name, tier: facts.tier, standing, score, deleted: facts.deleted },
});

/** Whatever can be reached from somewhere; circles are walked once round. */
function reached(from: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...next(from)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...next(id));
  }
  return seen;
}
