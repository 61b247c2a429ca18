import "server-only";
import { checklistVersion, type VersionWithQuestions } from "../../db/published-questions";
import { reader } from "../../db/transaction";

/** A published version that matters today, with how many services that count are asked it. */
export interface AskedVersion extends VersionWithQuestions {
  newest: boolean;
  services: number;
}

/**
 * The versions whose rates count: the newest published one of every checklist, and the older ones that services are
 * still asked. The newest ones first, by key; one statement, and one for each version that was never read.
 */
export async function askedVersions(): Promise<AskedVersion[]> {
  const rows = await reader().$queryRaw<{ id: string; newest: boolean; services: number }[]>`
    SELECT * FROM (
      SELECT v."id", c."key", v."number",
        v."number" = max(v."number") OVER (PARTITION BY v."checklistId") AS "newest",
        (SELECT count(*)::int FROM "Service" s WHERE s."checklistVersionId" = v."id" AND s."deletedAt" IS NULL
          AND s."lifecycle" <> 'retired') AS "services"
      FROM "ChecklistVersion" v JOIN "Checklist" c ON c."id" = v."checklistId" WHERE v."status" = 'published'
    ) asked WHERE "newest" OR "services" > 0 ORDER BY "newest" DESC, "key", "number" DESC`;
  return Promise.all(
    rows.map(async ({ id, newest, services }) => ({ ...(await checklistVersion(id)), newest, services })),
  );
}
