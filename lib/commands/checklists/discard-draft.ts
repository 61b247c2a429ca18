import "server-only";
import type { Scope } from "../../auth/scope";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import type { VersionName } from "../../queries/checklists/checklists";
import { lockDraft } from "./locked-draft";
import { writeQuestions } from "./write-questions";

/**
 * Discards a draft; a checklist that was never published goes with it.
 * @param expectedRevision the draft as it was seen; whatever it is when left out
 * @throws AppError not_found; refused when it is published; conflict with the draft as it is now
 */
export async function discardDraft(
  scope: Scope<"checklist:edit">,
  name: VersionName,
  { expectedRevision }: { expectedRevision?: number | undefined },
  now: Date,
): Promise<undefined> {
  return inTransaction(async (tx) => {
    const draft = await lockDraft(tx, scope, name, expectedRevision);
    await writeQuestions(tx, draft.id, []);
    await tx.checklistVersion.delete({ where: { id: draft.id } });
    const rest = await tx.checklistVersion.count({ where: { checklistId: draft.checklistId } });
    if (rest === 0) await tx.checklist.delete({ where: { id: draft.checklistId } });
    const details = { version: draft.number, checklistToo: rest === 0 };
    await audit(
      tx,
      scope,
      { action: "checklist.draft_discarded", subject: ["checklist", name.checklist], details },
      now,
    );
    return undefined;
  });
}
