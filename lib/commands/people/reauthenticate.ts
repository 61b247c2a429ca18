import "server-only";
import { requirePassword } from "../../auth/passwords";
import type { Scope } from "../../auth/scope";
import { audit } from "../../db/audit";
import { inTransaction, reader } from "../../db/transaction";

/**
 * Notes that somebody gave their password again: for 15 minutes they sign without giving it (L3).
 * @throws AppError refused when it is not theirs
 */
export async function reauthenticate(
  scope: Scope<"person:reauthenticate">,
  { password }: { password: string },
  now: Date,
): Promise<undefined> {
  const { person, sessionId } = scope.viewer;
  const { passwordHash } = await reader().person.findUniqueOrThrow({ where: { id: person.id } });
  await requirePassword(passwordHash, password, { field: "password", called: "password" });
  await inTransaction(async (tx) => {
    if (sessionId) await tx.session.updateMany({ where: { id: sessionId }, data: { authenticatedAt: now } });
    await audit(tx, scope, { action: "session.reauthenticated", subject: ["person", person.id] }, now);
  });
  return undefined;
}
