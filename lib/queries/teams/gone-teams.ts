import "server-only";
import type { Scope } from "../../auth/scope";
import { reader } from "../../db/transaction";

/**
 * The teams that had owned a service by an instant and were deleted since, by name, as they were called last: the past
 * names them, but they have no page any more. One statement.
 */
export const loadGoneTeams = (
  _scope: Scope<"team:list">,
  at: Date,
): Promise<{ slug: string; name: string }[]> =>
  reader().$queryRaw`
    SELECT t."slug", t."name" FROM "Team" t WHERE t."deletedAt" > ${at}::timestamptz AND EXISTS (
      SELECT 1 FROM "ServiceFacts" f WHERE f."teamId" = t."id" AND f."at" <= ${at}::timestamptz)
    ORDER BY lower(t."name") COLLATE "C", t."id"`;
