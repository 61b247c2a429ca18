import "server-only";
import { randomUUID } from "node:crypto";
import type { Scope } from "../../auth/scope";
import type { ChecklistNew, ChecklistVersion } from "../../contracts/checklists";
import { audit } from "../../db/audit";
import { checklistVersion } from "../../db/published-questions";
import { questionTitles, withTitles } from "../../db/question-titles";
import { inTransaction, type Tx } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import { draftProblems, draftTitle } from "../../domain/checklist-draft";
import { AppError } from "../../domain/errors";
import { slugOf } from "../../domain/text";
import { readVersion, versionId } from "../../queries/checklists/checklists";
import { writeQuestions } from "./write-questions";

interface Content {
  key: string;
  name: string;
  note: string;
  questions: readonly Question[];
}

/**
 * Creates a checklist with a draft of its version 1: empty, as a copy of a version of another one, or from an exported
 * document.
 * @throws AppError conflict when the key is taken; not_found for the version to copy; invalid_input for a document
 *   that names a key twice
 */
export async function createChecklist(
  scope: Scope<"checklist:create">,
  body: ChecklistNew,
  now: Date,
): Promise<ChecklistVersion> {
  return inTransaction(async (tx) => {
    const content = await contentOf(body);
    const [problem] = draftProblems(content.questions, new Map());
    if (problem) {
      const fields = [{ ...problem, field: `document.${problem.field}` }];
      throw new AppError("invalid_input", {
        message: `document.${problem.field}: ${problem.message}`,
        fields,
      });
    }
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('plumbline.checklist.key'))`;
    const key = await freeKey(tx, content.key, body.key !== undefined);
    const checklist = await tx.checklist.create({ data: { id: randomUUID(), key, name: content.name } });
    const version = await tx.checklistVersion.create({
      data: {
        ...{ id: randomUUID(), checklistId: checklist.id, number: 1, status: "draft", note: content.note },
        ...{ createdAt: now, createdById: scope.viewer.person.id },
      },
    });
    const titled = (each: Question) => ({ ...each, title: draftTitle(each, new Map()) });
    await writeQuestions(tx, version.id, content.questions.map(titled));
    const details = { name: content.name, questions: content.questions.length, from: body.from ?? null };
    await audit(tx, scope, { action: "checklist.created", subject: ["checklist", key], details }, now);
    return readVersion(version.id, scope.viewer.actor);
  });
}

async function contentOf({ key, name = "", from, document }: ChecklistNew): Promise<Content> {
  const called = name || (document?.name ?? "");
  const asked = key ?? document?.checklist ?? slugOf(called, "checklist");
  if (document) return { key: asked, name: called, note: document.note, questions: document.questions };
  if (!from) return { key: asked, name: called, note: "", questions: [] };
  const copied = await checklistVersion(await versionId({ ...from, version: String(from.version) }));
  const questions = withTitles(copied.questions, await questionTitles(copied.checklist.id));
  return { key: asked, name: called, note: "", questions };
}

/** A key that is free: the wanted one, or the next number after it when nobody insists. */
async function freeKey(tx: Tx, wanted: string, insists: boolean): Promise<string> {
  const base = wanted.slice(0, 60).replace(/-+$/, "");
  const rows = await tx.checklist.findMany({ where: { key: { startsWith: base } }, select: { key: true } });
  const taken = new Set(rows.map((row) => row.key));
  if (insists && taken.has(base)) {
    const message = `There is a checklist "${base}" already. Nothing was created; choose another short name.`;
    throw new AppError("conflict", { message, fields: [{ field: "key", message }] });
  }
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
  return key;
}
