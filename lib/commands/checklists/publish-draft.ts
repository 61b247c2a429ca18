import "server-only";
import type { Scope } from "../../auth/scope";
import type { ChecklistVersion, Publication } from "../../contracts/checklists";
import { audit } from "../../db/audit";
import { checklistVersion } from "../../db/published-questions";
import { writeTitles } from "../../db/question-titles";
import { inTransaction } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import { draftMeaning, type KnownMeaning, publicationProblems } from "../../domain/checklist-draft";
import { AppError } from "../../domain/errors";
import { readVersion, type VersionName } from "../../queries/checklists/checklists";
import { knownMeanings } from "./known-meanings";
import { lockDraft } from "./locked-draft";
import { writeQuestions } from "./write-questions";

/**
 * Publishes a draft: from then on it never changes, and new services are asked it when it is of the default checklist.
 * Its titles are those of its questions in every version from then on. Nothing else happens: every service keeps the
 * version that it has. A version that arrived with a release meanwhile
 * keeps its number and its meanings; the draft takes the next ones.
 * @param expectedRevision the draft as it was seen; whatever it is when left out
 * @throws AppError refused, naming every question that cannot be asked like that, or when it is published already;
 *   conflict with the draft as it is now
 */
export async function publishDraft(
  scope: Scope<"checklist:publish">,
  name: VersionName,
  { expectedRevision }: Publication,
  now: Date,
): Promise<ChecklistVersion> {
  return inTransaction(async (tx) => {
    const draft = await lockDraft(tx, scope, name, expectedRevision);
    const { checklist, questions: saved } = await checklistVersion(draft.id);
    const known = await knownMeanings(tx, draft.checklistId, draft);
    const questions = saved.map((question) => ({ ...question, meaning: meaningBeside(question, known) }));
    const fields = publicationProblems(questions);
    if (fields.length > 0) {
      const message =
        fields.length === 1
          ? "One thing is missing before this can be published."
          : `${fields.length} things are missing before this can be published.`;
      throw new AppError("refused", { message: `${message} Nothing was published.`, fields });
    }
    if (questions.some(({ meaning }, index) => meaning !== saved[index]?.meaning)) {
      await writeQuestions(tx, draft.id, questions);
    }
    const newest = await tx.checklistVersion.aggregate({
      where: { checklistId: draft.checklistId, id: { not: draft.id } },
      _max: { number: true },
    });
    const number = Math.max(draft.number, (newest._max.number ?? 0) + 1);
    await tx.checklistVersion.update({
      where: { id: draft.id },
      data: { number, status: "published", publishedAt: now, publishedById: scope.viewer.person.id },
    });
    await writeTitles(tx, draft.checklistId, questions);
    const details = { version: number, questions: questions.length };
    await audit(
      tx,
      scope,
      { action: "checklist.published", subject: ["checklist", name.checklist], details },
      now,
    );
    return readVersion(draft.id, scope.viewer.actor, { checklist, questions });
  });
}

/** A higher meaning than where the draft began is one that no version used: nor one that was published meanwhile (S5). */
const meaningBeside = (question: Question, known: ReadonlyMap<string, KnownMeaning>): number =>
  Math.max(question.meaning ?? 1, draftMeaning(question, known));
