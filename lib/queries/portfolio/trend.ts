import "server-only";
import type { Scope } from "../../auth/scope";
import type { Trend, TrendPoint } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { dayOf, endOfDay, startOfDay } from "../../domain/as-of";
import type { ServiceChoice } from "../../domain/filters";
import { type TrendRange, trendDays } from "../../domain/trend-days";
import { chosenOf, isNamed, isNarrow } from "../../snapshot/choose";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotAt } from "../../snapshot/snapshot-at";
import { type AskedDay, daysSql } from "./days-sql";
import { type DayRow, fromFirstService, pointOf, trendPoints } from "./trend-points";

/** What a trend looks back over when nothing else is asked for. */
export const USUAL_RANGE: TrendRange = "1y";

/** The days of a trend before the one that is asked about. */
function daysBefore({ day, timeZone, firstAt }: Snapshot, range: TrendRange): AskedDay[] {
  return trendDays(range, day, firstAt && dayOf(firstAt, timeZone))
    .slice(0, -1)
    .map((each) => ({ day: each, endsAt: endOfDay(each, timeZone) }));
}

/** A checklist version that was published meanwhile. */
interface Published {
  at: string;
  checklist: string;
  version: number;
}

/** The versions published within a trend, as one JSON value: Published[]. */
const publishedSql = (days: readonly AskedDay[], { at, day, timeZone }: Snapshot): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT v."publishedAt" AS "at", c."name" AS "checklist", v."number" AS "version"
    FROM "ChecklistVersion" v JOIN "Checklist" c ON c."id" = v."checklistId"
    WHERE v."publishedAt" BETWEEN ${startOfDay(days[0]?.day ?? day, timeZone)}::timestamptz AND ${at}::timestamptz
    ORDER BY v."publishedAt", c."key") x)`;

/** A trend as the API shows it: from its first service on, versions published since then beside it. */
function presentTrend(
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
interface TrendFilters extends ServiceChoice {
  range?: TrendRange | undefined;
  asOf?: string | undefined;
}

/**
 * The trend of a service, of a team, or of what the filters choose, as the scope says (H4, S8). Filters by team, tier and
 * lifecycle go by what a service was on each day; the others by what it is at the moment asked about.
 * @throws AppError invalid_input for an instant that is still to come
 */
export async function loadTrend(
  { resource }: Scope<"portfolio:read" | "team:read" | "service:read">,
  { range = USUAL_RANGE, asOf, ...rest }: TrendFilters,
  now: Date,
): Promise<Trend> {
  const snapshot = await snapshotAt(asOf, now);
  const choice = resource.kind === "team" ? { ...rest, team: [resource.slug] } : rest;
  const one = resource.kind === "service" ? resource.id : null;
  const shown = chosenOf(snapshot, choice).filter(({ id, counts }) => counts && (one ?? id) === id);
  return trendOf(snapshot, range, { choice, shown, ...(one === null ? {} : { only: [one] }) });
}

/** What a trend is of. */
interface TrendOf {
  choice: ServiceChoice;
  /** The services that it ends with: chosen ones that count. */
  shown: readonly ServiceThen[];
  /** Ids of the only services that it is about, at whatever time. */
  only?: readonly string[];
}

/** A trend that ends with what a snapshot shows: one statement. */
export async function trendOf(
  snapshot: Snapshot,
  range: TrendRange,
  { choice, shown, only }: TrendOf,
): Promise<Trend> {
  const { timeZone } = snapshot;
  const days = daysBefore(snapshot, range);
  const meant = only ?? (isNarrow(choice) ? meantIn(snapshot, choice) : null);
  const [row] = await reader().$queryRaw<{ days: DayRow[]; published: Published[] }[]>`
    SELECT ${daysSql(days, choice, meant, snapshot)} AS "days", ${publishedSql(days, snapshot)} AS "published"`;
  if (!row) throw new RangeError("a statement without FROM gave no row");
  const points = [...trendPoints(row.days).values(), pointOf(snapshot, shown, snapshot)];
  return presentTrend(range, points, row.published, timeZone);
}

/** Ids of the services that filters by name, standing and tag choose, wherever they belong, gone ones too. */
const meantIn = (snapshot: Snapshot, choice: ServiceChoice): string[] =>
  snapshot.services.filter(isNamed(choice, snapshot)).map(({ id }) => id);
