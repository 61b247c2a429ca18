import "server-only";
import type { Portfolio, PortfolioFilters } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import type { Ground } from "../../db/ground";
import { reader } from "../../db/transaction";
import { endOfDay } from "../../domain/as-of";
import { monthBefore } from "../../domain/trend-days";
import { currentGaps } from "../gaps/current-gaps";
import type { Moment } from "../past/moment";
import type { AgedState } from "../services/current-states";
import { chosen, meant } from "./chosen";
import { bestOnes, carriedBy, costShares, totalsOf } from "./costs";
import { daysSql } from "./days-sql";
import { gapTable } from "./gap-table";
import type { Money } from "./money";
import { OPEN, type OpenRow, openGaps, SERVICES, type ServiceRows, servicesOf } from "./open-gaps";
import { type PageRow, pageItems, pageSql } from "./page";
import { gapsThen } from "./past-gaps";
import { presentSince, type SinceRow, sinceSql, standingThen } from "./since";
import { TOTALS, type TotalsRow, totals } from "./totals";
import { daysBefore, type Published, presentTrend, publishedSql, USUAL_RANGE } from "./trend";
import { type DayRow, trendPoints } from "./trend-points";

type Page = Pick<Portfolio, "items" | "nextCursor">;
/** What is the same on every page, whatever it is sorted by. */
export type Figures = Omit<Portfolio, keyof Page>;

/** When a portfolio is looked at, and what has to be known for it. */
export interface LookedAt {
  moment: Moment;
  aged: readonly AgedState[];
  ground: Ground;
  money: Money;
}

interface Row {
  totals: TotalsRow[];
  since: SinceRow;
  days: DayRow[];
  published: Published[];
  services: ServiceRows;
  open: OpenRow[];
  page: PageRow[];
}

/** The figures and a page: one statement; as of an earlier instant two more, for the gaps of then. */
export async function readFigures(
  { moment, aged, ground, money }: LookedAt,
  filters: PortfolioFilters,
): Promise<{ figures: Figures; page: Page }> {
  const range = filters.range ?? USUAL_RANGE;
  const days = daysBefore(moment, range, ground.firstDay);
  const earlier = monthBefore(moment.day);
  const then = { day: earlier, endsAt: endOfDay(earlier, ground.timeZone), needed: true };
  const asked = [...days.filter(({ day }) => day !== earlier), then];
  const gaps = moment.past ? await gapsThen(moment, filters, aged) : currentGaps(aged);
  const [row] = await reader().$queryRaw<Row[]>`
    WITH ${chosen(moment, filters, aged)}, ${openGaps(gaps, moment)}, ${standingThen(then.endsAt)}
    SELECT ${TOTALS} AS "totals", ${sinceSql(moment, filters, aged)} AS "since",
      ${daysSql(asked, filters, meant(moment, filters, aged, Prisma.sql`s."id"`), money)} AS "days",
      ${publishedSql(days, moment)} AS "published", ${SERVICES} AS "services", ${OPEN} AS "open",
      ${pageSql(moment, filters, aged, money)} AS "page"`;
  if (!row) throw new RangeError("a statement without FROM gave no row");
  const table = await gapTable(servicesOf(row.services), row.open, money, moment.at);
  const carried = carriedBy(table.gaps, money.model);
  const sums = { ...totals(row.totals), ...totalsOf(carried) };
  const points = trendPoints(row.days);
  const line = days.flatMap(({ day }) => points.get(day) ?? []);
  const priced = money.pricing.priced;
  const figures: Figures = {
    asOf: moment.at.toISOString(),
    day: moment.day,
    past: moment.past,
    currency: money.model.currency,
    pricedCosts: priced,
    examplePrices: money.inForce?.row.example ?? false,
    totals: sums,
    since: presentSince(row.since, points.get(earlier)),
    trend: presentTrend(
      range,
      [...line, pointOf({ day: moment.day, ...sums })],
      row.published,
      ground.timeZone,
    ),
    costs: costShares(table, carried),
    fixes: bestOnes(table, "fixes", priced),
    questions: bestOnes(table, "questions", priced),
  };
  return { figures, page: pageItems(row.page, filters, money) };
}

/** Another page of the same: one statement. */
export async function readPage({ moment, aged, money }: LookedAt, filters: PortfolioFilters): Promise<Page> {
  const [row] = await reader().$queryRaw<Pick<Row, "page">[]>`
    SELECT ${pageSql(moment, filters, aged, money)} AS "page"`;
  return pageItems(row?.page ?? [], filters, money);
}

const pointOf = ({ day, ...sums }: { day: string } & Portfolio["totals"]) => ({
  day,
  services: sums.services,
  byStanding: sums.byStanding,
  score: sums.score,
  gaps: sums.gaps,
  blockers: sums.blockers,
  now: sums.now,
  atLaunch: sums.atLaunch,
});
