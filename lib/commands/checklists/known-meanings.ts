import "server-only";
import type { Tx } from "../../db/transaction";
import type { KnownMeaning } from "../../domain/checklist-draft";

/**
 * What the keys of a checklist meant in its other versions: where a draft began, in the newest published version that
 * has them where that does not, and at most.
 * @param draft the version that is being written; its id is null before it is there
 */
export async function knownMeanings(
  tx: Tx,
  checklistId: string,
  { id, basedOn }: { id: string | null; basedOn: number | null },
): Promise<Map<string, KnownMeaning>> {
  const rows = await tx.$queryRaw<{ key: string; based: number; highest: number }[]>`
    SELECT q."key", max(q."meaning")::int AS "highest",
      (array_agg(q."meaning" ORDER BY v."number" = ${basedOn ?? 0} DESC, v."number" DESC))[1]::int AS "based"
    FROM "Question" q JOIN "ChecklistVersion" v ON v."id" = q."versionId"
    WHERE v."checklistId" = ${checklistId}::uuid AND v."id" IS DISTINCT FROM ${id}::uuid GROUP BY 1`;
  return new Map(rows.map(({ key, ...meaning }) => [key, meaning]));
}
