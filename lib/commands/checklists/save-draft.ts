import "server-only";
import type { Scope } from "../../auth/scope";
import type { ChecklistVersion, DraftSave } from "../../contracts/checklists";
import { audit } from "../../db/audit";
import { questionTitles } from "../../db/question-titles";
import { inTransaction } from "../../db/transaction";
import { draftMeaning, draftProblems, draftTitle } from "../../domain/checklist-draft";
import { AppError } from "../../domain/errors";
import { readVersion, type VersionName } from "../../queries/checklists/checklists";
import { knownMeanings } from "./known-meanings";
import { lockDraft } from "./locked-draft";
import { writeQuestions } from "./write-questions";

/**
 * Replaces the content of a draft with a whole list of questions in order; what is left out is retired. Whole, so that
 * what two admins see is never a mixture that neither of them wrote.
 * @throws AppError conflict with the draft as it is now; refused when it is published; invalid_input naming the field
 *   for keys that stand twice and meanings that cannot be
 */
export async function saveDraft(
  scope: Scope<"checklist:edit">,
  name: VersionName,
  { expectedRevision, note, questions }: DraftSave,
  now: Date,
): Promise<ChecklistVersion> {
  return inTransaction(async (tx) => {
    const draft = await lockDraft(tx, scope, name, expectedRevision);
    const known = await knownMeanings(tx, draft.checklistId, draft);
    const fields = draftProblems(questions, known);
    if (fields[0]) {
      const message = `${fields[0].field}: ${fields[0].message}`;
      throw new AppError("invalid_input", { message, fields });
    }
    const titles = await questionTitles(draft.checklistId);
    const written = questions.map((question) => ({
      ...question,
      meaning: draftMeaning(question, known),
      title: draftTitle(question, titles),
    }));
    await writeQuestions(tx, draft.id, written);
    await tx.checklistVersion.update({
      where: { id: draft.id },
      data: { revision: { increment: 1 }, ...(note === undefined ? {} : { note }) },
    });
    const details = { version: draft.number, revision: draft.revision + 1, questions: questions.length };
    await audit(
      tx,
      scope,
      { action: "checklist.edited", subject: ["checklist", name.checklist], details },
      now,
    );
    return readVersion(draft.id, scope.viewer.actor);
  });
}
