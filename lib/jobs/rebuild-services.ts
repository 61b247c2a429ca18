import { log } from "../config/log";
import { recordReadiness } from "../db/record-readiness";
import { givenAnswersOf, lockServices } from "../db/service-lock";
import { textColumns } from "../db/service-texts";
import { inTransaction, type Tx, withPatience } from "../db/transaction";
import { stopping } from "./stopping";

const AT_A_TIME = 500;
/** How many are named in the log; the audit trail has all of them. */
const NAMED = 50;

/** A service that an accident left without what is written with it. */
interface Incomplete {
  id: string;
  slug: string;
  facts: boolean;
  state: boolean;
  point: boolean;
}

/**
 * Finds services without a state, a readiness point, a line of facts or an audit event, as a transaction leaves
 * them that was cut in two and committed by halves; says which, and rebuilds what is derived: facts as of when the
 * service was made, state and point as of now. Each gets an audit event of nobody's that says what was missing. What the
 * example invented has no events of its own. Right however many processes do it.
 * @returns how many services were rebuilt
 */
export async function rebuildServices(now: Date): Promise<number> {
  let rebuilt = 0;
  for (let more = true; more && !stopping(); ) {
    const some = await withPatience("long", () => inTransaction((tx) => rebuild(tx, now)));
    rebuilt += some.length;
    more = some.length === AT_A_TIME;
    if (some.length === 0) continue;
    const services = some.slice(0, NAMED).map(({ slug }) => slug);
    log().error(
      { count: some.length, services },
      "services lacked what is written with them, as after an interrupted change, and were rebuilt",
    );
  }
  return rebuilt;
}

async function rebuild(tx: Tx, now: Date): Promise<Incomplete[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('plumbline.rebuild'))`;
  const found = await tx.$queryRaw<Incomplete[]>`
    SELECT * FROM (SELECT s."id", s."slug",
      EXISTS (SELECT FROM "ServiceFacts" f WHERE f."serviceId" = s."id") AS "facts",
      EXISTS (SELECT FROM "ServiceState" t WHERE t."serviceId" = s."id") AS "state",
      EXISTS (SELECT FROM "ReadinessPoint" p WHERE p."serviceId" = s."id") AS "point",
      s."example" OR EXISTS (SELECT FROM "AuditEvent" e
        WHERE e."subjectType" = 'service' AND e."subjectId" = s."id"::text) AS "event"
    FROM "Service" s) s WHERE NOT ("facts" AND "state" AND "point" AND "event") ORDER BY "id" LIMIT ${AT_A_TIME}`;
  if (found.length === 0) return found;
  const without = (has: (each: Incomplete) => boolean) =>
    found.flatMap((each) => (has(each) ? [] : [each.id]));
  await appendFacts(
    tx,
    without(({ facts }) => facts),
  );
  const underived = without(({ state, point }) => state && point);
  const locked = await lockServices(tx, underived, now);
  const answers = await givenAnswersOf(tx, underived);
  const causes = new Map(found.map(({ id, point }) => [id, point ? "facts" : "created"] as const));
  const items = [...locked.values()].map((service) => ({
    service,
    cause: causes.get(service.id) ?? "facts",
    at: service.at,
    answers: answers(service.id),
  }));
  await recordReadiness(tx, items);
  await tx.$executeRaw`
    INSERT INTO "AuditEvent" ("at", "actorId", "action", "subjectType", "subjectId", "details", "requestId")
    SELECT ${now}, NULL, 'service.rebuilt', 'service', f."id", f."details", 'rebuild-services'
    FROM jsonb_to_recordset(${JSON.stringify(found.map(event))}::jsonb) AS f("id" text, "details" jsonb)`;
  return found;
}

const event = ({ id, slug, ...has }: Incomplete) => ({
  id,
  details: { slug, missing: Object.entries(has).flatMap(([what, there]) => (there ? [] : [what])) },
});

/** The past of services as far as it is known: that they were made, and that they were deleted. */
async function appendFacts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ServiceFacts" ("serviceId", "at", "name", "teamId", "tier", "lifecycle", "tags",
      "checklistVersionId", ${textColumns()}, "links", "dependsOn", "deleted")
    SELECT s."id", l."at", s."name", s."teamId", s."tier", s."lifecycle", s."tags", s."checklistVersionId",
      ${textColumns("s")}, s."links",
      coalesce((SELECT array_agg(d."dependsOnId") FROM "ServiceDependency" d WHERE d."serviceId" = s."id"), '{}'),
      l."deleted"
    FROM "Service" s CROSS JOIN LATERAL (VALUES (s."createdAt", false),
      (greatest(s."deletedAt", s."createdAt" + interval '1 millisecond'), true)) AS l("at", "deleted")
    WHERE s."id" = ANY(${ids}::uuid[]) AND (s."deletedAt" IS NOT NULL OR NOT l."deleted")
    ORDER BY s."id", l."at"`;
  // A process that read services while this one had no facts left it out: its row is new to them now.
  await tx.$executeRaw`UPDATE "Service" SET "version" = "version" WHERE "id" = ANY(${ids}::uuid[])`;
}
