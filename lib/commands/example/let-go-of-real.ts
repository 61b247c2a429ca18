import "server-only";
import type { Tx } from "../../db/transaction";

/**
 * Takes from real services what they had of the example: owners of plans, and services that they depended on. What is
 * changed gets a new version, and facts for the past to be asked about (H3).
 */
export async function letGoOfReal(tx: Tx, personId: string | null, now: Date): Promise<void> {
  // When a plan was last changed stays: it says which gap the plan was about, and nobody planned anything now.
  await tx.$executeRaw`
    UPDATE "GapPlan" p SET "ownerId" = NULL, "version" = p."version" + 1,
      "changedById" = coalesce(${personId}::uuid, p."changedById")
    FROM "Person" o, "Service" s
    WHERE o."id" = p."ownerId" AND o."example" AND s."id" = p."serviceId" AND NOT s."example"`;
  const dependents = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM "ServiceDependency" d USING "Service" s, "Service" e
    WHERE s."id" = d."serviceId" AND NOT s."example" AND e."id" = d."dependsOnId" AND e."example"
    RETURNING d."serviceId" AS "id"`;
  if (dependents.length === 0) return;
  const ids = [...new Set(dependents.map((each) => each.id))];
  await tx.$executeRaw`UPDATE "Service" SET "version" = "version" + 1 WHERE "id" = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO "ServiceFacts" ("serviceId", "at", "personId", "name", "teamId", "tier", "lifecycle", "tags",
      "checklistVersionId", "description", "links", "dependsOn", "deleted")
    SELECT s."id", greatest(${now}::timestamptz, (SELECT max(f."at") + interval '1 millisecond' FROM "ServiceFacts" f
        WHERE f."serviceId" = s."id")), ${personId}::uuid, s."name", s."teamId", s."tier", s."lifecycle", s."tags",
      s."checklistVersionId", s."description", s."links",
      ARRAY(SELECT d."dependsOnId" FROM "ServiceDependency" d WHERE d."serviceId" = s."id" ORDER BY d."dependsOnId"),
      s."deletedAt" IS NOT NULL
    FROM "Service" s WHERE s."id" = ANY(${ids}::uuid[])`;
}
