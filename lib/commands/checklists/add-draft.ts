import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "../../db/transaction";

interface NewDraft {
  checklistId: string;
  number: number;
  /** The version that it is begun as a copy of; null for none. */
  basedOn: number | null;
  note?: string;
  personId: string;
}

/** Adds a draft without questions to a checklist whose row is locked. @returns its id */
export async function addDraft(tx: Tx, { personId, ...draft }: NewDraft, now: Date): Promise<string> {
  const id = randomUUID();
  await tx.checklistVersion.create({
    data: { ...draft, id, status: "draft", createdAt: now, createdById: personId },
  });
  return id;
}
