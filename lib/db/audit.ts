import { insertRows } from "./insert-rows";
import type { Tx } from "./transaction";

/** Who did what to what, in the transaction that did it. */
export interface AuditedBy {
  viewer: { person: { id: string; example?: true }; token?: { id: string } | null };
  requestId: string;
}

interface Audited {
  action: string;
  subject: readonly [type: string, id: string];
  /** What a reader needs to understand it later; never a secret. */
  details?: Readonly<Record<string, unknown>>;
}

/** Appends an audit event; one that was made with a token names it in its details. What invented people do is none. */
export const audit = (tx: Tx, by: AuditedBy, event: Audited, at: Date): Promise<void> =>
  auditMany(tx, by, [{ ...event, at }]);

/** The same for many events at once, each with its instant. */
export async function auditMany(
  tx: Tx,
  by: AuditedBy,
  events: readonly (Audited & { at: Date })[],
): Promise<void> {
  const { person, token } = by.viewer;
  if (person.example) return;
  await insertRows(
    (sql, json) => tx.$executeRawUnsafe(sql, json),
    "AuditEvent",
    events.map(({ action, subject, details, at }) => ({
      at,
      actorId: person.id,
      action,
      subjectType: subject[0],
      subjectId: subject[1],
      details: { ...details, ...(token ? { token: token.id } : {}) },
      requestId: by.requestId,
    })),
  );
}
