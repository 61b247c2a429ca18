import "server-only";
import type { Scope } from "../../auth/scope";
import { reader } from "../../db/transaction";
import { type StandingGroup, type Summary, summarise } from "../../domain/standing";
import { agedStates, currentRows } from "../services/current-states";

/**
 * Where the services of every team stand (S8), by the team's short name; retired and deleted ones do not count, and
 * a team that owns none in use is not in it. Two statements, however many teams.
 */
export async function loadTeamStandings(
  _scope: Scope<"team:list">,
  now: Date,
): Promise<ReadonlyMap<string, Summary>> {
  const aged = await agedStates(now);
  const rows = await reader().$queryRaw<(StandingGroup & { team: string })[]>`
    SELECT m."slug" AS "team", t."standing", count(*)::int AS "count", coalesce(sum(t."score"), 0)::int AS "score"
    FROM "Service" s JOIN "Team" m ON m."id" = s."teamId" JOIN ${currentRows(aged)} t ON t."serviceId" = s."id"
    WHERE s."deletedAt" IS NULL AND s."lifecycle" <> 'retired' GROUP BY 1, 2`;
  const teams = [...new Set(rows.map((row) => row.team))];
  return new Map(teams.map((team) => [team, summarise(rows.filter((row) => row.team === team))]));
}
