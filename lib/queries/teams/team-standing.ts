import "server-only";
import type { Scope } from "../../auth/scope";
import type { TeamStanding } from "../../contracts/teams";
import { snapshotAt } from "../../snapshot/snapshot-at";
import { summaryOf } from "../services/services";
import { readTeam } from "./teams";

/**
 * A team with where its services stand, or stood as of an instant: those that were its own then (S8, H3). Its name and
 * members are today's.
 * @param asOf an instant or a day; now when left out
 * @throws AppError not_found; invalid_input for what is still to come
 */
export async function loadTeamStanding(
  scope: Scope<"team:read">,
  asOf: string | undefined,
  now: Date,
): Promise<TeamStanding> {
  const snapshot = await snapshotAt(asOf, now);
  const team = await readTeam(scope.resource.id, scope.viewer.actor);
  const summary = summaryOf(snapshot, { team: [scope.resource.slug] });
  const { services, byStanding, score, retired, gaps, blockers, stale } = summary;
  return {
    ...team,
    services,
    asOf: (snapshot.past ? snapshot.at : now).toISOString(),
    standing: { byStanding, score, retired, gaps, blockers, stale },
  };
}
