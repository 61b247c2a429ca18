import "server-only";
import type { Scope } from "../../auth/scope";
import { reader } from "../../db/transaction";

/** The tags in use, most used first, at most a hundred: what a list can be filtered by. One statement. */
export async function loadTags(_scope: Scope<"service:list">): Promise<{ tag: string; services: number }[]> {
  return reader().$queryRaw<{ tag: string; services: number }[]>`
    SELECT "tag", count(*)::int AS "services" FROM "Service" s, unnest(s."tags") AS "tag"
    WHERE s."deletedAt" IS NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100`;
}
