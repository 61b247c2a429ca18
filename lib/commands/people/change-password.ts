import "server-only";
import { hashPassword, requirePassword } from "../../auth/passwords";
import type { Scope } from "../../auth/scope";
import type { PasswordChange } from "../../contracts/people";
import { audit } from "../../db/audit";
import { inTransaction, reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { refuseCommon } from "./refuse-common";

/**
 * Changes one's own password; every other session ends, tokens go on.
 * @throws AppError refused when the current one is not right; invalid_input for a common one; conflict when it was
 * changed elsewhere meanwhile
 */
export async function changePassword(
  scope: Scope<"person:edit_self">,
  { current, next }: PasswordChange,
  now: Date,
): Promise<undefined> {
  const { id } = scope.resource;
  refuseCommon(next, "next");
  const { passwordHash } = await reader().person.findUniqueOrThrow({ where: { id } });
  await requirePassword(passwordHash, current, { field: "current", called: "current password" });
  const replacement = await hashPassword(next);
  await inTransaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id, passwordHash, disabledAt: null },
      data: { passwordHash: replacement, version: { increment: 1 } },
    });
    if (count === 0) {
      throw new AppError("conflict", { message: "The password was changed elsewhere." });
    }
    const { sessionId } = scope.viewer;
    await tx.session.deleteMany({
      where: { personId: id, ...(sessionId ? { id: { not: sessionId } } : {}) },
    });
    await audit(tx, scope, { action: "person.password_changed", subject: ["person", id] }, now);
  });
  return undefined;
}
