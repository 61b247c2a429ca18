import "server-only";
import type { ExampleRemoved } from "../../contracts/example";
import { lockModel } from "../../db/model-lock";
import { textColumns } from "../../db/service-texts";
import type { Tx } from "../../db/transaction";
import { lockExample } from "./lock-example";

/**
 * Erases everything invented, in a transaction of the caller's: history first, while its services still say that they
 * are examples, for only then do the triggers let it go. Real things stay, without what they had of the example.
 * @param personId who does it; null from the command line
 */
export async function eraseExample(tx: Tx, personId: string | null, now: Date): Promise<ExampleRemoved> {
  await lockExample(tx);
  await lockModel(tx);
  await lockTouched(tx);
  await letGoOfReal(tx, personId, now);
  await takeOffLaunches(tx, personId, now);
  await eraseLaunches(tx);
  const entries = await eraseHistory(tx);
  await tx.$executeRaw`DELETE FROM "CostModel" WHERE "example"`;
  const services = await tx.$executeRaw`DELETE FROM "Service" WHERE "example"`;
  const people = await erasePeople(tx);
  const { teams, kept } = await eraseTeams(tx, now);
  return { teams, services, people, entries, kept };
}

/** Locks whatever will change, in the one order: services by id, then launches, then teams. */
async function lockTouched(tx: Tx): Promise<void> {
  await tx.$queryRaw`
    SELECT s."id" FROM "Service" s WHERE s."example"
      OR EXISTS (SELECT 1 FROM "ServiceDependency" d JOIN "Service" e ON e."id" = d."dependsOnId"
        WHERE d."serviceId" = s."id" AND e."example")
      OR EXISTS (SELECT 1 FROM "GapPlan" p JOIN "Person" o ON o."id" = p."ownerId"
        WHERE p."serviceId" = s."id" AND o."example")
    ORDER BY s."id" FOR UPDATE OF s`;
  await tx.$queryRaw`
    SELECT l."id" FROM "Launch" l WHERE l."example" OR EXISTS (SELECT 1 FROM "LaunchService" t
      JOIN "Service" s ON s."id" = t."serviceId" AND s."example" WHERE t."launchId" = l."id")
    ORDER BY l."id" FOR UPDATE`;
  await tx.$queryRaw`SELECT "id" FROM "Team" WHERE "example" ORDER BY "id" FOR UPDATE`;
}

/**
 * Takes invented services off the launches of real ones. Of those that are open the plan says so, which signatures cover, and
 * what was decided about gaps that are gone counts no more.
 */
async function takeOffLaunches(tx: Tx, personId: string | null, now: Date): Promise<void> {
  const off = await tx.$queryRaw<{ id: string; open: boolean; before: string; after: string }[]>`
    WITH "off" AS (
      DELETE FROM "LaunchService" t USING "Launch" l, "Service" s
      WHERE l."id" = t."launchId" AND NOT l."example" AND s."id" = t."serviceId" AND s."example" RETURNING t."launchId")
    SELECT l."id", l."state" = 'open' AS "open",
      string_agg(s."name", ', ' ORDER BY s."name") AS "before",
      coalesce(string_agg(s."name", ', ' ORDER BY s."name") FILTER (WHERE NOT s."example"), '') AS "after"
    FROM "Launch" l JOIN "LaunchService" t ON t."launchId" = l."id" JOIN "Service" s ON s."id" = t."serviceId"
    WHERE l."id" IN (SELECT "launchId" FROM "off") GROUP BY l."id"`;
  for (const { id, open, before, after } of off) {
    if (!open) continue;
    const [{ at } = { at: now }] = await tx.$queryRaw<{ at: Date }[]>`
      SELECT greatest(${now}::timestamptz, max("at") + interval '1 millisecond') AS "at" FROM "LaunchEvent"
      WHERE "launchId" = ${id}::uuid`;
    await tx.$executeRaw`
      UPDATE "Disposition" d SET "supersededAt" = ${at} FROM "Service" s
      WHERE d."launchId" = ${id}::uuid AND d."supersededAt" IS NULL AND s."id" = d."serviceId" AND s."example"`;
    await tx.$executeRaw`UPDATE "Launch" SET "version" = "version" + 1 WHERE "id" = ${id}::uuid`;
    await tx.$executeRaw`
      INSERT INTO "LaunchPlan" ("launchId", "at", "personId", "what", "undoHow", "undoWho", "targetDate", "services")
      SELECT l."id", ${at}, coalesce(${personId}::uuid, l."createdById"), l."what", l."undoHow", l."undoWho",
        l."targetDate", ARRAY(SELECT t."serviceId" FROM "LaunchService" t WHERE t."launchId" = l."id" ORDER BY 1)
      FROM "Launch" l WHERE l."id" = ${id}::uuid`;
    const changes = [{ field: "services", from: before, to: after }];
    const details = { changes, reason: "The example portfolio was removed." };
    await tx.launchEvent.create({ data: { launchId: id, at, personId, kind: "changed", details } });
  }
}

/** Launches that were invented; what was signed goes before the bytes that it is of. */
async function eraseLaunches(tx: Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM "SignOff" s USING "Launch" l WHERE l."id" = s."launchId" AND l."example"`;
  await tx.$executeRaw`DELETE FROM "Launch" WHERE "example"`;
}

/** What the services have: answers, plans and history. @returns how many lines people wrote */
async function eraseHistory(tx: Tx): Promise<number> {
  for (const table of ["ServiceState", "GapPlan", "Waiver", "Answer", "ReadinessPoint", "ServiceFacts"]) {
    await tx.$executeRawUnsafe(eraseOf(table));
  }
  return tx.$executeRawUnsafe(eraseOf("Entry"));
}

const eraseOf = (table: string) =>
  `DELETE FROM "${table}" t USING "Service" s WHERE s."id" = t."serviceId" AND s."example"`;

/** One at a time: each looks through the history of everybody for the person, which takes its time in a large house. */
async function erasePeople(tx: Tx): Promise<number> {
  const people = await tx.person.findMany({ where: { example: true }, select: { id: true } });
  for (const { id } of people) await tx.$executeRaw`DELETE FROM "Person" WHERE "id" = ${id}::uuid`;
  return people.length;
}

/**
 * Teams go; one that real services belong to stays and is real from now on, and one that real services only used to
 * belong to stays as a deleted team, so that their past keeps its name.
 */
async function eraseTeams(tx: Tx, now: Date): Promise<{ teams: number; kept: string[] }> {
  const kept = await tx.$queryRaw<{ name: string }[]>`
    UPDATE "Team" m SET "example" = false, "version" = "version" + 1
    WHERE "example" AND EXISTS (SELECT 1 FROM "Service" s WHERE s."teamId" = m."id") RETURNING "name"`;
  const past = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Team" m SET "example" = false, "version" = "version" + 1, "deletedAt" = coalesce("deletedAt", ${now})
    WHERE "example" AND EXISTS (SELECT 1 FROM "ServiceFacts" f WHERE f."teamId" = m."id") RETURNING "id"`;
  const ids = past.map((team) => team.id);
  await tx.membership.deleteMany({ where: { teamId: { in: ids } } });
  await tx.$executeRaw`
    UPDATE "Invitation" i SET "teams" = (
      SELECT coalesce(jsonb_agg(o."team"), '[]') FROM jsonb_array_elements(i."teams") o("team")
      WHERE NOT EXISTS (SELECT 1 FROM "Team" m WHERE m."id"::text = o."team"->>'team'
        AND (m."example" OR m."id" = ANY(${ids}::uuid[]))))
    WHERE i."acceptedAt" IS NULL AND i."revokedAt" IS NULL AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(i."teams") o("team") JOIN "Team" m ON m."id"::text = o."team"->>'team'
      WHERE m."example" OR m."id" = ANY(${ids}::uuid[]))`;
  const gone = await tx.$executeRaw`DELETE FROM "Team" WHERE "example"`;
  return { teams: gone + past.length, kept: kept.map((team) => team.name).sort() };
}

/**
 * Takes from real services what they had of the example: owners of plans, and services that they depended on. What is
 * changed gets a new version, and facts for the past to be asked about (H3).
 */
async function letGoOfReal(tx: Tx, personId: string | null, now: Date): Promise<void> {
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
      "checklistVersionId", ${textColumns()}, "links", "dependsOn", "deleted")
    SELECT s."id", greatest(${now}::timestamptz, (SELECT max(f."at") + interval '1 millisecond' FROM "ServiceFacts" f
        WHERE f."serviceId" = s."id")), ${personId}::uuid, s."name", s."teamId", s."tier", s."lifecycle", s."tags",
      s."checklistVersionId", ${textColumns("s")}, s."links",
      ARRAY(SELECT d."dependsOnId" FROM "ServiceDependency" d WHERE d."serviceId" = s."id" ORDER BY d."dependsOnId"),
      s."deletedAt" IS NOT NULL
    FROM "Service" s WHERE s."id" = ANY(${ids}::uuid[])`;
}
