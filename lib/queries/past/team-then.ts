import "server-only";
import type { Scope } from "../../auth/scope";
import type { TeamStanding } from "../../contracts/teams";
import { readSummary } from "../services/services";
import { readTeam } from "../teams/teams";
import { momentOf } from "./moment";

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
  const { at } = await momentOf(asOf, now);
  const team = await readTeam(scope.resource.id, scope.viewer.actor);
  const filters = { team: [scope.resource.slug] };
  const summary = await readSummary(at < now ? { ...filters, asOf: at.toISOString() } : filters, now);
  const { services, byStanding, score, retired, gaps, blockers, stale } = summary;
  return {
    ...team,
    services,
    asOf: at.toISOString(),
    standing: { byStanding, score, retired, gaps, blockers, stale },
  };
}
