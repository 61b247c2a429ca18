import "server-only";
import type { Scope } from "../../auth/scope";
import type { Summary } from "../../domain/standing";
import type { ServiceThen } from "../../snapshot/service-then";
import { teamOf } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { summaryOfServices } from "../services/services";

/**
 * Where the services of every team stand (S8), by the team's short name; retired and deleted ones do not count, and
 * a team that owns none in use is not in it.
 */
export async function loadTeamStandings(
  _scope: Scope<"team:list">,
  now: Date,
): Promise<ReadonlyMap<string, Summary>> {
  const snapshot = await snapshotNow(now);
  const byTeam = new Map<string, ServiceThen[]>();
  for (const service of snapshot.services) {
    if (!service.counts) continue;
    const { slug } = teamOf(snapshot, service.facts.teamId);
    byTeam.set(slug, [...(byTeam.get(slug) ?? []), service]);
  }
  return new Map([...byTeam].map(([team, services]) => [team, summaryOfServices(services)]));
}
