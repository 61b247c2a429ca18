import type { HistoryFilters } from "@/lib/contracts/scorecard";
import { isUuid } from "@/lib/domain/text";
import { AREAS, type Area } from "@/lib/domain/vocabulary";

/** What the address of a service's history asks for. */
export interface HistoryQuery {
  area: Area | null;
  /** Id of a person. */
  person: string | null;
  cursor: string | null;
}

/** Entries of one page. */
const PAGE = 50;

/** Reads an address; what is not known is passed over. */
export function readHistoryQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
): HistoryQuery {
  const { area, person, cursor } = params;
  return {
    area: AREAS.find((each) => each === area) ?? null,
    person: typeof person === "string" && isUuid(person) ? person : null,
    cursor: typeof cursor === "string" && /^\d{1,18}$/.test(cursor) ? cursor : null,
  };
}

/** The address of a service's history after a change, at its newest entries unless a cursor is given. */
export function historyHref(
  service: string,
  query: HistoryQuery,
  change: Partial<HistoryQuery> = {},
): string {
  const next = { ...query, cursor: null, ...change };
  const search = new URLSearchParams();
  if (next.area) search.set("area", next.area);
  if (next.person) search.set("person", next.person);
  if (next.cursor) search.set("cursor", next.cursor);
  return `/services/${service}/history${search.size === 0 ? "" : `?${search}`}`;
}

/** The filters that the query takes. */
export const toHistoryFilters = ({ area, person, cursor }: HistoryQuery): HistoryFilters => ({
  limit: PAGE,
  ...(area ? { area } : {}),
  ...(person ? { person } : {}),
  ...(cursor ? { cursor } : {}),
});
