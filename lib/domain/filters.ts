import { type Param, type Query, slugs, someOf, texts } from "./page-address";
import { isUuid, TEXT_LIMITS } from "./text";
import { AREAS, COSTS, LIFECYCLES, STANDINGS } from "./vocabulary";

type Filters = Readonly<Record<string, Param<readonly string[]>>>;

/**
 * The filters of services, in the order of addresses, with how their values are read: values of one widen, another narrows.
 * From here all pages, lists, links and exports have them. What the API takes is said in `contracts/services.ts`, what a
 * filter means in `snapshot/choose.ts`, in what words it is offered in `components/filters/filter-options.ts`, and, where
 * it is no closed list, which values there are in `queries/filters/choices.ts`.
 */
export const SERVICE_FILTERS = {
  team: slugs,
  tier: someOf(["1", "2", "3", "4"]),
  lifecycle: someOf(LIFECYCLES),
  standing: someOf(STANDINGS),
  tag: texts((tag) => tag.length <= TEXT_LIMITS.tag),
  /** People that open gaps are planned for, by their ids; "none": nobody is, for one of them. */
  owner: texts((owner) => owner === "none" || isUuid(owner)),
} as const satisfies Filters;
export type ServiceFilter = keyof typeof SERVICE_FILTERS;
export const SERVICE_FILTER_NAMES = Object.keys(SERVICE_FILTERS) as ServiceFilter[];
export const isServiceFilter = (name: string): boolean => Object.hasOwn(SERVICE_FILTERS, name);
/** What they are given. */
export type ServiceFilterValues = Query<typeof SERVICE_FILTERS>;

/** Which services are meant: values of one filter widen, filters narrow. Undefined or empty: all. */
export type ServiceChoice = {
  readonly [Name in ServiceFilter]?: ServiceFilterValues[Name] | undefined;
} & {
  /** Words, each within the name, the short name or the name of the team; accents and capitals make no difference. */
  readonly q?: string | undefined;
};

/** Those that go by what a service was on each day (H4); the others by what it is at the instant that is asked about. */
export const DAILY_FILTERS = ["team", "tier", "lifecycle"] as const satisfies readonly ServiceFilter[];
export const OTHER_FILTERS = SERVICE_FILTER_NAMES.filter(
  (name) => !DAILY_FILTERS.some((daily) => daily === name),
);

/** The kinds of gaps that can be asked for (R1, S5, S6). */
export const GAP_KINDS = ["blocker", "known", "unknown", "stale", "accepted"] as const;
/** By when a gap is planned to be closed. */
export const GAP_DUES = ["overdue", "week", "planned", "none"] as const;

/** The filters of gaps, beside those of their services. */
export const GAP_FILTERS = {
  service: slugs,
  area: someOf(AREAS),
  cost: someOf(COSTS),
  kind: someOf(GAP_KINDS),
  owner: texts((owner) => owner === "none" || owner === "me" || isUuid(owner)),
} as const satisfies Filters;
export type GapFilter = keyof typeof GAP_FILTERS;
export const GAP_FILTER_NAMES = Object.keys(GAP_FILTERS) as GapFilter[];

/** What a filter of services is called among filters of gaps: one of theirs, or their search, may have its name. */
type AmongGapsName<Name> = Name extends GapFilter | "q" ? `service${Capitalize<Name>}` : Name;
export type AmongGaps<Choice> = { [Name in keyof Choice as AmongGapsName<Name>]: Choice[Name] };

export const amongGapsName = <Name extends string>(name: Name): AmongGapsName<Name> =>
  (name === "q" || Object.hasOwn(GAP_FILTERS, name)
    ? `service${name.charAt(0).toUpperCase()}${name.slice(1)}`
    : name) as AmongGapsName<Name>;

/** What is said by filter of services, by what those are called among filters of gaps. */
export const amongGaps = <Choice extends object>(choice: Choice): AmongGaps<Choice> =>
  Object.fromEntries(
    Object.entries(choice).map(([name, value]) => [amongGapsName(name), value]),
  ) as AmongGaps<Choice>;

/** What filters of gaps say of services, by filter of services. */
export const ofServices = <
  Choice extends { readonly [Name in ServiceFilter as AmongGapsName<Name>]?: unknown },
>(
  choice: Choice,
): { [Name in ServiceFilter]: Choice[AmongGapsName<Name> & keyof Choice] } =>
  Object.fromEntries(
    SERVICE_FILTER_NAMES.map((name) => [name, choice[amongGapsName(name) as keyof Choice]]),
  ) as { [Name in ServiceFilter]: Choice[AmongGapsName<Name> & keyof Choice] };

/** What the page of services can be sorted by, which is what it shows in bold; a minus turns it round. */
export const LISTED_SORTS = [
  ...(["name", "-name", "score", "-score", "gaps", "-gaps", "loss", "-loss"] as const),
] as const;
/** What services can be sorted by. */
export const SERVICE_SORTS = [...LISTED_SORTS, "tier", "-tier", "incidents", "-incidents"] as const;
/** What a heat map can be sorted by. */
export const HEAT_SORTS = SERVICE_SORTS;
/** What gaps can be put together by. */
export const GAP_GROUPS = ["question"] as const;
export const GAP_SORTS = ["worth", "worthPerDay", "incidents", "due", "age", "service", "effort"] as const;
