import "server-only";
import type { Scope } from "../../auth/scope";
import type { MemberEdit, Team } from "../../contracts/teams";
import { audit } from "../../db/audit";
import { requireTeam } from "../../db/team-lock";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { isUuid } from "../../domain/text";
import { readTeam } from "../../queries/teams/teams";

/** Makes a person lead or member of a team. @throws AppError not_found for an unknown person or a deleted team */
export async function saveMember(
  scope: Scope<"team:edit_members">,
  personId: string,
  { role }: MemberEdit,
  now: Date,
): Promise<Team> {
  const teamId = scope.resource.id;
  return inTransaction(async (tx) => {
    await requireTeam(tx, teamId);
    const person = isUuid(personId) ? await tx.person.findUnique({ where: { id: personId } }) : null;
    if (!person) throw new AppError("not_found", { message: "There is no such person." });
    const where = { personId_teamId: { personId, teamId } };
    await tx.membership.upsert({ where, create: { personId, teamId, role }, update: { role } });
    await audit(
      tx,
      scope,
      { action: "team.member_saved", subject: ["team", teamId], details: { personId, role } },
      now,
    );
    return readTeam(teamId, scope.viewer.actor);
  });
}
