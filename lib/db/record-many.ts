import type { GivenAnswer } from "../domain/effective-verdict";
import { gapRow } from "../domain/gap-row";
import type { ServiceRow } from "./assessment";
import { assessAnswers } from "./assessment";
import { modelsOf } from "./cost-model";
import type { PointCause } from "./generated/client";
import type { Tx } from "./transaction";

/** A locked service to be recomputed from its answers as they are by now. */
export interface Recompute {
  service: ServiceRow;
  cause: PointCause;
  at: Date;
  answers: ReadonlyMap<string, GivenAnswer>;
}

const AT_A_TIME = 100;

/**
 * Recomputes many locked services, each once, as recordReadiness does with one: current row, gaps and a readiness point
 * (H2), one statement for each hundred.
 * @returns the next instant at which each changes by itself, by id
 */
export async function recordMany(tx: Tx, items: readonly Recompute[]): Promise<Map<string, Date | null>> {
  const next = new Map<string, Date | null>();
  const models = items.every(({ service }) => service.models) ? undefined : (await modelsOf()).stamp;
  for (let start = 0; start < items.length; start += AT_A_TIME) {
    const rows = await Promise.all(items.slice(start, start + AT_A_TIME).map((item) => rowOf(item, models)));
    for (const row of rows) next.set(row.serviceId, row.nextChangeAt);
    await write(tx, JSON.stringify(rows));
  }
  return next;
}

async function rowOf({ service, cause, at, answers }: Recompute, models: string | undefined) {
  const asked = { ...service, ...(models ? { models } : {}) };
  const { questions, readiness } = await assessAnswers(asked, at, answers);
  const { id: serviceId, teamId, tier, lifecycle, deletedAt } = service;
  const deleted = deletedAt !== null;
  return {
    serviceId,
    teamId,
    tier,
    lifecycle,
    deleted,
    cause,
    at,
    ...readiness,
    open: questions.flatMap(gapRow),
  };
}

async function write(tx: Tx, rows: string): Promise<void> {
  await tx.$executeRaw`
    WITH "rows" AS (
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS r("serviceId" uuid, "teamId" uuid, "tier" smallint,
        "lifecycle" "Lifecycle", "deleted" boolean, "cause" "PointCause", "at" timestamptz, "score" int,
        "standing" "Standing", "counting" int, "answered" int, "gaps" int, "blockers" int, "accepted" int, "stale" int,
        "unclear" int, "unanswered" int, "weight" int, "incidents" jsonb, "areas" jsonb,
        "abilities" jsonb, "nextChangeAt" timestamptz, "open" jsonb)
    ), "state" AS (
      INSERT INTO "ServiceState" ("serviceId", "score", "standing", "counting", "answered", "gaps", "blockers",
        "accepted", "stale", "unclear", "unanswered", "weight", "incidents", "areas", "abilities", "computedAt",
        "nextChangeAt")
      SELECT "serviceId", "score", "standing", "counting", "answered", "gaps", "blockers", "accepted", "stale",
        "unclear", "unanswered", "weight", "incidents", "areas", "abilities", "at", "nextChangeAt" FROM "rows"
      ON CONFLICT ("serviceId") DO UPDATE SET "score" = EXCLUDED."score", "standing" = EXCLUDED."standing",
        "counting" = EXCLUDED."counting", "answered" = EXCLUDED."answered", "gaps" = EXCLUDED."gaps",
        "blockers" = EXCLUDED."blockers", "accepted" = EXCLUDED."accepted", "stale" = EXCLUDED."stale",
        "unclear" = EXCLUDED."unclear", "unanswered" = EXCLUDED."unanswered", "weight" = EXCLUDED."weight", "incidents" = EXCLUDED."incidents",
        "areas" = EXCLUDED."areas", "abilities" = EXCLUDED."abilities", "computedAt" = EXCLUDED."computedAt",
        "nextChangeAt" = EXCLUDED."nextChangeAt"
    ), "open" AS (
      SELECT r."serviceId", o.*, r."at" AS "openedAt" FROM "rows" r CROSS JOIN jsonb_to_recordset(r."open") AS
        o("questionKey" text, "area" "Area", "verdict" "Verdict", "given" "Verdict", "stale" boolean,
          "accepted" boolean, "critical" boolean)
    ), "closed" AS (
      DELETE FROM "Gap" g USING "rows" r WHERE g."serviceId" = r."serviceId" AND NOT EXISTS (
        SELECT 1 FROM "open" o WHERE o."serviceId" = g."serviceId" AND o."questionKey" = g."questionKey")
    ), "opened" AS (
      INSERT INTO "Gap" AS g ("serviceId", "questionKey", "area", "verdict", "given", "stale", "accepted", "critical",
        "openedAt")
      SELECT * FROM "open"
      ON CONFLICT ("serviceId", "questionKey") DO UPDATE SET "area" = EXCLUDED."area", "verdict" = EXCLUDED."verdict",
        "given" = EXCLUDED."given", "stale" = EXCLUDED."stale", "accepted" = EXCLUDED."accepted",
        "critical" = EXCLUDED."critical"
      WHERE (g."area", g."verdict", g."given", g."stale", g."accepted", g."critical") IS DISTINCT FROM
        (EXCLUDED."area", EXCLUDED."verdict", EXCLUDED."given", EXCLUDED."stale", EXCLUDED."accepted",
          EXCLUDED."critical")
    )
    INSERT INTO "ReadinessPoint" ("serviceId", "at", "cause", "teamId", "tier", "lifecycle", "deleted", "score",
      "standing", "counting", "answered", "gaps", "blockers", "accepted", "stale", "unclear", "unanswered", "incidents",
      "areas", "abilities")
    SELECT "serviceId", "at", "cause", "teamId", "tier", "lifecycle", "deleted", "score", "standing", "counting",
      "answered", "gaps", "blockers", "accepted", "stale", "unclear", "unanswered", "incidents", "areas", "abilities"
    FROM "rows"`;
}
