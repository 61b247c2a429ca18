import type { AuditedBy } from "./audit";
import { insertRows } from "./insert-rows";
import type { Tx } from "./transaction";

/** One of many events: what was done to what, and when. */
export interface ManyAudited {
  action: string;
  subject: readonly [type: string, id: string];
  details: Readonly<Record<string, unknown>>;
  at: Date;
}

/** Appends many audit events at once, as audit() does with one. */
export async function auditMany(tx: Tx, by: AuditedBy, events: readonly ManyAudited[]): Promise<void> {
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
