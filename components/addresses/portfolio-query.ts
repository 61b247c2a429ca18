import { type PortfolioQuery, toChoice } from "@/components/addresses/pages";
import type { PortfolioFilters, TrendRange } from "@/lib/contracts/portfolio";
import { instantOf } from "@/lib/domain/as-of";

/** What a trend can look back over, with its name. */
export const RANGES: readonly (readonly [TrendRange, string])[] = [
  ["30d", "30 days"],
  ["90d", "90 days"],
  ["1y", "Year"],
  ["all", "All"],
];
/** Services of the first page; the rest comes as one scrolls. */
const FIRST_PAGE = 30;

/**
 * A query as its page shows it at `now`: a day that is not over yet is the present, which moves on by itself.
 * @returns null when it asks for what is still to come
 */
export function shownAsOf<Query extends { asOf: string }>(
  query: Query,
  timeZone: string,
  now: Date,
): Query | null {
  if (query.asOf === "") return query;
  const at = instantOf(query.asOf, timeZone, now);
  if (at === null) return null;
  return at < now ? query : { ...query, asOf: "" };
}

/** The filters that the query takes. */
export function toPortfolioFilters(query: PortfolioQuery): PortfolioFilters {
  return {
    ...toChoice(query),
    ...(query.asOf === "" ? {} : { asOf: query.asOf }),
    range: query.range,
    ...(query.group === "" ? {} : { group: query.group }),
    sort: query.sort,
    limit: FIRST_PAGE,
  };
}

/** What a first press on a column sorts by, and the other way when it is sorted so already. */
export function sortedBy(query: PortfolioQuery, key: "name" | "score" | "loss"): PortfolioQuery["sort"] {
  const first: PortfolioQuery["sort"] = key === "loss" ? "-loss" : key;
  const other: PortfolioQuery["sort"] = key === "loss" ? "loss" : `-${key}`;
  return query.sort === first ? other : first;
}
