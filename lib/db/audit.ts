import type { Prisma } from "./generated/client";
import type { Tx } from "./transaction";

/** Who did what to what, in the transaction that did it. */
export interface AuditedBy {
  viewer: { person: { id: string } };
  requestId: string;
}

/**
 * Appends an audit event.
 * @param details what a reader needs to understand it later; never a secret
 */
export async function audit(
  tx: Tx,
  by: AuditedBy,
  event: { action: string; subject: readonly [type: string, id: string]; details?: Prisma.InputJsonObject },
  at: Date,
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      at,
      actorId: by.viewer.person.id,
      action: event.action,
      subjectType: event.subject[0],
      subjectId: event.subject[1],
      details: event.details ?? {},
      requestId: by.requestId,
    },
    select: { id: true },
  });
}
