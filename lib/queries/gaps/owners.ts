import "server-only";
import type { Scope } from "../../auth/scope";
import { reader } from "../../db/transaction";
import { isUuid } from "../../domain/text";

/** Somebody whom gaps are planned for, how many of those that are open, and whether they may still sign in. */
export interface GapOwner {
  id: string;
  name: string;
  disabled: boolean;
  gaps: number;
}

const MOST = 500;

/**
 * Who owns gaps that are open, by name; whoever is disabled too, for their work has to be handed on. One statement.
 * @param asked people that are named in any case, such as those of a filter in force
 * @returns at most 500, those with the most gaps
 */
export async function loadGapOwners(
  _scope: Scope<"gap:list">,
  asked: readonly string[] = [],
): Promise<GapOwner[]> {
  const ids = asked.filter(isUuid);
  return reader().$queryRaw<GapOwner[]>`
    SELECT * FROM (
      SELECT w."id", w."name", w."disabledAt" IS NOT NULL AS "disabled", coalesce(o."gaps", 0) AS "gaps"
      FROM "Person" w LEFT JOIN (
        SELECT p."ownerId", count(*)::int AS "gaps" FROM "GapPlan" p
        JOIN "Gap" g ON g."serviceId" = p."serviceId" AND g."questionKey" = p."questionKey"
          AND p."changedAt" >= g."openedAt"
        JOIN "Service" s ON s."id" = g."serviceId" AND s."deletedAt" IS NULL AND s."lifecycle" <> 'retired'
        WHERE p."ownerId" IS NOT NULL GROUP BY 1) o ON o."ownerId" = w."id"
      WHERE o."gaps" > 0 OR w."id" = ANY(${ids}::uuid[])
      ORDER BY w."id" = ANY(${ids}::uuid[]) DESC, 4 DESC, w."name", w."id" LIMIT ${MOST}) x
    ORDER BY lower(x."name"), x."id"`;
}
