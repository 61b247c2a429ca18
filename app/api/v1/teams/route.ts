import { createTeam } from "@/lib/commands/teams/create-team";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadTeams } from "@/lib/queries/teams/teams";

/** All teams with their members. */
export const GET = handle(operations.listTeams, ({ scope }) => loadTeams(scope));

/** Create a team; the server makes its short name. */
export const POST = handle(operations.createTeam, ({ scope, body, now }) => createTeam(scope, body, now));
