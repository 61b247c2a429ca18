import "server-only";
import type { Scope } from "../../auth/scope";
import type { PortfolioChoice, Trend, TrendPoint } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { dayOf, endOfDay, startOfDay } from "../../domain/as-of";
import { type TrendRange, trendDays } from "../../domain/trend-days";
import { type Moment, momentIn } from "../past/moment";
import { conditions } from "../services/filters";
import { meant } from "./chosen";
import { type AskedDay, daysSql, momentRows } from "./days-sql";
import { agedAt, groundFor } from "./ground";
import { moneyAt } from "./money";
import { servicesAt } from "./services-at";
import { type DayRow, fromFirstService, trendPoint, trendPoints } from "./trend-points";

/** What a trend looks back over when nothing else is asked for. */
export const USUAL_RANGE: TrendRange = "1y";

/** The days of a trend before the one asked about. @param first of the first point, for a trend over all time */
export const daysBefore = (moment: Moment, range: TrendRange, first: string | null): AskedDay[] =>
  trendDays(range, moment.day, first)
    .slice(0, -1)
    .map((day) => ({ day, endsAt: endOfDay(day, moment.timeZone), needed: false }));

/** A checklist version that was published meanwhile. */
export interface Published {
  at: string;
  checklist: string;
  version: number;
}

/** The versions published within a trend, as one JSON value: Published[]. */
export const publishedSql = (
  days: readonly AskedDay[],
  { at, day, timeZone }: Moment,
): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT v."publishedAt" AS "at", c."name" AS "checklist", v."number" AS "version"
    FROM "ChecklistVersion" v JOIN "Checklist" c ON c."id" = v."checklistId"
    WHERE v."publishedAt" BETWEEN ${startOfDay(days[0]?.day ?? day, timeZone)}::timestamptz AND ${at}::timestamptz
    ORDER BY v."publishedAt", c."key") x)`;

/** A trend as the API shows it: from its first service on, versions published since then beside it. */
export function presentTrend(
  range: TrendRange,
  points: readonly TrendPoint[],
  published: readonly Published[],
  timeZone: string,
): Trend {
  const shown = fromFirstService(points);
  const first = shown[0]?.day ?? "";
  return {
    range,
    points: shown,
    checklists: published
      .map(({ at, ...version }) => ({ day: dayOf(new Date(at), timeZone), ...version }))
      .filter(({ day }) => day >= first),
  };
}

/** What a trend of a page is about, and over how long. */
export interface TrendFilters extends PortfolioChoice {
  range?: TrendRange | undefined;
  asOf?: string | undefined;
}

/**
 * The trend of a service, of a team, or of what the filters choose, as the scope says (H4, S8): two statements. Filters
 * by team, tier and lifecycle go by what a service was on each day; the others by what it is at the moment asked about.
 * @throws AppError invalid_input for an instant that is still to come
 */
export async function loadTrend(
  { viewer, resource }: Scope<"portfolio:read" | "team:read" | "service:read">,
  filters: TrendFilters,
  now: Date,
): Promise<Trend> {
  const { range = USUAL_RANGE, asOf, ...rest } = filters;
  const ground = await groundFor(viewer, now, range === "all");
  const moment = momentIn(ground.timeZone, asOf, now, "asOf");
  const aged = await agedAt(ground, moment, now);
  const money = await moneyAt(ground, moment.at);
  const choice = resource.kind === "team" ? { ...rest, team: [resource.slug] } : rest;
  const one = resource.kind === "service" ? Prisma.sql`s."id" = ${resource.id}::uuid` : null;
  const days = daysBefore(moment, range, ground.firstDay);
  const only = one ?? meant(moment, choice, aged, Prisma.sql`s."id"`);
  const [row] = await reader().$queryRaw<{ days: DayRow[]; today: DayRow[]; published: Published[] }[]>`
    SELECT ${daysSql(days, choice, only, money)} AS "days", ${publishedSql(days, moment)} AS "published",
      (SELECT coalesce(json_agg(x), '[]') FROM (${momentRows(
        moment.day,
        moment.at,
        Prisma.sql`(SELECT s."lifecycle", s."tier", t.* FROM ${servicesAt(moment, aged)}
          WHERE ${conditions(choice, moment.at)} AND ${one ?? Prisma.sql`true`})`,
        money,
      )}) x) AS "today"`;
  if (!row) throw new RangeError("a statement without FROM gave no row");
  const points = [...trendPoints(row.days).values(), trendPoint(moment.day, row.today)];
  return presentTrend(range, points, row.published, ground.timeZone);
}
