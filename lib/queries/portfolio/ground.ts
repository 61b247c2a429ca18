import "server-only";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { dayOf } from "../../domain/as-of";
import { assessAllAt } from "../past/assess-all-at";
import type { Moment } from "../past/moment";
import { type AgedState, agedStates } from "../services/current-states";

/** What has to be known before anything kept in memory may be shown again. */
export interface Ground {
  /**
   * Differs after every change: how many rows of changes there are, the last one, and their sum. A transaction that took
   * its number early and ends late adds to the sum; rows are purged long after what is kept of them.
   */
  stamp: string;
  timeZone: string;
  /** Whether current rows are behind the clock. */
  due: boolean;
  /** When the next current row will be, or null. */
  nextChangeAt: Date | null;
  /** The day of the first point of all, or null; only where that is asked. */
  firstDay: string | null;
}

/** Whole days begin with the first point; only while there are none it is looked for. */
const FIRST = Prisma.sql`
  (SELECT min("day")::text FROM "WholeDay") AS "firstDay",
  CASE WHEN NOT EXISTS (SELECT 1 FROM "WholeDay") THEN (
    SELECT min(p."at") FROM "Service" s CROSS JOIN LATERAL (
      SELECT "at" FROM "ReadinessPoint" WHERE "serviceId" = s."id" ORDER BY "at" LIMIT 1) p) END AS "firstAt"`;

/** The ground of a dashboard at `now`: one statement. @param withFirst for a trend over all time */
export async function readGround(now: Date, withFirst = false): Promise<Ground> {
  const [row] = await reader().$queryRaw<(Ground & { firstAt: Date | null })[]>`
    SELECT (SELECT count(*) || '.' || coalesce(max("id"), 0) || '.' || coalesce(sum("id"), 0) FROM "Change"
        WHERE "action" NOT LIKE 'presence.%') AS "stamp",
      coalesce((SELECT "timeZone" FROM "Organisation" WHERE "id" = 1), 'UTC') AS "timeZone",
      EXISTS (SELECT 1 FROM "ServiceState" t JOIN "Service" s ON s."id" = t."serviceId"
        WHERE t."nextChangeAt" <= ${now}::timestamptz AND s."deletedAt" IS NULL) AS "due",
      (SELECT min("nextChangeAt") FROM "ServiceState" WHERE "nextChangeAt" > ${now}::timestamptz) AS "nextChangeAt",
      ${withFirst ? FIRST : Prisma.sql`NULL AS "firstDay", NULL::timestamptz AS "firstAt"`}`;
  if (!row) throw new RangeError("a statement without FROM gave no row");
  const { firstAt, ...ground } = row;
  return { ...ground, firstDay: ground.firstDay ?? (firstAt && dayOf(firstAt, ground.timeZone)) };
}

/**
 * The services that ageing changed up to a moment without a row that says so yet, as they were then: none, and no
 * statement, as long as the ageing job keeps up.
 */
export async function agedAt({ due }: Ground, { at, past }: Moment, now: Date): Promise<AgedState[]> {
  if (!due) return [];
  const aged = await agedStates(now);
  if (!past) return aged;
  const rows = await reader().$queryRaw<{ serviceId: string }[]>`
    SELECT "serviceId" FROM "ServiceState" WHERE "nextChangeAt" <= ${at}::timestamptz`;
  const ids = new Set(rows.map((row) => row.serviceId));
  const then = await assessAllAt(
    aged.map((each) => each.serviceId).filter((id) => ids.has(id)),
    at,
  );
  return [...then].map(([serviceId, { readiness }]) => ({ ...readiness, serviceId, gapRows: [] }));
}
