import {
  addressOf,
  type ChoiceQuery,
  choiceSearch,
  knownValues,
  NO_CHOICE,
  readChoice,
  type SearchParams,
  toChoice,
  valuesOf,
} from "@/components/addresses/choice-query";
import type { PortfolioFilters, TrendRange } from "@/lib/contracts/portfolio";
import { instantOf, isMoment } from "@/lib/domain/as-of";

type Sort = NonNullable<PortfolioFilters["sort"]>;
/** What the heat map can be sorted by. */
export const SORTS: readonly Sort[] = [
  "-loss",
  "loss",
  "-incidents",
  "incidents",
  "name",
  "-name",
  "score",
  "-score",
  "tier",
  "-tier",
  "-gaps",
  "gaps",
];
/** What a trend can look back over, with its name. */
export const RANGES: readonly (readonly [TrendRange, string])[] = [
  ["30d", "30 days"],
  ["90d", "90 days"],
  ["1y", "Year"],
  ["all", "All"],
];
/** What is expected to cost most stands first until something else is asked for; to cause most, while nothing has a price. */
const FIRST_SORT: Sort = "-loss";
const FIRST_RANGE: TrendRange = "1y";
/** Services of the first page; the rest comes as one scrolls. */
const FIRST_PAGE = 30;

/** What the address of the portfolio asks for. */
export interface PortfolioQuery extends ChoiceQuery {
  /** A day, or an instant in ISO 8601; "" for now. */
  asOf: string;
  range: TrendRange;
  /** Services of a team stand together. */
  grouped: boolean;
  sort: Sort;
}

/** Reads a day or an instant from an address; "" for what is neither, and for what nobody can be asked about. */
export function readMoment(params: SearchParams, name: string): string {
  const value = valuesOf(params, name)[0] ?? "";
  return isMoment(value) ? value : "";
}

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

/** Reads an address, whoever wrote it: what is not known is passed over. */
export function readPortfolioQuery(params: SearchParams): PortfolioQuery {
  return {
    ...readChoice(params),
    asOf: readMoment(params, "asOf"),
    range:
      knownValues(
        params,
        "range",
        RANGES.map(([range]) => range),
      )[0] ?? FIRST_RANGE,
    grouped: valuesOf(params, "group")[0] === "team",
    sort: knownValues(params, "sort", SORTS)[0] ?? FIRST_SORT,
  };
}

/** What stands in the address beside the filters. */
export function besides(query: PortfolioQuery): [name: string, value: string][] {
  const { asOf, range, grouped, sort } = query;
  return [
    ...(asOf === "" ? [] : [["asOf", asOf] as [string, string]]),
    ...(range === FIRST_RANGE ? [] : [["range", range] as [string, string]]),
    ...(grouped ? [["group", "team"] as [string, string]] : []),
    ...(sort === FIRST_SORT ? [] : [["sort", sort] as [string, string]]),
  ];
}

/** The address of the portfolio after a change, at a part of the page when one is named. */
export function portfolioHref(
  query: PortfolioQuery,
  change: Partial<PortfolioQuery> = {},
  part: "" | "#heat" = "",
): string {
  const next = { ...query, ...change };
  const search = choiceSearch(next);
  for (const [name, value] of besides(next)) search.append(name, value);
  return addressOf("/", search) + part;
}

/** The filters that the query takes. */
export function toPortfolioFilters(query: PortfolioQuery): PortfolioFilters {
  return {
    ...toChoice(query),
    ...(query.asOf === "" ? {} : { asOf: query.asOf }),
    range: query.range,
    ...(query.grouped ? { group: "team" } : {}),
    sort: query.sort,
    limit: FIRST_PAGE,
  };
}

/** What a first press on a column sorts by, and the other way when it is sorted so already. */
export function sortedBy(query: PortfolioQuery, key: "name" | "score" | "loss"): Sort {
  const first: Sort = key === "loss" ? "-loss" : key;
  const other: Sort = key === "loss" ? "loss" : `-${key}`;
  return query.sort === first ? other : first;
}

/** Everything, now: where one comes from a page that filters nothing. */
export const ALL_NOW: PortfolioQuery = {
  ...NO_CHOICE,
  asOf: "",
  range: FIRST_RANGE,
  grouped: false,
  sort: FIRST_SORT,
};
