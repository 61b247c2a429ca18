import "server-only";
import type { Scope } from "../../auth/scope";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { isUuid } from "../../domain/text";

/** Takes a person off a team; nothing happens when they were not on it. */
export async function removeMember(
  scope: Scope<"team:edit_members">,
  personId: string,
  now: Date,
): Promise<undefined> {
  const teamId = scope.resource.id;
  if (!isUuid(personId)) throw new AppError("not_found", { message: "There is no such person." });
  await inTransaction(async (tx) => {
    const { count } = await tx.membership.deleteMany({ where: { personId, teamId } });
    if (count === 0) return;
    await audit(
      tx,
      scope,
      { action: "team.member_removed", subject: ["team", teamId], details: { personId } },
      now,
    );
  });
  return undefined;
}
