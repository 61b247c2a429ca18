import "server-only";
import type { Scope } from "../../auth/scope";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { isUuid } from "../../domain/text";

/** Takes an open invitation back: its link stops working. @throws AppError not_found when it is not open */
export async function revokeInvitation(
  scope: Scope<"invitation:revoke">,
  id: string,
  now: Date,
): Promise<undefined> {
  await inTransaction(async (tx) => {
    const where = { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
    const { count } = isUuid(id)
      ? await tx.invitation.updateMany({ where, data: { revokedAt: now } })
      : { count: 0 };
    if (count === 0) throw new AppError("not_found", { message: "There is no such open invitation." });
    await audit(tx, scope, { action: "invitation.revoked", subject: ["invitation", id] }, now);
  });
  return undefined;
}
