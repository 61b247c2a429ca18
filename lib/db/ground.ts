import { dayOf, endOfDay } from "../domain/as-of";
import { STAMP } from "./changes/stamp";
import { MODELS } from "./cost-model";
import { Prisma } from "./generated/client";
import { reader } from "./transaction";

/** What has to be known before anything kept in memory may be shown again. */
export interface Ground {
  /** Differs after every change. */
  stamp: string;
  timeZone: string;
  /** The organisation's: what an unpriced model is in. */
  currency: string;
  /** What MODELS said: which models there are. */
  models: string;
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
    SELECT ${STAMP} AS "stamp",
      coalesce((SELECT "timeZone" FROM "Organisation" WHERE "id" = 1), 'UTC') AS "timeZone",
      coalesce((SELECT "currency" FROM "Organisation" WHERE "id" = 1), 'EUR') AS "currency", ${MODELS} AS "models",
      EXISTS (SELECT 1 FROM "ServiceState" t JOIN "Service" s ON s."id" = t."serviceId"
        WHERE t."nextChangeAt" <= ${now}::timestamptz AND s."deletedAt" IS NULL) AS "due",
      (SELECT min("nextChangeAt") FROM "ServiceState" WHERE "nextChangeAt" > ${now}::timestamptz) AS "nextChangeAt",
      ${withFirst ? FIRST : Prisma.sql`NULL AS "firstDay", NULL::timestamptz AS "firstAt"`}`;
  if (!row) throw new RangeError("a statement without FROM gave no row");
  const { firstAt, ...ground } = row;
  return { ...ground, firstDay: ground.firstDay ?? (firstAt && dayOf(firstAt, ground.timeZone)) };
}

/** What was computed with ageing that no row says yet is kept as long as it takes to draw a page of it. */
const DUE_KEPT_MS = 2_000;

/**
 * The first instant at which what was true at `now` may be different without any change. While rows are due their next
 * change is not known: soon.
 */
export function groundEnds({ due, nextChangeAt, timeZone }: Ground, now: Date): Date {
  const midnight = endOfDay(dayOf(now, timeZone), timeZone).getTime();
  const next = nextChangeAt?.getTime() ?? midnight;
  return new Date(Math.min(midnight, next, due ? now.getTime() + DUE_KEPT_MS : midnight));
}
