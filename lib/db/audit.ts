import type { Prisma } from "./generated/client";
import type { Tx } from "./transaction";

/** Who did what to what, in the transaction that did it. */
export interface AuditedBy {
  viewer: { person: { id: string; example?: true }; token?: { id: string } | null };
  requestId: string;
}

/**
 * Appends an audit event; one that was made with a token names it in its details. What invented people do is none.
 * @param details what a reader needs to understand it later; never a secret
 */
export async function audit(
  tx: Tx,
  by: AuditedBy,
  event: { action: string; subject: readonly [type: string, id: string]; details?: Prisma.InputJsonObject },
  at: Date,
): Promise<void> {
  const { person, token } = by.viewer;
  if (person.example) return;
  await tx.auditEvent.create({
    data: {
      at,
      actorId: person.id,
      action: event.action,
      subjectType: event.subject[0],
      subjectId: event.subject[1],
      details: { ...event.details, ...(token ? { token: token.id } : {}) },
      requestId: by.requestId,
    },
    select: { id: true },
  });
}
