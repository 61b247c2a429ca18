import { gapRow } from "../domain/gap-row";
import type { Readiness } from "../domain/readiness";
import { type AnswerRow, type Assessment, assessService, type ServiceRow } from "./assessment";
import { type PointCause, Prisma } from "./generated/client";
import type { Tx } from "./transaction";

/** What the caller knows already. */
interface Recorded {
  /** The answers as they are now, when it has them. */
  answers?: ReadonlyMap<string, AnswerRow>;
  /** What it writes itself, as parts of a WITH clause: sent with the rest. */
  written?: Prisma.Sql;
}

/**
 * Recomputes a locked service and writes its current row, its gaps and a readiness point with them (H2): one statement.
 * @param at when the cause happened; ageing is computed as of it
 */
export async function recordReadiness(
  tx: Tx,
  service: ServiceRow,
  cause: PointCause,
  at: Date,
  { answers, written }: Recorded = {},
): Promise<Assessment> {
  const assessment = await assessService(service, at, answers);
  const r: Readiness = assessment.readiness;
  const open = JSON.stringify(assessment.questions.flatMap(gapRow));
  await tx.$executeRaw`
    WITH ${written ? Prisma.sql`${written}, ` : Prisma.empty}"values" AS (
      SELECT ${service.id}::uuid AS "serviceId", ${r.score}::int AS "score", ${r.standing}::"Standing" AS "standing",
        ${r.counting}::int AS "counting", ${r.answered}::int AS "answered", ${r.gaps}::int AS "gaps",
        ${r.blockers}::int AS "blockers", ${r.accepted}::int AS "accepted", ${r.stale}::int AS "stale",
        ${r.unclear}::int AS "unclear", ${r.unanswered}::int AS "unanswered",
        ${JSON.stringify(r.incidents)}::jsonb AS "incidents", ${JSON.stringify(r.areas)}::jsonb AS "areas",
        ${JSON.stringify(r.abilities)}::jsonb AS "abilities"
    ), "state" AS (
      INSERT INTO "ServiceState" AS s ("serviceId", "score", "standing", "counting", "answered", "gaps", "blockers",
        "accepted", "stale", "unclear", "unanswered", "incidents", "areas", "abilities", "computedAt", "nextChangeAt",
        "weight")
      SELECT v.*, ${at}::timestamptz, ${r.nextChangeAt}::timestamptz, ${r.weight}::int FROM "values" v
      ON CONFLICT ("serviceId") DO UPDATE SET "score" = EXCLUDED."score", "standing" = EXCLUDED."standing",
        "counting" = EXCLUDED."counting", "answered" = EXCLUDED."answered", "gaps" = EXCLUDED."gaps",
        "blockers" = EXCLUDED."blockers", "accepted" = EXCLUDED."accepted", "stale" = EXCLUDED."stale",
        "unclear" = EXCLUDED."unclear", "unanswered" = EXCLUDED."unanswered", "incidents" = EXCLUDED."incidents",
        "areas" = EXCLUDED."areas", "abilities" = EXCLUDED."abilities", "computedAt" = EXCLUDED."computedAt",
        "nextChangeAt" = EXCLUDED."nextChangeAt", "weight" = EXCLUDED."weight"
    ), "open" AS (
      SELECT * FROM jsonb_to_recordset(${open}::jsonb) AS o("questionKey" text, "area" "Area", "verdict" "Verdict",
        "given" "Verdict", "stale" boolean, "accepted" boolean, "critical" boolean)
    ), "closed" AS (
      DELETE FROM "Gap" g WHERE g."serviceId" = ${service.id}::uuid
        AND NOT EXISTS (SELECT 1 FROM "open" o WHERE o."questionKey" = g."questionKey")
    ), "opened" AS (
      INSERT INTO "Gap" ("serviceId", "questionKey", "area", "verdict", "given", "stale", "accepted", "critical",
        "openedAt")
      SELECT ${service.id}::uuid, o.*, ${at}::timestamptz FROM "open" o
      WHERE NOT EXISTS (
        SELECT 1 FROM "Gap" same WHERE same."serviceId" = ${service.id}::uuid AND same."questionKey" = o."questionKey"
          AND (same."area", same."verdict", same."given", same."stale", same."accepted", same."critical")
            IS NOT DISTINCT FROM (o."area", o."verdict", o."given", o."stale", o."accepted", o."critical"))
      ON CONFLICT ("serviceId", "questionKey") DO UPDATE SET "area" = EXCLUDED."area", "verdict" = EXCLUDED."verdict",
        "given" = EXCLUDED."given", "stale" = EXCLUDED."stale", "accepted" = EXCLUDED."accepted",
        "critical" = EXCLUDED."critical"
    )
    INSERT INTO "ReadinessPoint" ("serviceId", "score", "standing", "counting", "answered", "gaps", "blockers",
      "accepted", "stale", "unclear", "unanswered", "incidents", "areas", "abilities", "at", "cause", "teamId", "tier",
      "lifecycle", "deleted")
    SELECT v.*, ${at}::timestamptz, ${cause}::"PointCause", ${service.teamId}::uuid, ${service.tier}::smallint,
      ${service.lifecycle}::"Lifecycle", ${service.deletedAt !== null} FROM "values" v`;
  return assessment;
}
