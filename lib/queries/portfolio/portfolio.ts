import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import type { Scope } from "../../auth/scope";
import type { Portfolio, PortfolioFilters } from "../../contracts/portfolio";
import { endOfDay } from "../../domain/as-of";
import type { ServiceChoice } from "../../domain/filters";
import { monthBefore, type TrendRange } from "../../domain/trend-days";
import { carriedBy } from "../../snapshot/carried";
import { derived, keyOf } from "../../snapshot/derived";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotAt } from "../../snapshot/snapshot-at";
import { pageOfServices, presentService } from "../services/page";
import { openIn, summaryOfServices } from "../services/services";
import { bestOnes, costShares, totalsOf } from "./costs";
import { type GapTable, gapTable } from "./gap-table";
import { loadSince } from "./since";
import { trendOf, USUAL_RANGE } from "./trend";

type Page = Pick<Portfolio, "items" | "nextCursor">;

/**
 * The portfolio: totals (S8, R6), what is different from a month earlier, trend (H4), the eight costs (R2, R5), best
 * next fixes and best questions to answer (R8), and a page of services; now, or as of an earlier instant (H3). What was
 * worked out of a snapshot is shared by all who ask the same of it: do not change it.
 * @throws AppError invalid_input for an instant that is still to come, or a cursor that was not given here
 */
export async function loadPortfolio(
  _scope: Scope<"portfolio:read">,
  filters: PortfolioFilters,
  now: Date,
): Promise<Portfolio> {
  const snapshot = await snapshotAt(filters.asOf, now);
  const { asOf: _, ...asked } = filters;
  return derived(snapshot, keyOf("portfolio", asked), async () => {
    const { cursor: __, limit: ___, sort: ____, group: _____, range = USUAL_RANGE, ...choice } = asked;
    const table = await gapTable(snapshot, choice);
    const figures = await derived(snapshot, keyOf("figures", { range, ...choice }), () =>
      figuresOf(snapshot, table, choice, range),
    );
    return { ...figures, ...pageIn(snapshot, table, asked) };
  });
}

/** What is the same on every page, whatever it is sorted by. */
async function figuresOf(
  snapshot: Snapshot,
  table: GapTable,
  choice: ServiceChoice,
  range: TrendRange,
): Promise<Omit<Portfolio, keyof Page>> {
  const counting = table.services.filter(({ counts }) => counts);
  const then = await snapshot.asOf(endOfDay(monthBefore(snapshot.day), snapshot.timeZone));
  const [trend, since, figures] = await Promise.all([
    trendOf(snapshot, range, { choice, shown: counting }),
    // Once the statement is on its way: the database works on it meanwhile.
    turn().then(() => loadSince(snapshot, then, counting, choice)),
    turn().then(() => figuresNow(snapshot, table, counting)),
  ]);
  return { ...figures, since, trend };
}

/** What a snapshot says by itself. @param counting the services of the table that count (S8) */
function figuresNow(
  snapshot: Snapshot,
  table: GapTable,
  counting: readonly ServiceThen[],
): Omit<Portfolio, keyof Page | "since" | "trend"> {
  const { model, pricing } = snapshot;
  const carried = carriedBy(counting, model);
  return {
    asOf: snapshot.at.toISOString(),
    day: snapshot.day,
    past: snapshot.past,
    currency: model.currency,
    pricedCosts: pricing.priced,
    examplePrices: snapshot.inForce?.row.example ?? false,
    totals: {
      ...summaryOfServices(counting),
      retired: table.services.length - counting.length,
      example: counting.filter(({ example }) => example).length,
      ...openIn(counting),
      ...totalsOf(carried),
    },
    costs: costShares(table, carried),
    fixes: bestOnes(table, "fixes", pricing.priced),
    questions: bestOnes(table, "questions", pricing.priced),
  };
}

/** A page of the chosen services; retired ones are on it when that lifecycle is asked for. */
function pageIn(snapshot: Snapshot, { services }: GapTable, filters: PortfolioFilters): Page {
  const listed = filters.lifecycle?.length ? services : services.filter(({ counts }) => counts);
  const { page, nextCursor } = pageOfServices(snapshot, listed, filters);
  const items = page.map((service) => ({
    ...presentService(service, snapshot),
  }));
  return { items, nextCursor };
}
