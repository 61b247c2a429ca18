import { CURSOR_LIMIT, isStorable } from "./text";

/** Search parameters as a page gets them. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** One parameter of an address. What it stands for while it is absent is what it reads from no values. */
export interface Param<T> {
  /** Reads it, whoever wrote it: what is not known is passed over. @param values each once, none of them empty */
  read(values: readonly string[]): T;
  /** The values that stand in the address; none for what holds without them. */
  write(value: T): readonly string[];
}

const MOST_VALUES = 50;
const MOST_LENGTH = 200;

/** A text; "" for none. @param isGood what else it has to be */
export const text = (isGood: (value: string) => boolean = () => true, most = MOST_LENGTH): Param<string> => ({
  read: ([first = ""]) => (first.length <= most && isGood(first) ? first.trim() : ""),
  write: (value) => (value === "" ? [] : [value]),
});

/** Several texts. */
export const texts = (
  isGood: (value: string) => boolean = () => true,
  most = MOST_VALUES,
): Param<readonly string[]> => ({
  read: (values) => values.filter((each) => each.length <= MOST_LENGTH && isGood(each)).slice(0, most),
  write: (values) => values,
});

/** One of a closed list. @param first what holds without it; "" for none of them */
export const oneOf = <const T extends string, const F extends T | "" = "">(
  known: readonly T[],
  first: F = "" as F,
): Param<T | F> => ({
  read: ([value]) => known.find((each) => each === value) ?? first,
  write: (value) => (value === first ? [] : [value]),
});

/** Some of a closed list, in its order. */
export const someOf = <const T extends string>(known: readonly T[]): Param<readonly T[]> => ({
  read: (values) => known.filter((each) => values.includes(each)),
  write: (values) => values,
});

/** Yes, or no without it. */
export const flag: Param<boolean> = {
  read: ([value]) => value === "true",
  write: (value) => (value ? ["true"] : []),
};

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const isSlug = (value: string) => value.length <= 80 && SLUG.test(value);
/** The short name of something. */
export const slug = text(isSlug);
/** Short names. */
export const slugs = texts(isSlug);
/** Where a further page of a list begins, as the query gave it. */
export const cursor = text(() => true, CURSOR_LIMIT);

type Params = Readonly<Record<string, Param<unknown>>>;
/** What an address asks for, by parameter. */
export type Query<P extends Params> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };
/** The parameters of an address that are there, as a query of the API takes them. */
type Asked<Q> = { -readonly [K in keyof Q]?: Q[K] extends readonly (infer T)[] ? T[] : Exclude<Q[K], ""> };

const valuesOf = (value: string | string[] | undefined): string[] => [
  ...new Set([value ?? []].flat().filter((each) => each !== "" && isStorable(each))),
];

/**
 * The address of a page, read and written by one declaration of its parameters, which stand in it in that order.
 * @param path may hold what a caller replaces
 * @param resets parameters that a change of another one takes away, such as the cursor
 */
export function pageAddress<const P extends Params>(
  path: string,
  params: P,
  resets: readonly (keyof P)[] = [],
) {
  type Q = Query<P>;
  type Name = keyof P & string;
  const names = Object.keys(params) as Name[];
  const valuesIn = (query: Partial<Q>, name: Name): readonly string[] =>
    query[name] === undefined ? [] : (params[name]?.write(query[name]) ?? []);
  const read = (search: SearchParams): Q =>
    Object.fromEntries(names.map((name) => [name, params[name]?.read(valuesOf(search[name]))])) as Q;
  const none = read({});
  const held = Object.fromEntries(resets.map((name) => [name, none[name]])) as Partial<Q>;
  /** What stands in the address, without the parameters that are named. */
  const entries = (query: Partial<Q>, except: readonly string[] = []): [name: string, value: string][] =>
    names
      .filter((name) => !except.includes(name))
      .flatMap((name) => valuesIn(query, name).map((value): [string, string] => [name, value]));
  const search = (query: Partial<Q>): string => {
    const params = new URLSearchParams(entries(query));
    return params.size === 0 ? "" : `?${params}`;
  };
  return {
    read,
    /** What the bare path asks for. */
    none,
    entries,
    /** With its question mark; "" when nothing is asked for. */
    search,
    /** The address after a change, at a part of the page when one is named. */
    href: (query: Partial<Q>, change: Partial<Q> = {}, part = ""): string =>
      path + search({ ...query, ...held, ...change }) + part,
    /** What stands beside other parameters, and stays when those change. */
    beside: (query: Partial<Q>, others: readonly string[]) => entries({ ...query, ...held }, others),
    /** Whether anything is asked for, apart from the parameters that are named. */
    isNarrowed: (query: Partial<Q>, except: readonly string[] = []): boolean =>
      entries(query, except).length > 0,
    /** These parameters alone, out of what another address asks for. */
    pick: (query: Q): Q => Object.fromEntries(names.map((name) => [name, query[name]])) as Q,
    /** What is asked for, without what holds anyway. */
    asked: (query: Q): Asked<Q> =>
      Object.fromEntries(
        names
          .filter((name) => valuesIn(query, name).length > 0)
          .map((name) => [name, Array.isArray(query[name]) ? [...query[name]] : query[name]]),
      ) as Asked<Q>,
  };
}

/** A list with one value put in, or taken out when it is in. */
export const toggledIn = (values: readonly string[], value: string): string[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
