import "server-only";
import type { Scope } from "../../auth/scope";
import type { ChecklistVersion, DraftNew } from "../../contracts/checklists";
import { audit } from "../../db/audit";
import { checklistVersion } from "../../db/published-questions";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { readVersion, versionId } from "../../queries/checklists/checklists";
import { addDraft } from "./add-draft";
import { lockChecklist } from "./locked-draft";
import { writeQuestions } from "./write-questions";

/**
 * Begins a draft of a checklist as a copy of one of its versions, the newest published one unless said otherwise.
 * @throws AppError not_found; conflict with the draft that is there already
 */
export async function beginDraft(
  scope: Scope<"checklist:edit">,
  { checklist: key }: { checklist: string },
  { from }: DraftNew,
  now: Date,
): Promise<ChecklistVersion> {
  return inTransaction(async (tx) => {
    const checklist = await lockChecklist(tx, key);
    const versions = await tx.checklistVersion.findMany({
      where: { checklistId: checklist.id },
      orderBy: { number: "desc" },
      select: { id: true, number: true, status: true },
    });
    const there = versions.find((each) => each.status === "draft");
    if (there) {
      throw new AppError("conflict", {
        message: `There is a draft already: version ${there.number}. Edit that one, or discard it first.`,
        current: await readVersion(there.id, scope.viewer.actor),
      });
    }
    const source =
      from === undefined ? versions[0]?.id : await versionId({ checklist: key, version: String(from) });
    const based = source === undefined ? null : await checklistVersion(source);
    const number = (versions[0]?.number ?? 0) + 1;
    const basedOn = based?.number ?? null;
    const personId = scope.viewer.person.id;
    const id = await addDraft(tx, { checklistId: checklist.id, number, basedOn, personId }, now);
    await writeQuestions(tx, id, based?.questions ?? []);
    const details = { version: number, basedOn };
    await audit(tx, scope, { action: "checklist.draft_begun", subject: ["checklist", key], details }, now);
    return readVersion(id, scope.viewer.actor);
  });
}
