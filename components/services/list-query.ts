import {
  addressOf,
  type ChoiceQuery,
  choiceSearch,
  knownValues,
  readChoice,
  type SearchParams,
  toChoice,
  valuesOf,
} from "@/components/addresses/choice-query";
import type { ServiceFilters } from "@/lib/contracts/services";
import { CURSOR_LIMIT } from "@/lib/domain/text";
import { LIFECYCLES } from "@/lib/domain/vocabulary";

/** What can be sorted by, and which way a first press sorts. */
export const FIRST_WAY = { name: "name", score: "score", gaps: "-gaps", tier: "tier" } as const;
export type SortKey = keyof typeof FIRST_WAY;
type Sort = NonNullable<ServiceFilters["sort"]>;
const SORTS: readonly Sort[] = ["name", "-name", "score", "-score", "tier", "-tier", "gaps", "-gaps"];

/** What the address of the list asks for; an empty list asks for everything. */
export interface ListQuery extends ChoiceQuery {
  deleted: boolean;
  sort: Sort;
  cursor: string;
}

/** Reads an address, whoever wrote it: what is not known is passed over. */
export function readListQuery(params: SearchParams): ListQuery {
  return {
    ...readChoice(params),
    deleted: valuesOf(params, "deleted")[0] === "true",
    sort: knownValues(params, "sort", SORTS)[0] ?? "name",
    cursor: typeof params.cursor === "string" && params.cursor.length <= CURSOR_LIMIT ? params.cursor : "",
  };
}

/** The address of the list after a change. Whatever changes starts at the first page again. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}): string {
  const next = { ...query, cursor: "", ...change };
  const search = choiceSearch(next);
  if (next.deleted) search.set("deleted", "true");
  if (next.sort !== "name") search.set("sort", next.sort);
  if (next.cursor !== "") search.set("cursor", next.cursor);
  return addressOf("/services", search);
}

/** The address sorted by a column: its first way, and the other way when it is sorted so already. */
export function sortHref(query: ListQuery, key: SortKey): string {
  const first = FIRST_WAY[key];
  const other = first.startsWith("-") ? key : (`-${key}` as const);
  return listHref(query, { sort: query.sort === first ? other : first });
}

/** Lifecycles that are listed while none is asked for: the retired ones wait behind a link. */
export const LISTED_LIFECYCLES = LIFECYCLES.filter((each) => each !== "retired");

/** The filters that the queries take. @param part `scope` leaves out paging, and of what is not deleted the standing: what the sentence is about */
export function toFilters(query: ListQuery, part: "list" | "scope"): ServiceFilters {
  const { standing, ...choice } = toChoice(query);
  if (query.deleted) return { ...choice, standing, deleted: "true", ...paging(query, part) };
  if (part === "scope") return choice;
  const lifecycle = query.lifecycle.length === 0 ? LISTED_LIFECYCLES : query.lifecycle;
  return {
    ...choice,
    standing,
    lifecycle: [...lifecycle],
    ...paging(query, part),
  };
}

const paging = (
  { sort, cursor }: ListQuery,
  part: "list" | "scope",
): Pick<ServiceFilters, "sort" | "cursor"> =>
  part === "scope" ? {} : { sort, ...(cursor === "" ? {} : { cursor }) };
