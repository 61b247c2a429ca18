import type { GapFilters } from "@/lib/contracts/gaps";
import type { PortfolioChoice } from "@/lib/contracts/portfolio";
import { isMoment } from "@/lib/domain/as-of";
import {
  cursor,
  flag,
  oneOf,
  pageAddress,
  type Query,
  slug,
  slugs,
  someOf,
  text,
  texts,
  toggledIn,
} from "@/lib/domain/page-address";
import { isUuid } from "@/lib/domain/text";
import { TREND_RANGES } from "@/lib/domain/trend-days";
import { AREAS, COSTS, LIFECYCLES, STANDINGS } from "@/lib/domain/vocabulary";
import { ticks } from "./ticks";

const q = text();
/** A day, or an instant in ISO 8601; "" for now. */
const moment = text(isMoment);
const tags = texts((tag) => tag.length <= 40);

/** Which services a page is about; what is empty leaves all of them. */
const CHOICE = {
  q,
  team: slugs,
  tier: someOf(["1", "2", "3", "4"]),
  lifecycle: someOf(LIFECYCLES),
  standing: someOf(STANDINGS),
  tag: tags,
};
export type ChoiceQuery = Query<typeof CHOICE>;
/** The filters that take several values, in the order of the address. */
export const CHOICE_NAMES = ["team", "tier", "lifecycle", "standing", "tag"] as const;
export type Choice = (typeof CHOICE_NAMES)[number];
/** The choice by itself, of whichever page. */
export const choiceAddress = pageAddress("", CHOICE);
export const NO_CHOICE: ChoiceQuery = choiceAddress.none;
/** Whether anything narrows which services a page is about. */
export const isNarrowed = (query: ChoiceQuery): boolean => choiceAddress.isNarrowed(query);
/** The choice alone, out of what a page's address asks for. */
export const choiceOf = ({ q, team, tier, lifecycle, standing, tag }: ChoiceQuery): ChoiceQuery => ({
  ...{ q, team, tier, lifecycle, standing, tag },
});
/** What changes when a value of a filter is put in, or taken out because it is in. */
export const toggled = (query: ChoiceQuery, name: Choice, value: string): Partial<ChoiceQuery> => ({
  [name]: toggledIn(query[name], value),
});
/** The choice as the queries take it. */
export const toChoice = ({ q, team, tier, lifecycle, standing, tag }: ChoiceQuery): PortfolioChoice => ({
  ...(q === "" ? {} : { q }),
  ...{ team: [...team], tier: [...tier], lifecycle: [...lifecycle] },
  ...{ standing: [...standing], tag: [...tag] },
});

/** What a heat map can be sorted by: what is expected to cost most first, to cause most while nothing has a price. */
export const HEAT_SORTS = [
  ...["-loss", "loss", "-incidents", "incidents", "name", "-name"],
  ...["score", "-score", "tier", "-tier", "-gaps", "gaps"],
] as const;
const PORTFOLIO = {
  ...CHOICE,
  asOf: moment,
  range: oneOf(TREND_RANGES, "1y"),
  group: oneOf(["team"]),
  sort: oneOf(HEAT_SORTS, "-loss"),
};
export type PortfolioQuery = Query<typeof PORTFOLIO>;
export const portfolioPage = pageAddress("/", PORTFOLIO);

const SERVICES = {
  ...CHOICE,
  deleted: flag,
  sort: oneOf(["name", "-name", "score", "-score", "tier", "-tier", "gaps", "-gaps"], "name"),
  cursor,
};
export type ListQuery = Query<typeof SERVICES>;
export const servicesPage = pageAddress("/services", SERVICES, ["cursor"]);

/** The kinds of gaps that can be asked for (R1, S5, S6). */
export const KINDS = ["blocker", "known", "unknown", "stale", "accepted"] as const;
export const DUES = ["overdue", "week", "planned", "none"] as const;
export const GAP_SORTS = ["worth", "worthPerDay", "incidents", "due", "age", "service", "effort"] as const;
const GAPS = {
  q,
  question: slug,
  team: slugs,
  tier: CHOICE.tier,
  lifecycle: CHOICE.lifecycle,
  standing: CHOICE.standing,
  tag: tags,
  service: slugs,
  area: someOf(AREAS),
  cost: someOf(COSTS),
  kind: someOf(KINDS),
  owner: texts((owner) => owner === "none" || owner === "me" || isUuid(owner)),
  due: oneOf(DUES),
  sort: oneOf(GAP_SORTS, "worth"),
  cursor,
};
export type GapListQuery = Query<typeof GAPS>;
export type GapChoice = Exclude<keyof GapListQuery, "q" | "question" | "due" | "sort" | "cursor">;
export const gapsPage = pageAddress("/gaps", GAPS, ["cursor"]);
/** The address of the list of gaps with one value of a filter put in, or taken out when it is in. */
export const toggleGapHref = (query: GapListQuery, name: GapChoice, value: string): string =>
  gapsPage.href(query, { [name]: toggledIn(query[name], value) });
/** The filters that the query of gaps takes. */
export const toGapFilters = (query: GapListQuery): GapFilters => ({
  ...gapsPage.asked(query),
  sort: query.sort,
});

const EXPOSURE = {
  ...CHOICE,
  asOf: moment,
  /** Only this service. */
  service: slug,
  /** What is carried now, or what will be at launch; the two are never added (R6). "" for what there is. */
  when: oneOf(["now", "launch"]),
  /** Gaps that are supposed to be closed. */
  close: ticks,
};
export type ExposureQuery = Query<typeof EXPOSURE>;
export const exposurePage = pageAddress("/exposure", EXPOSURE);

const CHANGES = {
  /** "" when the address says none that can be read. */
  since: moment,
  until: moment,
  /** Only this service. */
  service: slug,
  ...CHOICE,
  /** Beyond the first ones of each list, too. */
  whole: flag,
};
export type ChangesQuery = Query<typeof CHANGES>;
export const changesPage = pageAddress("/changes", CHANGES, ["whole"]);

/** Which gaps of a service are shown. Known: no or partly; unknown: unclear, stale or unanswered (R1). */
export const GAP_SHOWS = ["all", "blockers", "known", "unknown", "stale", "overdue", "accepted"] as const;
const SERVICE = {
  /** A day or an instant before now. */
  asOf: moment,
  gaps: oneOf(GAP_SHOWS, "all"),
  area: oneOf(AREAS),
  cost: oneOf(COSTS),
  /** Beyond the first ones, too. */
  whole: flag,
  range: oneOf(TREND_RANGES, "1y"),
};
export type ServiceQuery = Query<typeof SERVICE>;
export const servicePage = pageAddress("", SERVICE, ["whole"]);
/** The address of a service's page after a change. */
export const overviewHref = (
  service: string,
  query: Partial<ServiceQuery>,
  change: Partial<ServiceQuery> = {},
): string => `/services/${service}${servicePage.href(query, change)}`;
/** The same, at its gaps. */
export const gapHref = (
  service: string,
  query: Partial<ServiceQuery>,
  change: Partial<ServiceQuery> = {},
): string => `${overviewHref(service, query, change)}#gaps`;

const HISTORY = { area: oneOf(AREAS), person: text(isUuid), cursor: text((at) => /^\d{1,18}$/.test(at)) };
export type HistoryQuery = Query<typeof HISTORY>;
export const historyPage = pageAddress("", HISTORY, ["cursor"]);
/** The address of a service's history after a change, at its newest entries unless a cursor is given. */
export const historyHref = (
  service: string,
  query: Partial<HistoryQuery>,
  change: Partial<HistoryQuery> = {},
): string => `/services/${service}/history${historyPage.href(query, change)}`;

const PEOPLE = { q, rights: oneOf(["admin", "executive"]), state: oneOf(["enabled", "disabled"]), cursor };
export type PeopleQuery = Query<typeof PEOPLE>;
export const peoplePage = pageAddress("/settings/people", PEOPLE, ["cursor"]);

export const teamsPage = pageAddress("/teams", { q });
