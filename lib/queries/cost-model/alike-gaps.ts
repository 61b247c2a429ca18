import "server-only";
import { Prisma } from "../../db/generated/client";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import type { AlikeGaps, QuestionOf } from "../../domain/preview-model";
import { currentGaps } from "../gaps/current-gaps";
import type { AgedState } from "../services/current-states";

const COUNTING = Prisma.sql`s."deletedAt" IS NULL AND s."lifecycle" <> 'retired'`;

/** The gaps of all services that carry anything (R6), those that weigh alike as one, with their questions: one statement. */
export async function alikeGaps(
  aged: readonly AgedState[],
): Promise<{ gaps: AlikeGaps[]; questionOf: QuestionOf }> {
  const gaps = await reader().$queryRaw<AlikeGaps[]>`
    SELECT s."checklistVersionId" AS "versionId", g."questionKey" AS "question",
      coalesce(g."verdict"::text, 'unanswered') AS "verdict", g."accepted", s."tier", s."lifecycle" = 'live' AS "live",
      count(*)::int AS "count"
    FROM ${currentGaps(aged)} g JOIN "Service" s ON s."id" = g."serviceId"
    WHERE ${COUNTING} GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`;
  const versions = new Map<string, Map<string, Question>>();
  for (const id of new Set(gaps.map((gap) => gap.versionId))) {
    const { questions } = await checklistVersion(id);
    versions.set(id, new Map(questions.map((question) => [question.key, question])));
  }
  return { gaps, questionOf: (versionId, key) => versions.get(versionId)?.get(key) };
}

/** How many services have any of some gaps: one statement. */
export async function countServices(
  aged: readonly AgedState[],
  gaps: readonly Pick<AlikeGaps, "versionId" | "question">[],
): Promise<number> {
  const [row] = await reader().$queryRaw<{ services: number }[]>`
    SELECT count(DISTINCT s."id")::int AS "services"
    FROM ${currentGaps(aged)} g JOIN "Service" s ON s."id" = g."serviceId"
    WHERE ${COUNTING} AND (s."checklistVersionId", g."questionKey") IN (
      SELECT * FROM unnest(${gaps.map((gap) => gap.versionId)}::uuid[], ${gaps.map((gap) => gap.question)}::text[]))`;
  return row?.services ?? 0;
}
