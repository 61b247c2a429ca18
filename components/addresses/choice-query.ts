import type { PortfolioChoice } from "@/lib/contracts/portfolio";
import { isStorable } from "@/lib/domain/text";
import { LIFECYCLES, type Lifecycle, STANDINGS, type Standing } from "@/lib/domain/vocabulary";

const TIER_VALUES = ["1", "2", "3", "4"] as const;

/** Which services an address asks for; an empty list asks for all. */
export interface ChoiceQuery {
  q: string;
  team: readonly string[];
  tier: readonly (typeof TIER_VALUES)[number][];
  lifecycle: readonly Lifecycle[];
  standing: readonly Standing[];
  tag: readonly string[];
}

/** The filters that take several values, in the order of the address. */
export const CHOICE_NAMES = ["team", "tier", "lifecycle", "standing", "tag"] as const;
export type Choice = (typeof CHOICE_NAMES)[number];

/** Search parameters as a page gets them. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Nothing is filtered. */
export const NO_CHOICE: ChoiceQuery = { q: "", team: [], tier: [], lifecycle: [], standing: [], tag: [] };

/** All values of one parameter, each once; what is empty, too long or cannot be stored is passed over. */
export function valuesOf(params: SearchParams, name: string): string[] {
  const value = params[name];
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((each) => each !== "" && each.length <= 200 && isStorable(each)))].slice(
    0,
    50,
  );
}

/** The values of one parameter that are known, in the order in which they are known. */
export const knownValues = <T extends string>(params: SearchParams, name: string, known: readonly T[]): T[] =>
  known.filter((each) => valuesOf(params, name).includes(each));

/** Reads an address, whoever wrote it: what is not known is passed over. */
export function readChoice(params: SearchParams): ChoiceQuery {
  return {
    q: (valuesOf(params, "q")[0] ?? "").trim(),
    team: valuesOf(params, "team"),
    tier: knownValues(params, "tier", TIER_VALUES),
    lifecycle: knownValues(params, "lifecycle", LIFECYCLES),
    standing: knownValues(params, "standing", STANDINGS),
    tag: valuesOf(params, "tag"),
  };
}

/** The choice as the search of an address. */
export function choiceSearch(query: ChoiceQuery): URLSearchParams {
  const search = new URLSearchParams();
  if (query.q !== "") search.set("q", query.q);
  for (const name of CHOICE_NAMES) for (const value of query[name]) search.append(name, value);
  return search;
}

/** An address of a path and a search that may be empty. */
export const addressOf = (path: string, search: URLSearchParams): string =>
  search.size === 0 ? path : `${path}?${search}`;

/** What changes when a value of a filter is put in, or taken out because it is in. */
export function toggled(query: ChoiceQuery, name: Choice, value: string): Partial<ChoiceQuery> {
  const values: readonly string[] = query[name];
  return { [name]: values.includes(value) ? values.filter((each) => each !== value) : [...values, value] };
}

/** Whether anything narrows the choice. */
export const isNarrowed = (query: ChoiceQuery): boolean =>
  query.q !== "" || CHOICE_NAMES.some((name) => query[name].length > 0);

/** The filters that the queries take. */
export const toChoice = (query: ChoiceQuery): PortfolioChoice => ({
  ...(query.q === "" ? {} : { q: query.q }),
  team: [...query.team],
  tier: [...query.tier],
  lifecycle: [...query.lifecycle],
  standing: [...query.standing],
  tag: [...query.tag],
});
