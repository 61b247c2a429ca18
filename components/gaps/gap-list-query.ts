import type { GapFilters } from "@/lib/contracts/gaps";
import { CURSOR_LIMIT, isStorable } from "@/lib/domain/text";
import { AREAS, COSTS, LIFECYCLES, STANDINGS } from "@/lib/domain/vocabulary";

/** The kinds of gaps that can be asked for (R1, S5, S6). */
export const KINDS = ["blocker", "known", "unknown", "stale", "accepted"] as const;
export const DUES = ["overdue", "week", "planned", "none"] as const;
export const SORTS = ["worth", "worthPerDay", "incidents", "due", "age", "service", "effort"] as const;
const TIERS = ["1", "2", "3", "4"] as const;

/** Filters that take several values, with the closed lists of those that have one. */
const SEVERAL = {
  team: null,
  tier: TIERS,
  lifecycle: LIFECYCLES,
  standing: STANDINGS,
  tag: null,
  service: null,
  area: AREAS,
  cost: COSTS,
  kind: KINDS,
  owner: null,
} as const satisfies Record<string, readonly string[] | null>;
export type GapChoice = keyof typeof SEVERAL;

/** What the address of the list of all gaps asks for; empty asks for everything. */
export interface GapListQuery extends Readonly<Record<GapChoice, readonly string[]>> {
  readonly q: string;
  readonly question: string;
  readonly due: (typeof DUES)[number] | "";
  readonly sort: (typeof SORTS)[number];
  readonly cursor: string;
}

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;
const OWNER = /^(?:none|me|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Reads an address, whoever wrote it: what is not known is passed over. */
export function readGapListQuery(params: SearchParams): GapListQuery {
  const all = (name: string): string[] => {
    const value = params[name];
    const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
    const fit = list.filter((each) => each !== "" && each.length <= 200 && isStorable(each));
    return [...new Set(fit)].slice(0, 50);
  };
  const first = <T extends string>(name: string, known: readonly T[]) =>
    known.find((each) => each === all(name)[0]);
  const several = Object.fromEntries(
    Object.entries(SEVERAL).map(([name, known]) => [
      name,
      all(name).filter((each) => (known as readonly string[] | null)?.includes(each) ?? true),
    ]),
  ) as Record<GapChoice, string[]>;
  return {
    ...several,
    team: several.team.filter((each) => SLUG.test(each)),
    service: several.service.filter((each) => SLUG.test(each)),
    tag: several.tag.filter((each) => each.length <= 40),
    owner: several.owner.filter((each) => OWNER.test(each)),
    q: (all("q")[0] ?? "").trim(),
    question: SLUG.test(all("question")[0] ?? "") ? (all("question")[0] ?? "").slice(0, 80) : "",
    due: first("due", DUES) ?? "",
    sort: first("sort", SORTS) ?? "worth",
    cursor: typeof params.cursor === "string" && params.cursor.length <= CURSOR_LIMIT ? params.cursor : "",
  };
}

/** The address of the list after a change. Whatever changes starts at the first page again. */
export function gapListHref(query: GapListQuery, change: Partial<GapListQuery> = {}): string {
  const next = { ...query, cursor: "", ...change };
  const search = new URLSearchParams();
  for (const name of ["q", "question"] as const) if (next[name] !== "") search.set(name, next[name]);
  for (const name of Object.keys(SEVERAL) as GapChoice[]) {
    for (const value of next[name]) search.append(name, value);
  }
  if (next.due !== "") search.set("due", next.due);
  if (next.sort !== "worth") search.set("sort", next.sort);
  if (next.cursor !== "") search.set("cursor", next.cursor);
  return search.size === 0 ? "/gaps" : `/gaps?${search}`;
}

/** The address with one value of a filter put in, or taken out when it is in. */
export function toggleGapHref(query: GapListQuery, name: GapChoice, value: string): string {
  const values = query[name];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return gapListHref(query, { [name]: next });
}

/** The address without any filter, sorted as it is. */
export const clearedGapHref = (query: GapListQuery): string =>
  gapListHref({ ...readGapListQuery({}), sort: query.sort });

/** Whether anything narrows the list. */
export const isGapListNarrowed = (query: GapListQuery): boolean =>
  gapListHref({ ...query, sort: "worth" }) !== "/gaps";

/** The filters that the query takes. */
export function toGapFilters(query: GapListQuery): GapFilters {
  const { q, question, due, sort, cursor, ...several } = query;
  const chosen = Object.entries(several).filter(([, values]) => values.length > 0);
  return {
    ...(Object.fromEntries(chosen) as GapFilters),
    ...(q === "" ? {} : { q }),
    ...(question === "" ? {} : { question }),
    ...(due === "" ? {} : { due }),
    ...(cursor === "" ? {} : { cursor }),
    sort,
  };
}

/** The filters in force that are about gaps, not about services, as a query string for the file of gaps. */
export function filtersOfGaps(query: GapListQuery): string {
  const search = new URLSearchParams();
  for (const name of ["area", "cost", "kind", "owner"] as const) {
    for (const value of query[name]) search.append(name, value);
  }
  if (query.question !== "") search.set("question", query.question);
  if (query.due !== "") search.set("due", query.due);
  return search.toString();
}
