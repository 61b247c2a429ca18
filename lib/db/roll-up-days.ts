import { dayAfter, dayOf, endOfDay, startOfDay } from "../domain/as-of";
import { COSTS, STANDINGS } from "../domain/vocabulary";
import { Prisma } from "./generated/client";
import { incidentsOf } from "./incident-columns";
import type { Tx } from "./transaction";

/** The team of the rows of a whole day that add up all teams: what is read when nothing is filtered by team. */
export const EVERY_TEAM = "00000000-0000-0000-0000-000000000000";

/** Held while days are rolled up; prisma/sql/70_days.sql shares it while a point is dated into the past. */
const LOCK = 73_051_131;
/** After its end a day waits for the transactions that are dated into it. */
const WAIT_MS = 5 * 60_000;
/** How many days × services are rolled up in one statement: a tenth of a second, far from every timeout under load. */
const AT_A_TIME = 15_000;
const MOST_DAYS = 60;

/**
 * Rolls up the next whole days of the organisation that are not yet (H4): each gets what the last points of the services
 * up to its end add up to. To be called in a transaction of its own, until it returns 0; right in two processes at once.
 * @returns how many days it rolled up
 */
export async function rollUpDays(tx: Tx, now: Date): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
  const [state] = await tx.$queryRaw<
    { timeZone: string; services: number; last: string | null; firstAt: Date | null }[]
  >`
    SELECT coalesce((SELECT "timeZone" FROM "Organisation" WHERE "id" = 1), 'UTC') AS "timeZone",
      (SELECT count(*) FROM "Service")::int AS "services", (SELECT max("day")::text FROM "WholeDay") AS "last",
      (SELECT min(p."at") FROM "Service" s CROSS JOIN LATERAL (
        SELECT "at" FROM "ReadinessPoint" WHERE "serviceId" = s."id" ORDER BY "at" LIMIT 1) p
        WHERE NOT EXISTS (SELECT 1 FROM "WholeDay")) AS "firstAt"`;
  if (!state) throw new RangeError("a statement without FROM gave no row");
  const { timeZone, services, last, firstAt } = state;
  const first = last ? dayAfter(last) : firstAt && dayOf(firstAt, timeZone);
  if (!first) return 0;
  const most = Math.min(MOST_DAYS, Math.max(1, Math.floor(AT_A_TIME / Math.max(1, services))));
  const days: string[] = [];
  for (let day = first; days.length < most; day = dayAfter(day)) {
    if (endOfDay(day, timeZone).getTime() + WAIT_MS > now.getTime()) break;
    days.push(day);
  }
  if (days.length > 0) await write(tx, days, timeZone);
  return days.length;
}

async function write(tx: Tx, days: readonly string[], timeZone: string): Promise<void> {
  // One more, so that the last day has an end: whole[i] ≤ instants of days[i] < whole[i + 1].
  const whole = [...days, dayAfter(days.at(-1) ?? "")].map((day) => startOfDay(day, timeZone).toISOString());
  const starts = Prisma.sql`${whole}::timestamptz[]`;
  await tx.$executeRaw`
    WITH "last" AS MATERIALIZED (
      SELECT p."serviceId", p."place", p."teamId", p."tier", p."lifecycle", p."deleted", p."standing", p."score",
        p."gaps", p."blockers", ${INCIDENTS},
        lead(p."place", 1, ${days.length + 1}::int) OVER (PARTITION BY p."serviceId" ORDER BY p."place") AS "until"
      FROM "Service" s CROSS JOIN LATERAL (
        (SELECT 1 AS "place", p.* FROM "ReadinessPoint" p
          WHERE p."serviceId" = s."id" AND p."at" < (${starts})[2] ORDER BY p."at" DESC, p."id" DESC LIMIT 1)
        UNION ALL
        (SELECT DISTINCT ON ("place") * FROM (
          SELECT width_bucket(p."at", ${starts}) AS "place", p.* FROM "ReadinessPoint" p
          WHERE p."serviceId" = s."id" AND p."at" >= (${starts})[2] AND p."at" < (${starts})[${days.length + 1}::int]) p
          ORDER BY "place", "at" DESC, "id" DESC)) p
    )
    INSERT INTO "ReadinessDay" ("day", "teamId", "tier", "lifecycle", "productionReady", "readyWithAcceptedRisks",
      "working", "unassessed", "score", "gaps", "blockers", "known", "unknown", "accepted")
    SELECT d."day", coalesce(p."teamId", ${EVERY_TEAM}::uuid), p."tier", p."lifecycle", ${SUMS}
    FROM "last" p CROSS JOIN LATERAL generate_series(p."place", p."until" - 1) AS g("nth")
      JOIN unnest(${days}::date[]) WITH ORDINALITY AS d("day", "nth") ON d."nth" = g."nth"
    WHERE NOT p."deleted" AND p."lifecycle" <> 'retired'
    GROUP BY GROUPING SETS ((d."day", p."teamId", p."tier", p."lifecycle"), (d."day", p."tier", p."lifecycle"))`;
  await tx.$executeRaw`
    INSERT INTO "WholeDay" ("day", "endsAt") SELECT * FROM unnest(${days}::date[],
      ${days.map((day) => endOfDay(day, timeZone).toISOString())}::timestamptz[])`;
}

const PARTS = ["known", "unknown", "accepted"] as const;

/** The incidents of a point as columns: known0 … accepted7. */
const INCIDENTS = Prisma.raw(
  PARTS.flatMap((part) =>
    COSTS.map((cost, place) => `${incidentsOf('p."incidents"', cost, part)} AS "${part}${place}"`),
  ).join(", "),
);

/** What the rows of a day add up to, in the order of the columns. */
const SUMS = Prisma.raw(
  [
    ...STANDINGS.map((standing) => `count(*) FILTER (WHERE p."standing" = '${standing}')`),
    `coalesce(sum(p."score"), 0), sum(p."gaps"), sum(p."blockers")`,
    ...PARTS.map((part) => `ARRAY[${COSTS.map((_, place) => `sum(p."${part}${place}")`).join(", ")}]`),
  ].join(", "),
);
