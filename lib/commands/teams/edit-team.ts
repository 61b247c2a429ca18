import "server-only";
import type { Scope } from "../../auth/scope";
import type { Team, TeamEdit } from "../../contracts/teams";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { readTeam } from "../../queries/teams/teams";

/** Changes a team's name or description; its short name stays. @throws AppError conflict with what is there now */
export async function editTeam(
  scope: Scope<"team:edit">,
  { expectedVersion, ...change }: TeamEdit,
  now: Date,
): Promise<Team> {
  const { id } = scope.resource;
  return inTransaction(async (tx) => {
    const { name, description } = change;
    const { count } = await tx.team.updateMany({
      where: { id, deletedAt: null, ...(expectedVersion === undefined ? {} : { version: expectedVersion }) },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        version: { increment: 1 },
      },
    });
    const current = await readTeam(id, scope.viewer.actor);
    if (count === 0)
      throw new AppError("conflict", { message: "Somebody else changed this team first.", current });
    await audit(tx, scope, { action: "team.edited", subject: ["team", id], details: { ...change } }, now);
    return current;
  });
}
