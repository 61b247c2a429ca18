import "server-only";
import type { Scope } from "../../auth/scope";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { isUuid } from "../../domain/text";

/**
 * Ends one session of a person: the next request of that browser is signed out.
 * @throws AppError not_found when the person has no such session
 */
export async function endPersonSession(
  scope: Scope<"session:end">,
  sessionId: string,
  now: Date,
): Promise<undefined> {
  const { id } = scope.resource;
  await inTransaction(async (tx) => {
    const where = { id: sessionId, personId: id };
    const { count } = isUuid(sessionId) ? await tx.session.deleteMany({ where }) : { count: 0 };
    if (count === 0) throw new AppError("not_found", { message: "This session no longer exists." });
    await audit(tx, scope, { action: "session.ended", subject: ["person", id], details: { ended: 1 } }, now);
  });
  return undefined;
}

/** Ends all sessions of a person but the one that asks; nothing happens when there are none. */
export async function endPersonSessions(scope: Scope<"session:end">, now: Date): Promise<undefined> {
  const { id } = scope.resource;
  const { sessionId } = scope.viewer;
  await inTransaction(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { personId: id, ...(sessionId ? { id: { not: sessionId } } : {}) },
    });
    if (count === 0) return;
    const details = { ended: count };
    await audit(tx, scope, { action: "session.ended", subject: ["person", id], details }, now);
  });
  return undefined;
}
