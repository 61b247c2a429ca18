import "server-only";
import type { Scope } from "../../auth/scope";
import type { Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { readVersion, type VersionName, versionId } from "../../queries/checklists/checklists";

/** A draft whose row is locked until the transaction ends. */
export interface LockedDraft {
  id: string;
  checklistId: string;
  number: number;
  revision: number;
  basedOn: number | null;
}

/**
 * Locks a checklist, so that one at a time begins, discards or publishes a draft of it.
 * @throws AppError not_found
 */
export async function lockChecklist(tx: Tx, key: string): Promise<{ id: string; key: string; name: string }> {
  const [row] = await tx.$queryRaw<{ id: string; key: string; name: string }[]>`
    SELECT "id", "key", "name" FROM "Checklist" WHERE "key" = ${key} FOR UPDATE`;
  if (!row) throw new AppError("not_found", { message: "There is no such checklist." });
  return row;
}

/**
 * Locks a draft that somebody wants to change as they saw it.
 * @throws AppError not_found; refused when it is published; conflict with the draft as it is now
 */
export async function lockDraft(
  tx: Tx,
  scope: Scope<"checklist:edit"> | Scope<"checklist:publish">,
  name: VersionName,
  expectedRevision: number | undefined,
): Promise<LockedDraft> {
  await lockChecklist(tx, name.checklist);
  const id = await versionId(name);
  const row = await tx.checklistVersion.findUniqueOrThrow({ where: { id } });
  if (row.status === "published") {
    throw new AppError("refused", {
      message: `Version ${row.number} is published and never changes. Begin a draft to ask something else.`,
    });
  }
  if (expectedRevision !== undefined && row.revision !== expectedRevision) {
    throw new AppError("conflict", {
      message: "Somebody else changed this draft first. Yours was not saved; compare the two.",
      current: await readVersion(id, scope.viewer.actor),
    });
  }
  return row;
}
