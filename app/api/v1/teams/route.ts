import { createTeam } from "@/lib/commands/teams/create-team";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadTeamPage } from "@/lib/queries/teams/teams";

/** Teams with their members, by name, paged by key. */
export const GET = handle(operations.listTeams, ({ scope, query }) => loadTeamPage(scope, query));

/** Create a team; the server makes its short name. */
export const POST = handle(operations.createTeam, ({ scope, body, now }) => createTeam(scope, body, now));
