import type { AlikeGaps, PlacedGap } from "./gap-table";
import { byText, exactIncidents, type Weighed } from "./worth";

/** What something is sorted by, always rising: its first parts decide first. Keys of one list are of one shape. */
export type SortKey = readonly (number | string)[];

const compare = (a: number | string, b: number | string): number =>
  typeof a === "string" || typeof b === "string" ? byText(String(a), String(b)) : a - b;

function compareKeys(a: SortKey, b: SortKey): number {
  for (const [index, part] of a.entries()) {
    const difference = compare(part, b[index] ?? part);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * How a list of gaps is sorted: each has a rank, so that thousands are compared as numbers, and a key, which says the same
 * in a list that changed since.
 */
export interface Sorting {
  /** Of a key, part by part. */
  shape: readonly ("number" | "string")[];
  /** The rank of a gap. @param index of those that weigh alike */
  rank(index: number): (place: number) => number;
  key(gap: PlacedGap): SortKey;
  /** Where a key stands among the ranks, or between two of them. */
  rankOf(key: SortKey): number;
}

/** The ranks of keys, equal ones of equal keys, and where another key would stand. */
function ranked(keys: readonly SortKey[]): { ranks: Float64Array; rankOf: (key: SortKey) => number } {
  const order = keys.map((_, index) => index).sort((a, b) => compareKeys(keys[a] ?? [], keys[b] ?? []));
  const ranks = new Float64Array(keys.length);
  const distinct: SortKey[] = [];
  for (const index of order) {
    const key = keys[index] ?? [];
    const last = distinct.at(-1);
    if (!last || compareKeys(last, key) !== 0) distinct.push(key);
    ranks[index] = distinct.length - 1;
  }
  const rankOf = (key: SortKey) => {
    const next = distinct.findIndex((each) => compareKeys(each, key) >= 0);
    if (next < 0) return distinct.length;
    return compareKeys(distinct[next] ?? [], key) === 0 ? next : next - 0.5;
  };
  return { ranks, rankOf };
}

/** Sorted by what is the same for all that weigh alike. */
function byAlike(
  gaps: readonly AlikeGaps[],
  shape: Sorting["shape"],
  key: (gap: AlikeGaps) => SortKey,
): Sorting {
  const { ranks, rankOf } = ranked(gaps.map(key));
  const rank = (index: number) => {
    const own = ranks[index] as number;
    return () => own;
  };
  return { shape, rank, key: ({ gap }) => key(gap), rankOf };
}

/** The order of a ranking (R8), as byWorth has it. @param worth of one, as worthAYear */
export const byWorthOf = (gaps: readonly AlikeGaps[], worth: (gap: Weighed) => number): Sorting =>
  byAlike(gaps, ["number", "number", "number", "number", "string"], (gap) => [
    ...[gap.live ? 0 : 1, gap.expectedLoss === null ? 1 : 0, -worth(gap), gap.tier],
    gap.question,
  ]);

/** By incidents whether they have a price or not; live services before the others. */
export const byIncidents = (gaps: readonly AlikeGaps[]): Sorting =>
  byAlike(gaps, ["number", "number", "number", "string"], (gap) => [
    ...[gap.live ? 0 : 1, -exactIncidents(gap), gap.tier],
    gap.question,
  ]);

/** By the days of work, least first. */
export const byEffort = (gaps: readonly AlikeGaps[]): Sorting =>
  byAlike(gaps, ["number"], ({ effortDays }) => [effortDays]);

/** By what services are called, whatever case it is written in. @param names by place, the first of place 1 */
export function byServiceName(names: readonly string[]): Sorting {
  const keys = names.map((name) => [name.toLowerCase()]);
  const { ranks, rankOf } = ranked(keys);
  const rank = () => (place: number) => ranks[place - 1] as number;
  return { shape: ["string"], rank, key: ({ place }) => keys[place - 1] ?? [], rankOf };
}

/** By a number that each gap has of its own. */
export const byNumber = (
  gaps: readonly AlikeGaps[],
  numberOf: (gap: AlikeGaps) => (place: number) => number,
): Sorting => ({
  shape: ["number"],
  rank: (index) => {
    const gap = gaps[index];
    if (!gap) throw new RangeError(`no gaps at ${index}`);
    return numberOf(gap);
  },
  key: ({ gap, place }) => [numberOf(gap)(place)],
  rankOf: ([number]) => Number(number),
});

/** Where a page of gaps ended: the key of its last one, its service by short name, its question. */
export interface GapPosition {
  key: SortKey;
  service: string;
  question: string;
}

interface Ranked extends PlacedGap {
  rank: number;
}

const inOrder = (a: Ranked, b: Ranked): number =>
  a.rank - b.rank || a.place - b.place || byText(a.gap.question, b.gap.question);

/**
 * The first gaps of a list, or the first after a position, wherever that would stand by now: by their sorting, then by
 * service, then by question. Goes through all gaps once, with an object only for those that may be among the first.
 * @param slugs of the services, rising: the first of place 1
 */
export function firstGaps(
  gaps: readonly AlikeGaps[],
  slugs: readonly string[],
  sorting: Sorting,
  after: GapPosition | null,
  most: number,
): PlacedGap[] {
  const from = after && { ...after, rank: sorting.rankOf(after.key), place: placeOf(slugs, after.service) };
  let first: Ranked[] = [];
  let last: Ranked | null = null;
  for (const [index, gap] of gaps.entries()) {
    const rankIn = sorting.rank(index);
    for (const place of gap.places) {
      const rank = rankIn(place);
      if (last && (rank > last.rank || (rank === last.rank && place > last.place))) continue;
      if (from) {
        const beyond = rank - from.rank || place - from.place || byText(gap.question, from.question);
        if (beyond <= 0) continue;
      }
      first.push({ gap, place, rank });
      if (first.length < 4 * most) continue;
      first = first.sort(inOrder).slice(0, most);
      last = first.at(-1) ?? null;
    }
  }
  return first.sort(inOrder).slice(0, most);
}

/** The place of a service by short name; of one that is not there, between those of its neighbours. */
function placeOf(slugs: readonly string[], slug: string): number {
  const next = slugs.findIndex((each) => each >= slug);
  if (next < 0) return slugs.length + 1;
  return slugs[next] === slug ? next + 1 : next + 0.5;
}
