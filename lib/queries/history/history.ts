import "server-only";
import type { Scope } from "../../auth/scope";
import type { Entry } from "../../contracts/answers";
import type { History, HistoryFilters, ReadinessPoint } from "../../contracts/scorecard";
import type { Link } from "../../contracts/text";
import { reader } from "../../db/transaction";
import { endOfDay, isDay, startOfDay } from "../../domain/as-of";
import { carriedIncidents, type IncidentsByCost, totalIncidents } from "../../domain/exposure";
import { shownOrigin } from "../../domain/origin";
import type { Area, Tier } from "../../domain/vocabulary";
import { currentHistories } from "../../snapshot/current-histories";
import { loadWaiverEvents } from "./waiver-events";

const PAGE = 50;
/** Days of a trend line, about two years: the newest ones. */
const MOST_DAYS = 750;
/** Points of the current day: the newest ones. */
const MOST_TODAY = 200;
/** After every instant that is written down. */
const END_OF_TIME = new Date(8.64e14);

/**
 * Readiness points of a span, oldest first, and a page of entries, newest first (H1, H2, H4). Two statements for the
 * entries with who wrote them, one for the waivers, one for the points (none after the first page), and one more to find an
 * area's questions.
 * @param now whose day in the organisation's time zone is shown point by point
 */
export async function loadHistory(
  scope: Scope<"service:read">,
  filters: HistoryFilters,
  now: Date,
): Promise<History> {
  const serviceId = scope.resource.id;
  const { from, to } = await spanOf(filters);
  const limit = filters.limit ?? PAGE;
  const among = filters.area ? await keysOfArea(serviceId, filters.area) : null;
  const rows = await reader().entry.findMany({
    where: {
      serviceId,
      at: { ...(from ? { gte: from } : {}), lte: to },
      AND: [
        filters.question ? { questionKey: filters.question } : {},
        among ? { questionKey: { in: among } } : {},
      ],
      ...(filters.person ? { personId: filters.person } : {}),
      ...(filters.cursor ? { id: { lt: BigInt(filters.cursor) } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    include: {
      person: { select: { id: true, name: true } },
      importedBy: { select: { id: true, name: true } },
    },
  });
  const page = rows.slice(0, limit);
  const oldest = rows.length > limit ? page.at(-1)?.at : null;
  const span = { from: oldest ?? from, before: await beganAt(filters, to) };
  const { question, person } = filters;
  return {
    points: filters.cursor ? [] : await loadPoints(serviceId, { from, to }, now),
    entries: page.map((row): Entry => {
      const { questionKey, person, from, evidence, id, at, savedAt, version, kind, source, to, reason } = row;
      return {
        id: String(id),
        question: questionKey,
        version,
        kind,
        at: at.toISOString(),
        savedAt: (savedAt ?? at).toISOString(),
        by: person,
        source,
        origin: shownOrigin({ ...row, importedAt: row.importedBy && at }),
        from: from ?? "unanswered",
        to,
        reason,
        evidence: evidence as Link[],
      };
    }),
    waivers: await loadWaiverEvents(serviceId, { ...span, question, person, among }, now),
    nextCursor: rows.length > limit ? String(page.at(-1)?.id) : null,
  };
}

/** The first instant after those of a page: that of the entry which it goes on from, or the end of what is asked about. */
async function beganAt({ cursor }: HistoryFilters, to: Date): Promise<Date | null> {
  if (!cursor) return to === END_OF_TIME ? null : new Date(to.getTime() + 1);
  const entry = await reader().entry.findUnique({ where: { id: BigInt(cursor) }, select: { at: true } });
  return entry?.at ?? null;
}

/** From the beginning of a day to the end of one, where days are asked about: then one statement to tell what a day is. */
async function spanOf({ from, to }: HistoryFilters): Promise<{ from: Date | null; to: Date }> {
  const days = [from, to].some((each) => each !== undefined && isDay(each));
  const timeZone = days ? (await currentHistories()).timeZone : "UTC";
  return {
    from: from === undefined ? null : isDay(from) ? startOfDay(from, timeZone) : new Date(from),
    to: to === undefined ? END_OF_TIME : isDay(to) ? endOfDay(to, timeZone) : new Date(to),
  };
}

/** The questions of an area by any version of the service's checklist: answers outlive the version they were given to. */
async function keysOfArea(serviceId: string, area: Area): Promise<string[]> {
  const rows = await reader().$queryRaw<{ key: string }[]>`
    SELECT DISTINCT q."key" FROM "Service" s
      JOIN "ChecklistVersion" u ON u."id" = s."checklistVersionId"
      JOIN "ChecklistVersion" v ON v."checklistId" = u."checklistId"
      JOIN "Question" q ON q."versionId" = v."id"
    WHERE s."id" = ${serviceId}::uuid AND q."area" = ${area}::"Area"`;
  return rows.map((row) => row.key);
}

/**
 * The points of a trend (H4), oldest first: the last one before `from`, so that a line has a start; the last one of each
 * organisation day of the span; and, of the organisation's today, every one.
 */
async function loadPoints(
  serviceId: string,
  { from, to }: { from: Date | null; to: Date },
  now: Date,
): Promise<ReadinessPoint[]> {
  type Row = Omit<ReadinessPoint, "at" | "incidents"> & {
    at: Date;
    deleted: boolean;
    incidents: IncidentsByCost;
  };
  const rows = await reader().$queryRaw<Row[]>`
    WITH "zone" AS (
      SELECT coalesce((SELECT "timeZone" FROM "Organisation" LIMIT 1), 'UTC') AS "name"
    ), "span" AS (
      SELECT p."id", p."at", (p."at" AT TIME ZONE z."name")::date AS "day",
        (${now}::timestamptz AT TIME ZONE z."name")::date AS "today"
      FROM "ReadinessPoint" p, "zone" z
      WHERE p."serviceId" = ${serviceId}::uuid AND p."at" >= ${from ?? new Date(0)}::timestamptz
        AND p."at" <= ${to}::timestamptz
    ), "shown" AS (
      (SELECT p."id" FROM "ReadinessPoint" p
        WHERE p."serviceId" = ${serviceId}::uuid AND p."at" < ${from}::timestamptz
        ORDER BY p."at" DESC, p."id" DESC LIMIT 1)
      UNION ALL
      (SELECT d."id" FROM (
        SELECT DISTINCT ON ("day") "id", "day" FROM "span" WHERE "day" <> "today"
        ORDER BY "day" DESC, "at" DESC, "id" DESC LIMIT ${MOST_DAYS}) d)
      UNION ALL
      (SELECT "id" FROM "span" WHERE "day" = "today" ORDER BY "at" DESC, "id" DESC LIMIT ${MOST_TODAY})
    )
    SELECT p."at", p."cause", m."slug" AS "team", p."tier", p."lifecycle", p."deleted", p."score", p."standing",
      p."gaps", p."blockers", p."stale", p."incidents"
    FROM "shown" x JOIN "ReadinessPoint" p ON p."id" = x."id" JOIN "Team" m ON m."id" = p."teamId"
    ORDER BY p."at", p."id"`;
  return rows.map(({ deleted, ...row }) => ({
    ...row,
    tier: row.tier as Tier,
    at: row.at.toISOString(),
    incidents: totalIncidents(carriedIncidents(row.incidents, row.lifecycle, deleted)),
  }));
}
