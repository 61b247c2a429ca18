import "server-only";
import type { Scope } from "../../auth/scope";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";

/** Ends a token: its next request is refused. Nothing happens when it had ended already. */
export async function endToken(scope: Scope<"token:end">, now: Date): Promise<undefined> {
  const { id, personId } = scope.resource;
  await inTransaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
    if (count === 0) return;
    const details = { owner: personId };
    await audit(tx, scope, { action: "token.ended", subject: ["token", id], details }, now);
  });
  return undefined;
}
