import type { GivenAnswer } from "../domain/effective-verdict";
import type { Readiness } from "../domain/readiness";
import { type Assessment, assessAnswers, type ServiceRow } from "./assessment";
import { modelsOf } from "./cost-model";
import { type PointCause, Prisma } from "./generated/client";
import type { Tx } from "./transaction";

/** A locked service to be counted anew, from its answers as they are by now. */
export interface Recompute<A extends GivenAnswer = GivenAnswer> {
  service: ServiceRow;
  cause: PointCause;
  /** When the cause happened; ageing is computed as of it. */
  at: Date;
  answers: ReadonlyMap<string, A>;
}

/** What a readiness point says of a service (H2). */
export interface Point
  extends Pick<Readiness, "score" | "standing" | "counting" | "answered" | "gaps" | "blockers" | "accepted">,
    Pick<Readiness, "stale" | "unclear" | "unanswered" | "incidents" | "nextChangeAt"> {
  service: Pick<ServiceRow, "id" | "teamId" | "tier" | "lifecycle" | "deletedAt">;
  at: Date;
  cause: PointCause;
}

/** How many are counted and written at once: others have their turn in between. */
const AT_A_TIME = 200;

/**
 * Counts locked services anew, each once, and writes a readiness point of each (H2).
 * @param written what the caller writes itself, as parts of a WITH clause: sent with the points
 * @returns what is true of each now, in their order
 */
export async function recordReadiness<A extends GivenAnswer>(
  tx: Tx,
  items: readonly Recompute<A>[],
  written?: Prisma.Sql,
): Promise<Assessment<A>[]> {
  const models = items.every(({ service }) => service.models) ? {} : { models: (await modelsOf()).stamp };
  const all: Assessment<A>[] = [];
  for (let start = 0; start < items.length; start += AT_A_TIME) {
    const points: Point[] = [];
    for (const item of items.slice(start, start + AT_A_TIME)) {
      const assessment = await assessAnswers({ ...models, ...item.service }, item.at, item.answers);
      all.push(assessment);
      points.push({ ...item, ...assessment.readiness });
    }
    await writePoints(tx, points, start === 0 ? written : undefined);
  }
  return all;
}

/** Writes readiness points of locked services, and up to when each is written down: one statement for some hundreds. */
export async function writePoints(tx: Tx, points: readonly Point[], written?: Prisma.Sql): Promise<void> {
  for (let start = 0; start < points.length; start += AT_A_TIME) {
    const rows = points.slice(start, start + AT_A_TIME).map(rowOf);
    await tx.$executeRaw`
      WITH ${written && start === 0 ? Prisma.sql`${written}, ` : Prisma.empty}"rows" AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("serviceId" uuid, "at" timestamptz,
          "cause" "PointCause", "teamId" uuid, "tier" smallint, "lifecycle" "Lifecycle", "deleted" boolean, "score" int,
          "standing" "Standing", "counting" int, "answered" int, "gaps" int, "blockers" int, "accepted" int,
          "stale" int, "unclear" int, "unanswered" int, "incidents" jsonb, "nextChangeAt" timestamptz)
      ), "state" AS (
        INSERT INTO "ServiceState" ("serviceId", "computedAt", "nextChangeAt")
        SELECT "serviceId", "at", "nextChangeAt" FROM "rows"
        ON CONFLICT ("serviceId") DO UPDATE SET "computedAt" = EXCLUDED."computedAt",
          "nextChangeAt" = EXCLUDED."nextChangeAt"
      )
      INSERT INTO "ReadinessPoint" ("serviceId", "at", "cause", "teamId", "tier", "lifecycle", "deleted", "score",
        "standing", "counting", "answered", "gaps", "blockers", "accepted", "stale", "unclear", "unanswered",
        "incidents")
      SELECT "serviceId", "at", "cause", "teamId", "tier", "lifecycle", "deleted", "score", "standing", "counting",
        "answered", "gaps", "blockers", "accepted", "stale", "unclear", "unanswered", "incidents" FROM "rows"`;
  }
}

function rowOf({ service, at, cause, ...counted }: Point) {
  const { id: serviceId, teamId, tier, lifecycle, deletedAt } = service;
  const { score, standing, counting, answered, gaps, blockers, accepted, ...rest } = counted;
  const { stale, unclear, unanswered, incidents, nextChangeAt } = rest;
  return {
    ...{ serviceId, at, cause, teamId, tier, lifecycle, deleted: deletedAt !== null },
    ...{ score, standing, counting, answered, gaps, blockers, accepted },
    ...{ stale, unclear, unanswered, incidents, nextChangeAt },
  };
}
