import type { GapFilters } from "@/lib/contracts/gaps";
import { isMoment } from "@/lib/domain/as-of";
import {
  amongGaps,
  GAP_DUES,
  GAP_FILTERS,
  GAP_GROUPS,
  GAP_SORTS,
  HEAT_SORTS,
  LISTED_SORTS,
  ofServices,
  SERVICE_FILTER_NAMES,
  SERVICE_FILTERS,
  type ServiceFilter,
} from "@/lib/domain/filters";
import { LAUNCH_STATES } from "@/lib/domain/launch/vocabulary";
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
  toggledIn,
} from "@/lib/domain/page-address";
import { isUuid } from "@/lib/domain/text";
import { TREND_RANGES } from "@/lib/domain/trend-days";
import { AREAS, COSTS } from "@/lib/domain/vocabulary";
import { WAIVER_STATES } from "@/lib/domain/waiver";
import { ticks } from "./ticks";

const q = text();
/** A day, or an instant in ISO 8601; "" for now. */
const moment = text(isMoment);

/** Which services a page is about; what is empty leaves all of them. */
const CHOICE = { q, ...SERVICE_FILTERS };
export type ChoiceQuery = Query<typeof CHOICE>;
/** The choice by itself, of whichever page. */
export const choiceAddress = pageAddress("", CHOICE);
export const NO_CHOICE: ChoiceQuery = choiceAddress.none;
/** Whether anything narrows which services a page is about. */
export const isNarrowed = (query: ChoiceQuery): boolean => choiceAddress.isNarrowed(query);
/** The choice alone, out of what a page's address asks for. */
export const choiceOf = (query: ChoiceQuery): ChoiceQuery => choiceAddress.pick(query);
/** What changes when a value of a filter is put in, or taken out because it is in. */
export const toggled = (query: ChoiceQuery, name: ServiceFilter, value: string): Partial<ChoiceQuery> => ({
  [name]: toggledIn(query[name], value),
});
/** The choice as the queries take it. */
export const toChoice = (query: ChoiceQuery) => choiceAddress.asked(query);
/** What stands in an address beside the choice, and stays when that changes. */
export const CHOICE_NAMES = ["q", ...SERVICE_FILTER_NAMES] as const;

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
  sort: oneOf(LISTED_SORTS, "-loss"),
  cursor,
};
export type ListQuery = Query<typeof SERVICES>;
export const servicesPage = pageAddress("/services", SERVICES, ["cursor"]);

const GAPS = {
  q,
  question: slug,
  ...amongGaps(CHOICE),
  ...GAP_FILTERS,
  due: oneOf(GAP_DUES),
  sort: oneOf(GAP_SORTS, "worth"),
  group: oneOf(GAP_GROUPS),
  cursor,
};
export type GapListQuery = Query<typeof GAPS>;
/** How gaps are listed, not which. */
export const GAP_LOOK = ["sort", "group", "cursor"] as const;
type GapLook = (typeof GAP_LOOK)[number];
/** A filter of the list of gaps: of theirs, or of their services. */
export type GapChoice = Exclude<keyof GapListQuery, "q" | "serviceQ" | "question" | "due" | GapLook>;
/** Which services a list of gaps is narrowed to. */
export const servicesOfGaps = (query: GapListQuery): ChoiceQuery => ({
  q: query.serviceQ,
  ...ofServices(query),
});
export const gapsPage = pageAddress("/gaps", GAPS, ["cursor"]);
/** The address of the list of gaps with one value of a filter put in, or taken out when it is in. */
export const toggleGapHref = (query: GapListQuery, name: GapChoice, value: string): string =>
  gapsPage.href(query, { [name]: toggledIn(query[name], value) });
/** The filters that the query of gaps takes. */
export const toGapFilters = (query: GapListQuery): GapFilters => {
  const { group: _, ...filters } = gapsPage.asked(query);
  return { ...filters, sort: query.sort };
};

const WAIVERS = { state: someOf(WAIVER_STATES), team: slugs, service: slugs, cursor };
export type WaiversQuery = Query<typeof WAIVERS>;
export const waiversPage = pageAddress("/waivers", WAIVERS, ["cursor"]);

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
  /** "" for a month before the end. */
  since: moment,
  /** "" for now. */
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
const GAP_SHOWS = ["all", "blockers", "known", "unknown", "stale", "overdue", "accepted"] as const;
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

const LAUNCHES = {
  q,
  state: oneOf(LAUNCH_STATES),
  /** Only those of this service, and of this team. */
  service: slug,
  team: slug,
  cursor,
};
export type LaunchesQuery = Query<typeof LAUNCHES>;
export const launchesPage = pageAddress("/launches", LAUNCHES, ["cursor"]);
export const launchHref = (id: string): string => `/launches/${id}`;
const MEETING = { at: text() };
export const meetingPage = pageAddress("", MEETING);
/** The meeting of a launch. @param at where in it: `service/question` or the name of a part; "" for where it is now */
export const meetingHref = (id: string, at = ""): string =>
  `${launchHref(id)}/meeting${meetingPage.search({ at })}`;
export const minutesHref = (id: string): string => `${launchHref(id)}/minutes`;
/** Where a launch is planned. @param service is chosen there from the start */
export const newLaunchHref = (service?: string): string =>
  `/launches/new${service === undefined ? "" : `?${new URLSearchParams({ service })}`}`;

const PEOPLE = { q, rights: oneOf(["admin", "executive"]), state: oneOf(["enabled", "disabled"]), cursor };
export type PeopleQuery = Query<typeof PEOPLE>;
export const peoplePage = pageAddress("/settings/people", PEOPLE, ["cursor"]);

export const teamsPage = pageAddress("/teams", { q });

export const workPage = pageAddress("/work", { cursor }, ["cursor"]);

/** Where a service is assessed, at a question where one is meant. */
export const assessHref = (service: string, question = ""): string =>
  `/services/${service}/assess${question === "" ? "" : `#${question}`}`;
