import type { ServiceFilters } from "@/lib/contracts/services";
import { CURSOR_LIMIT, isStorable } from "@/lib/domain/text";
import { LIFECYCLES, type Lifecycle, STANDINGS, type Standing } from "@/lib/domain/vocabulary";

/** What can be sorted by, and which way a first press sorts. */
export const FIRST_WAY = { name: "name", score: "score", gaps: "-gaps", tier: "tier" } as const;
export type SortKey = keyof typeof FIRST_WAY;
type Sort = NonNullable<ServiceFilters["sort"]>;
const SORTS: readonly Sort[] = ["name", "-name", "score", "-score", "tier", "-tier", "gaps", "-gaps"];
const TIER_VALUES = ["1", "2", "3", "4"] as const;

/** What the address of the list asks for; an empty list asks for everything. */
export interface ListQuery {
  q: string;
  team: readonly string[];
  tier: readonly (typeof TIER_VALUES)[number][];
  lifecycle: readonly Lifecycle[];
  standing: readonly Standing[];
  tag: readonly string[];
  deleted: boolean;
  sort: Sort;
  cursor: string;
}

/** The filters that take several values. */
export type Choice = "team" | "tier" | "lifecycle" | "standing" | "tag";

/** Search parameters as a page gets them. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address, whoever wrote it: what is not known is passed over. */
export function readListQuery(params: SearchParams): ListQuery {
  const all = (name: string): string[] => {
    const value = params[name];
    const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return [...new Set(list.filter((each) => each !== "" && each.length <= 200 && isStorable(each)))].slice(
      0,
      50,
    );
  };
  const among = <T extends string>(name: string, known: readonly T[]) =>
    known.filter((each) => all(name).includes(each));
  return {
    q: (all("q")[0] ?? "").trim(),
    team: all("team"),
    tier: among("tier", TIER_VALUES),
    lifecycle: among("lifecycle", LIFECYCLES),
    standing: among("standing", STANDINGS),
    tag: all("tag"),
    deleted: all("deleted")[0] === "true",
    sort: among("sort", SORTS)[0] ?? "name",
    cursor: typeof params.cursor === "string" && params.cursor.length <= CURSOR_LIMIT ? params.cursor : "",
  };
}

/** The address of the list after a change. Whatever changes starts at the first page again. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}): string {
  const next = { ...query, cursor: "", ...change };
  const search = new URLSearchParams();
  if (next.q !== "") search.set("q", next.q);
  for (const name of ["team", "tier", "lifecycle", "standing", "tag"] as const) {
    for (const value of next[name]) search.append(name, value);
  }
  if (next.deleted) search.set("deleted", "true");
  if (next.sort !== "name") search.set("sort", next.sort);
  if (next.cursor !== "") search.set("cursor", next.cursor);
  return search.size === 0 ? "/services" : `/services?${search}`;
}

/** The address with one value of a filter put in, or taken out when it is in. */
export function toggleHref(query: ListQuery, name: Choice, value: string): string {
  const values: readonly string[] = query[name];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return listHref(query, { [name]: next });
}

/** The address sorted by a column: its first way, and the other way when it is sorted so already. */
export function sortHref(query: ListQuery, key: SortKey): string {
  const first = FIRST_WAY[key];
  const other = first.startsWith("-") ? key : (`-${key}` as const);
  return listHref(query, { sort: query.sort === first ? other : first });
}

/** Whether anything narrows the list. */
export const isNarrowed = (query: ListQuery): boolean =>
  query.q !== "" ||
  [query.team, query.tier, query.lifecycle, query.standing, query.tag].some((values) => values.length > 0);

/** Lifecycles that are listed while none is asked for: the retired ones wait behind a link. */
export const LISTED_LIFECYCLES = LIFECYCLES.filter((each) => each !== "retired");

/** The filters that the queries take. @param part `scope` leaves out standing and paging: what the sentence is about */
export function toFilters(query: ListQuery, part: "list" | "scope"): ServiceFilters {
  const lifecycle = part === "list" && query.lifecycle.length === 0 ? LISTED_LIFECYCLES : query.lifecycle;
  return {
    ...(query.q === "" ? {} : { q: query.q }),
    team: [...query.team],
    tier: [...query.tier],
    lifecycle: [...lifecycle],
    tag: [...query.tag],
    ...(part === "scope" ? {} : { standing: [...query.standing], sort: query.sort }),
    ...(part === "scope" || query.cursor === "" ? {} : { cursor: query.cursor }),
  };
}
