import { type ListQuery, servicesPage, toChoice } from "@/components/addresses/pages";
import type { ServiceFilters } from "@/lib/contracts/services";
import { LIFECYCLES } from "@/lib/domain/vocabulary";

/** What can be sorted by, and which way a first press sorts. */
const FIRST_WAY = { name: "name", score: "score", gaps: "-gaps", loss: "-loss" } as const;
export type SortKey = keyof typeof FIRST_WAY;

/** The address sorted by a column: its first way, and the other way when it is sorted so already. */
export function sortHref(query: ListQuery, key: SortKey): string {
  const first = FIRST_WAY[key];
  const other = first.startsWith("-") ? key : (`-${key}` as const);
  return servicesPage.href(query, { sort: query.sort === first ? other : first });
}

/** Lifecycles that are listed while none is asked for: the retired ones wait behind a link. */
const LISTED_LIFECYCLES = LIFECYCLES.filter((each) => each !== "retired");

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
  { sort, cursor, deleted }: ListQuery,
  part: "list" | "scope",
): Pick<ServiceFilters, "sort" | "cursor"> =>
  part === "scope"
    ? {}
    : { sort: deleted && sort === "-loss" ? "name" : sort, ...(cursor === "" ? {} : { cursor }) };

/** Which way the figures of a sorted list go, for whoever checks that it shows what it is sorted by. */
export const sortedBy = (sort: ListQuery["sort"]): "up" | "down" => (sort.startsWith("-") ? "down" : "up");
