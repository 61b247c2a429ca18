import { CURSOR_LIMIT, isStorable } from "@/lib/domain/text";

/** What the address of the list of people asks for, in the words of the API; "" where it asks for nothing. */
export interface PeopleQuery {
  /** A part of a name or an address. */
  q: string;
  rights: "" | "admin" | "executive";
  state: "" | "enabled" | "disabled";
  cursor: string;
}

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;
const EVERYBODY: PeopleQuery = { q: "", rights: "", state: "", cursor: "" };
const MOST_Q = 200;

function read(params: SearchParams, name: string, most: number): string {
  const value = params[name];
  const text = (Array.isArray(value) ? value[0] : value) ?? "";
  return text.length <= most && isStorable(text) ? text.trim() : "";
}

/** Reads the address; what it does not know, it leaves out. */
export function readPeopleQuery(params: SearchParams): PeopleQuery {
  const rights = read(params, "rights", MOST_Q);
  const state = read(params, "state", MOST_Q);
  return {
    q: read(params, "q", MOST_Q),
    rights: rights === "admin" || rights === "executive" ? rights : "",
    state: state === "enabled" || state === "disabled" ? state : "",
    cursor: read(params, "cursor", CURSOR_LIMIT),
  };
}

/** The address of a list of people. A page further on is left when what is asked for changes. */
export function peopleHref(query: Partial<PeopleQuery>): string {
  const asked = Object.entries({ ...EVERYBODY, ...query }).filter(([, value]) => value !== "");
  const search = new URLSearchParams(asked);
  return search.size === 0 ? "/settings/people" : `/settings/people?${search}`;
}

/** What the list is asked for, without what nobody asked. */
export function peopleFilters({ q, rights, state, cursor }: PeopleQuery) {
  return {
    ...(q === "" ? {} : { q }),
    ...(rights === "" ? {} : { rights }),
    ...(state === "" ? {} : { state }),
    ...(cursor === "" ? {} : { cursor }),
  };
}

/** Whether it asks for some of them only. */
export const isNarrowed = ({ q, rights, state }: PeopleQuery): boolean =>
  q !== "" || rights !== "" || state !== "";
