import { deleteTeam } from "@/lib/commands/teams/delete-team";
import { editTeam } from "@/lib/commands/teams/edit-team";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadTeamStanding } from "@/lib/queries/teams/team-standing";

/** One team with where its services stand, now or as of an earlier instant. */
export const GET = handle(operations.loadTeam, ({ scope, query, now }) =>
  loadTeamStanding(scope, query.asOf, now),
);

/** Change a team's name or description. */
export const PATCH = handle(operations.editTeam, ({ scope, body, now }) => editTeam(scope, body, now));

/** Delete a team that has no services. */
export const DELETE = handle(operations.deleteTeam, ({ scope, now }) => deleteTeam(scope, now));
