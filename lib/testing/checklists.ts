import { randomUUID } from "node:crypto";
import { writeQuestions } from "../commands/checklists/write-questions";
import { inTransaction } from "../db/transaction";
import type { Question } from "../domain/checklist";
import { NOON } from "./factories";
import { aQuestion } from "./questions";

/** A question that could be published as it is. */
export const aWhole = (some: Partial<Question> = {}): Question =>
  aQuestion({ costs: [{ cost: "lost_trust", incidentsPerYear: 0.5, because: "it is seen" }], ...some });

interface Version {
  status?: "draft" | "published";
  questions?: readonly Question[];
  number?: number;
}

/** Adds a version to a checklist, with one question unless told otherwise. @returns its id */
export async function aVersion(checklistId: string, some: Version = {}): Promise<string> {
  const { status = "published", questions = [aWhole()], number = 1 } = some;
  const id = randomUUID();
  await inTransaction(async (tx) => {
    await tx.checklistVersion.create({ data: { id, checklistId, number, status: "draft", createdAt: NOON } });
    await writeQuestions(tx, id, questions);
    if (status === "draft") return;
    await tx.checklistVersion.update({ where: { id }, data: { status, publishedAt: NOON } });
  });
  return id;
}

/** A checklist of its own with a version 1. */
export async function aChecklist(some: Version = {}) {
  const id = randomUUID();
  const key = `checklist-${id.slice(0, 8)}`;
  await inTransaction((tx) => tx.checklist.create({ data: { id, key, name: "Our own" } }));
  const versionId = await aVersion(id, some);
  return { id, key, versionId, params: { checklist: key, version: "1" } };
}
