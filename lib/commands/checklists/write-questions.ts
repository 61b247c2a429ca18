import "server-only";
import { randomUUID } from "node:crypto";
import { insertRows } from "../../db/insert-rows";
import type { Tx } from "../../db/transaction";
import type { Question } from "../../domain/checklist";

/** Writes the questions of a draft in their order, in place of those that it has. */
export async function writeQuestions(
  tx: Tx,
  versionId: string,
  questions: readonly Question[],
): Promise<void> {
  await tx.questionCost.deleteMany({ where: { question: { versionId } } });
  await tx.question.deleteMany({ where: { versionId } });
  const send = (sql: string, json: string) => tx.$executeRawUnsafe(sql, json);
  const rows = questions.map(({ costs, meaning = 1, ...question }, index) => ({
    costs,
    row: { ...question, id: randomUUID(), versionId, position: index + 1, meaning },
  }));
  await insertRows(
    send,
    "Question",
    rows.map(({ row }) => ({
      id: row.id,
      versionId: row.versionId,
      key: row.key,
      area: row.area,
      position: row.position,
      text: row.text,
      meaning: row.meaning,
      why: row.why,
      convincing: row.convincing,
      howToFix: row.howToFix,
      ability: row.ability,
      weight: row.weight,
      critical: row.critical,
      upToTier: row.upToTier,
      tags: row.tags,
      reviewAfterDays: row.reviewAfterDays,
      effortDays: row.effortDays,
      title: row.title ?? null,
    })),
  );
  await insertRows(
    send,
    "QuestionCost",
    rows.flatMap(({ row, costs }) =>
      costs.map(({ cost, incidentsPerYear, because }) => ({
        questionId: row.id,
        cost,
        incidentsPerYear,
        because,
      })),
    ),
  );
}
