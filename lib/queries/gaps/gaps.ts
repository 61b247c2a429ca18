import "server-only";
import type { Scope } from "../../auth/scope";
import type { GapFilters, GapPage, GapRow } from "../../contracts/gaps";
import { Prisma } from "../../db/generated/client";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { openness } from "../../domain/exposure";
import { can } from "../../domain/policy";
import { questionNumbers } from "../../domain/question-number";
import { isStorable, isUuid } from "../../domain/text";
import type { Lifecycle, Tier, Verdict } from "../../domain/vocabulary";
import { type AgedState, agedStates, currentRows } from "../services/current-states";
import { currentGaps } from "./current-gaps";
import { gapConditions, incidentsOf, KNOWN, OVERDUE } from "./gap-filters";

const PAGE = 50;

/** What a list is sorted by, always rising, as text that sorts like its value; live services before the others (R8). */
const SORTED_BY: Record<NonNullable<GapFilters["sort"]>, (incidents: Prisma.Sql) => Prisma.Sql> = {
  incidents: (incidents) => Prisma.sql`CASE s."lifecycle" WHEN 'live' THEN '0' ELSE '1' END
    || to_char(1000000 - ${incidents} * (CASE s."tier" WHEN 1 THEN 1 WHEN 2 THEN 0.5 WHEN 3 THEN 0.25 ELSE 0.1 END),
      'FM0000000.000000000')`,
  due: () => Prisma.sql`coalesce(p."dueOn"::text, '9999-12-31')`,
  age: () => Prisma.sql`to_char(g."openedAt" AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSMS')`,
  service: () => Prisma.sql`lower(s."name")`,
  effort: () => Prisma.sql`to_char(coalesce(p."effortDays", q."effortDays"), 'FM00000.0000')`,
};

interface Row {
  serviceId: string;
  service: string;
  serviceName: string;
  teamId: string;
  team: string;
  teamName: string;
  tier: Tier;
  lifecycle: Lifecycle;
  versionId: string;
  question: string;
  verdict: Verdict | null;
  given: Verdict | null;
  stale: boolean;
  accepted: boolean;
  critical: boolean;
  openedAt: Date;
  incidentsPerYear: number;
  plan: GapRow["plan"];
  overdue: boolean;
  sortValue: string;
}

/**
 * A page of the gaps of all services with what is planned about them, filtered, sorted, paged by key, and what the
 * filters leave in sum. Chosen costs narrow the incidents too. Three statements when nothing has aged.
 */
export async function loadGaps(scope: Scope<"gap:list">, filters: GapFilters, now: Date): Promise<GapPage> {
  const { actor } = scope.viewer;
  const aged = await agedStates(now);
  const from = tables(aged, now);
  const where = gapConditions(filters, actor.id, now);
  const incidents = incidentsOf(filters.cost);
  const by = SORTED_BY[filters.sort ?? "incidents"](incidents);
  const limit = filters.limit ?? PAGE;
  const after = filters.cursor ? readCursor(filters.cursor) : null;
  const beyond = after
    ? Prisma.sql`AND (${by} COLLATE "C", s."id", g."questionKey" COLLATE "C") > (${after.value} COLLATE "C", ${after.id}::uuid, ${after.question} COLLATE "C")`
    : Prisma.empty;
  const [rows, [total]] = await Promise.all([
    reader().$queryRaw<Row[]>`
      SELECT s."id" AS "serviceId", s."slug" AS "service", s."name" AS "serviceName", m."id" AS "teamId",
        m."slug" AS "team", m."name" AS "teamName", s."tier", s."lifecycle", s."checklistVersionId" AS "versionId",
        g."questionKey" AS "question", g."verdict", g."given", g."stale", g."accepted", g."critical", g."openedAt",
        (${incidents})::float8 AS "incidentsPerYear", ${OVERDUE} AS "overdue", ${by} AS "sortValue",
        CASE WHEN p."version" IS NULL THEN NULL ELSE jsonb_build_object('dueOn', p."dueOn"::text, 'effortDays',
          p."effortDays", 'state', p."state", 'ticket', p."ticket", 'note', p."note", 'version', p."version", 'owner',
          CASE WHEN w."id" IS NULL THEN NULL ELSE jsonb_build_object('id', w."id", 'name', w."name") END) END AS "plan"
      FROM ${from} LEFT JOIN "Person" w ON w."id" = p."ownerId"
      WHERE ${where} ${beyond}
      ORDER BY ${by} COLLATE "C", s."id", g."questionKey" COLLATE "C" LIMIT ${limit + 1}`,
    reader().$queryRaw<GapPage["total"][]>`
      SELECT count(*)::int AS "gaps", count(DISTINCT s."id")::int AS "services",
        (count(*) FILTER (WHERE g."critical" AND NOT g."accepted"))::int AS "blockers",
        (count(*) FILTER (WHERE ${OVERDUE}))::int AS "overdue",
        (count(*) FILTER (WHERE p."ownerId" IS NULL))::int AS "unowned",
        coalesce(sum(${incidents}) FILTER (WHERE ${KNOWN}), 0)::float8 AS "known",
        coalesce(sum(${incidents}) FILTER (WHERE NOT ${KNOWN}), 0)::float8 AS "unknown"
      FROM ${from} WHERE ${where}`,
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await Promise.all(page.map((row) => present(row, (teamId) => can(actor, "gap:plan", { teamId })))),
    nextCursor: rows.length > limit && last ? writeCursor(last) : null,
    total: total ?? { gaps: 0, services: 0, blockers: 0, overdue: 0, unowned: 0, known: 0, unknown: 0 },
  };
}

const tables = (aged: readonly AgedState[], now: Date): Prisma.Sql => Prisma.sql`${currentGaps(aged)} g
  JOIN "Service" s ON s."id" = g."serviceId" JOIN "Team" m ON m."id" = s."teamId"
  JOIN ${currentRows(aged)} t ON t."serviceId" = s."id"
  JOIN "Question" q ON q."versionId" = s."checklistVersionId" AND q."key" = g."questionKey"
  LEFT JOIN "GapPlan" p ON p."serviceId" = g."serviceId" AND p."questionKey" = g."questionKey"
  CROSS JOIN (SELECT (${now}::timestamptz AT TIME ZONE
    coalesce((SELECT "timeZone" FROM "Organisation" LIMIT 1), 'UTC'))::date AS "day") today`;

async function present(row: Row, mayPlan: (teamId: string) => boolean): Promise<GapRow> {
  const { serviceId: _, sortValue: __, teamId, versionId, critical, ...rest } = row;
  const { questions } = await checklistVersion(versionId);
  const question = questions.find((each) => each.key === row.question);
  if (!question) throw new RangeError(`question ${row.question} is not of its service's checklist version`);
  const verdict = row.verdict ?? "unanswered";
  const costs = question.costs.map(({ cost, incidentsPerYear }) => ({
    cost,
    incidentsPerYear: incidentsPerYear * openness(verdict),
  }));
  return {
    ...rest,
    number: questionNumbers(questions).get(row.question) ?? "",
    text: question.text,
    area: question.area,
    verdict,
    given: row.given ?? "unanswered",
    blocker: critical && !row.accepted,
    openedAt: row.openedAt.toISOString(),
    costs,
    effortDays: row.plan?.effortDays ?? question.effortDays,
    usualEffortDays: question.effortDays,
    can: { plan: mayPlan(teamId) },
  };
}

const writeCursor = ({ sortValue, serviceId, question }: Row) =>
  Buffer.from(JSON.stringify([sortValue, serviceId, question])).toString("base64url");

function readCursor(cursor: string): { value: string; id: string; question: string } {
  try {
    const [value, id, question] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    const texts = [value, question].every((each) => typeof each === "string" && isStorable(each));
    if (texts && typeof id === "string" && isUuid(id)) {
      return { value: value as string, id, question: question as string };
    }
  } catch {
    // falls through to the refusal below
  }
  const message = "Use the nextCursor of the page before.";
  throw new AppError("invalid_input", {
    message: `cursor: ${message}`,
    fields: [{ field: "cursor", message }],
  });
}
