import "server-only";
import type { Scope } from "../../auth/scope";
import type { DraftImport, DraftImported } from "../../contracts/checklist-imports";
import { audit } from "../../db/audit";
import { checklistVersion } from "../../db/published-questions";
import { type QuestionTitles, questionTitles, withTitles } from "../../db/question-titles";
import { inTransaction, type Tx } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import { draftMeaning, draftProblems, draftTitle, type KnownMeaning } from "../../domain/checklist-draft";
import { AppError } from "../../domain/errors";
import { readVersion } from "../../queries/checklists/checklists";
import { comparisonOf } from "../../queries/checklists/comparison";
import { addDraft } from "./add-draft";
import { knownMeanings } from "./known-meanings";
import { lockChecklist } from "./locked-draft";
import { writeQuestions } from "./write-questions";

/**
 * Makes an exported document the draft of a checklist that is there: begins one, or replaces the one whose revision was
 * seen. Questions are known by their keys, so that answers carry over once services are moved (S5). A dry run tells what
 * would differ and writes nothing.
 * @throws AppError not_found; conflict with the draft as it is now; invalid_input naming the field of a key that stands
 *   twice, and of a meaning from before what a question means here
 */
export async function importDraft(
  scope: Scope<"checklist:edit">,
  { checklist: key }: { checklist: string },
  { document, expectedRevision, dryRun = false }: DraftImport,
  now: Date,
): Promise<DraftImported> {
  const { actor, person } = scope.viewer;
  return inTransaction(async (tx) => {
    const checklist = await lockChecklist(tx, key);
    const { draft, newest, number } = await versionsOf(tx, checklist.id);
    if (!dryRun && expectedRevision !== draft?.revision) {
      const current = draft ?? newest;
      throw new AppError("conflict", {
        message: refusal(draft, expectedRevision),
        ...(current && { current: await readVersion(current.id, actor) }),
      });
    }
    const basedOn = draft ? draft.basedOn : (newest?.number ?? null);
    const known = await knownMeanings(tx, checklist.id, { id: draft?.id ?? null, basedOn });
    const titles = await questionTitles(checklist.id);
    const questions = questionsOf(document.questions, known, titles);
    const before = draft ?? newest;
    const old = before ? await checklistVersion(before.id) : { number: 0, questions: [] };
    const named = (asked: { number: number; questions: readonly Question[] }) => ({
      ...asked,
      questions: withTitles(asked.questions, titles),
    });
    const result = {
      replaces: draft && { version: draft.number, revision: draft.revision },
      comparison: comparisonOf(checklist, named(old), named({ number, questions })),
    };
    if (dryRun) return { ...result, dryRun, draft: null };
    const { note } = document;
    const facts = { checklistId: checklist.id, number, basedOn, note, personId: person.id };
    const id = draft?.id ?? (await addDraft(tx, facts, now));
    if (draft) {
      const data = { note, revision: { increment: 1 } };
      await tx.checklistVersion.update({ where: { id }, data });
    }
    await writeQuestions(tx, id, questions);
    const revision = (draft?.revision ?? 0) + 1;
    const details = {
      version: number,
      revision,
      replaced: draft?.revision ?? null,
      questions: questions.length,
    };
    await audit(tx, scope, { action: "checklist.imported", subject: ["checklist", key], details }, now);
    return { ...result, dryRun, draft: await readVersion(id, actor) };
  });
}

/** The draft of a checklist, its newest published version, and the number that its draft has or would have. */
async function versionsOf(tx: Tx, checklistId: string) {
  const versions = await tx.checklistVersion.findMany({
    where: { checklistId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, status: true, revision: true, basedOn: true },
  });
  const draft = versions.find(({ status }) => status === "draft") ?? null;
  const newest = versions.find(({ status }) => status === "published") ?? null;
  return { draft, newest, number: draft?.number ?? (versions[0]?.number ?? 0) + 1 };
}

function refusal(draft: { number: number } | null, expectedRevision: number | undefined): string {
  if (!draft)
    return "The draft that was to be replaced is gone: published or discarded. Nothing was imported.";
  return expectedRevision === undefined
    ? `There is a draft already: version ${draft.number}. Nothing was imported; name its revision to replace it.`
    : "Somebody else changed this draft. Nothing was imported; check what it would replace now.";
}

/** The questions of a document with the numbers that their meanings have here. @throws AppError invalid_input */
function questionsOf(
  questions: readonly Question[],
  known: ReadonlyMap<string, KnownMeaning>,
  titles: QuestionTitles,
): Question[] {
  const fields = draftProblems(questions, known).map((each) => ({
    ...each,
    field: `document.${each.field}`,
  }));
  if (fields[0]) {
    throw new AppError("invalid_input", { message: `${fields[0].field}: ${fields[0].message}`, fields });
  }
  return questions.map((question) => ({
    ...question,
    meaning: draftMeaning(question, known),
    title: draftTitle(question, titles),
  }));
}
