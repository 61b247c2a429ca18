import "server-only";
import type { Scope } from "../../auth/scope";
import type { GapFilters, GapPage, GapRow } from "../../contracts/gaps";
import { askedAt } from "../../db/asked-questions";
import { MODELS, modelsOf, modelThen } from "../../db/cost-model";
import { Prisma } from "../../db/generated/client";
import { currencyInForce, pricedInForce, pricesInForce, severityInForce } from "../../db/prices-in-force";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import { unpricedModel } from "../../domain/cost-model";
import { AppError } from "../../domain/errors";
import { gapWorth, pricingOf } from "../../domain/gap-worth";
import { can } from "../../domain/policy";
import { questionNumbers } from "../../domain/question-number";
import { isStorable, isUuid } from "../../domain/text";
import type { Lifecycle, Tier, Verdict } from "../../domain/vocabulary";
import { agedStates } from "../services/current-states";
import { gapConditions, INCIDENTS, KNOWN, lossOf, OVERDUE } from "./gap-filters";
import { gapTables, PLAN } from "./gap-tables";

const PAGE = 50;

const LIVE = Prisma.sql`CASE s."lifecycle" WHEN 'live' THEN '0' ELSE '1' END`;
/** Days of work: the own estimate, else the usual one, at least a tenth (R8). */
const DAYS = Prisma.sql`greatest(coalesce(p."effortDays", q."effortDays"), 0.1)::numeric`;
const byIncidents = (now: Date, days: Prisma.Sql) =>
  Prisma.sql`to_char(1000000000 - ${INCIDENTS} * ${severityInForce(now)}::numeric / ${days},
  'FM0000000000.000000000')`;
/** What has a price before what has none; least() passes over what is null. */
const byLoss = (now: Date, days: Prisma.Sql) => Prisma.sql`${LIVE} || CASE WHEN ${lossOf(now)} IS NULL
    THEN '1' || ${byIncidents(now, days)}
    ELSE '0' || to_char(1e18::numeric - least(${lossOf(now)}::numeric / ${days}, 1e18), 'FM0000000000000000000.00000') END`;

/** What a list is sorted by, always rising, as text that sorts like its value; live services before the others (R8). */
const SORTED_BY: Record<NonNullable<GapFilters["sort"]>, Prisma.Sql | ((now: Date) => Prisma.Sql)> = {
  worth: (now) => byLoss(now, Prisma.sql`1`),
  worthPerDay: (now) => byLoss(now, DAYS),
  incidents: (now) => Prisma.sql`${LIVE} || ${byIncidents(now, Prisma.sql`1`)}`,
  due: Prisma.sql`coalesce(p."dueOn"::text, '9999-12-31')`,
  age: Prisma.sql`to_char(g."openedAt" AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSMS')`,
  service: Prisma.sql`lower(s."name")`,
  effort: Prisma.sql`to_char(coalesce(p."effortDays", q."effortDays"), 'FM00000.0000')`,
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
  models: string;
  question: string;
  verdict: Verdict | null;
  given: Verdict | null;
  stale: boolean;
  accepted: boolean;
  critical: boolean;
  openedAt: Date;
  incidentsPerYear: number;
  expectedLoss: number | null;
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
  const from = gapTables(aged, filters.cost, now);
  const where = gapConditions(filters, actor.id, now);
  const sort = SORTED_BY[filters.sort ?? "worth"];
  const by = typeof sort === "function" ? sort(now) : sort;
  const limit = filters.limit ?? PAGE;
  const after = filters.cursor ? readCursor(filters.cursor) : null;
  const beyond = after
    ? Prisma.sql`AND (${by} COLLATE "C", s."id", g."questionKey" COLLATE "C") > (${after.value} COLLATE "C", ${after.id}::uuid, ${after.question} COLLATE "C")`
    : Prisma.empty;
  const [rows, [total]] = await Promise.all([
    reader().$queryRaw<Row[]>`
      SELECT s."id" AS "serviceId", s."slug" AS "service", s."name" AS "serviceName", m."id" AS "teamId",
        m."slug" AS "team", m."name" AS "teamName", s."tier", s."lifecycle", s."checklistVersionId" AS "versionId", ${MODELS} AS "models",
        g."questionKey" AS "question", g."verdict", g."given", g."stale", g."accepted", g."critical", g."openedAt",
        ${INCIDENTS}::float8 AS "incidentsPerYear", ${lossOf(now)} AS "expectedLoss", ${OVERDUE} AS "overdue", ${by} AS "sortValue",
        ${PLAN} AS "plan"
      FROM ${from} LEFT JOIN "Person" w ON w."id" = p."ownerId"
      WHERE ${where} ${beyond}
      ORDER BY ${by} COLLATE "C", s."id", g."questionKey" COLLATE "C" LIMIT ${limit + 1}`,
    reader().$queryRaw<TotalRow[]>`
      SELECT count(*)::int AS "gaps", count(DISTINCT s."id")::int AS "services",
        (count(*) FILTER (WHERE g."critical" AND NOT g."accepted"))::int AS "blockers",
        (count(*) FILTER (WHERE ${OVERDUE}))::int AS "overdue",
        (count(*) FILTER (WHERE p."ownerId" IS NULL))::int AS "unowned",
        ${currencyInForce(now)} AS "currency", ${pricedInForce(now)} AS "pricedCosts", ${expectedOf(NOW_CARRIED, now)} AS "now",
        ${expectedOf(AT_LAUNCH, now)} AS "atLaunch"
      FROM ${from} WHERE ${where}`,
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await Promise.all(
      page.map((row) => present(row, now, (teamId) => can(actor, "gap:plan", { teamId }))),
    ),
    nextCursor: rows.length > limit && last ? writeCursor(last) : null,
    total: totalOf(total),
  };
}

/** What is carried now and what will be from a launch on: never added (R6); a retired service carries nothing. */
const NOW_CARRIED = Prisma.sql`s."lifecycle" = 'live'`;
const AT_LAUNCH = Prisma.sql`s."lifecycle" IN ('planned', 'building', 'launching')`;

type Expected = GapPage["total"]["atLaunch"];
type TotalRow = Omit<GapPage["total"], keyof Expected> & { now: Expected };

function totalOf(row: TotalRow | undefined): GapPage["total"] {
  if (row === undefined) throw new RangeError("a sum without a row");
  const { now, ...rest } = row;
  return { ...rest, ...now };
}

/** Incidents and losses of known and of unknown gaps, among those of some services. */
const expectedOf = (which: Prisma.Sql, now: Date): Prisma.Sql => {
  const known = Prisma.sql`${which} AND ${KNOWN}`;
  const unknown = Prisma.sql`${which} AND NOT ${KNOWN}`;
  return Prisma.sql`json_build_object(
    'known', coalesce(sum(${INCIDENTS}) FILTER (WHERE ${known}), 0)::float8,
    'unknown', coalesce(sum(${INCIDENTS}) FILTER (WHERE ${unknown}), 0)::float8,
    'knownLoss', ${sumOfLosses(known, now)}, 'unknownLoss', ${sumOfLosses(unknown, now)})`;
};

/** Losses added up; null while no cost has a price. */
const sumOfLosses = (
  which: Prisma.Sql,
  now: Date,
) => Prisma.sql`CASE WHEN EXISTS (SELECT 1 FROM ${pricesInForce(now)} v)
  THEN coalesce(sum(${lossOf(now)}) FILTER (WHERE ${which}), 0) END`;

async function present(row: Row, now: Date, mayPlan: (teamId: string) => boolean): Promise<GapRow> {
  const { serviceId: _, sortValue: __, teamId, versionId, models, critical, ...rest } = row;
  const all = await modelsOf(models);
  const questions = askedAt(await checklistVersion(versionId), all, now);
  const question = questions.find((each) => each.key === row.question);
  if (!question) throw new RangeError(`question ${row.question} is not of its service's checklist version`);
  const verdict = row.verdict ?? "unanswered";
  const pricing = pricingOf(modelThen(all, now) ?? unpricedModel(""));
  const { costs } = gapWorth(question.costs, verdict, row.tier, pricing);
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
