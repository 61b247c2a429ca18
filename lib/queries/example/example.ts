import "server-only";
import type { Scope } from "../../auth/scope";
import type { ExampleThere } from "../../contracts/example";
import { reader } from "../../db/transaction";

/**
 * What of the example portfolio is there, and what would go with it that real people wrote: what is asked before it is
 * removed. One statement.
 */
export async function loadExampleThere(_scope: Scope<"example:remove">): Promise<ExampleThere> {
  const [row] = await reader().$queryRaw<ExampleThere[]>`
    SELECT (SELECT count(*)::int FROM "Team" WHERE "example") AS "teams",
      (SELECT count(*)::int FROM "Service" WHERE "example") AS "services",
      (SELECT count(*)::int FROM "Person" WHERE "example") AS "people",
      (SELECT count(*)::int FROM "Entry" e JOIN "Service" s ON s."id" = e."serviceId" WHERE s."example") AS "entries",
      (SELECT count(*)::int FROM "Entry" e JOIN "Service" s ON s."id" = e."serviceId" AND s."example"
        JOIN "Person" p ON p."id" = e."personId" AND NOT p."example") AS "byRealPeople",
      (SELECT count(*)::int FROM "GapPlan" g JOIN "Service" s ON s."id" = g."serviceId" AND s."example"
        JOIN "Person" p ON p."id" = g."changedById" AND NOT p."example"
        WHERE g."note" <> '' OR g."state" <> 'open' OR num_nonnulls(g."ownerId", g."dueOn", g."effortDays", g."ticket") > 0
      ) AS "plansByRealPeople",
      (SELECT count(*)::int FROM "Launch" WHERE "example") AS "launches",
      (SELECT count(*)::int FROM "Launch" l JOIN "Person" p ON p."id" = l."createdById" AND NOT p."example"
        WHERE l."example") AS "launchesByRealPeople",
      EXISTS (SELECT 1 FROM "CostModel" WHERE "example") AS "prices",
      EXISTS (SELECT 1 FROM "Service" WHERE NOT "example") AS "besideReal",
      (SELECT coalesce(array_agg(m."name" ORDER BY m."name"), '{}') FROM "Team" m WHERE m."example" AND EXISTS (
        SELECT 1 FROM "Service" s WHERE s."teamId" = m."id" AND NOT s."example")) AS "kept"`;
  if (!row) throw new RangeError("a statement without FROM gave no row");
  return row;
}
