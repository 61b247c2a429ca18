import type { GapWorth, WorthOfCost } from "./gap-worth";
import { sumOf } from "./sum";
import type { AnswerState, Area, Cost } from "./vocabulary";
import { byWorth, type RankableGap, worthADay } from "./worth";

/**
 * Gaps that weigh alike: the same question with the same verdict, of services of one tier that are all live or all not,
 * on one checklist version. What a portfolio of thousands of gaps is reckoned with.
 */
export interface AlikeGaps extends Omit<RankableGap, "service">, Omit<GapWorth, "costs"> {
  /** What the question is called, and what it asks. */
  title: string;
  text: string;
  area: Area;
  /** Of the question (S3). */
  weight: number;
  /** The effective one. */
  verdict: AnswerState;
  known: boolean;
  stale: boolean;
  /** A waiver is in force. */
  accepted: boolean;
  /** What one of them leads to. */
  costs: readonly WorthOfCost[];
  /** Which services have one: their places in a list that is sorted by short name. */
  places: readonly number[];
}

/** One gap of a ranking: what it is, and the place of its service. */
export interface PlacedGap {
  gap: AlikeGaps;
  place: number;
}

/** The gaps one by one in the order of a ranking (R8), as many as are asked for. @param worth of one, as worthAYear */
export function* inRankOrder(
  rows: readonly AlikeGaps[],
  worth: (gap: Omit<RankableGap, "service">) => number,
): Generator<PlacedGap> {
  const order = byWorth(worth);
  const sorted = [...rows].sort(order);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const first = sorted[from] as AlikeGaps;
    while (to < sorted.length && order(first, sorted[to] as AlikeGaps) === 0) to += 1;
    yield* byPlace(sorted.slice(from, to));
  }
}

/** The gaps of some rows by the places of their services, one after the other as they are asked for. */
function* byPlace(rows: readonly AlikeGaps[]): Generator<PlacedGap> {
  const left = rows.map((gap) => ({ gap, places: rising(gap.places), next: 0 }));
  while (true) {
    let least: (typeof left)[number] | null = null;
    let place = Number.POSITIVE_INFINITY;
    for (const row of left) {
      const own = row.places[row.next] ?? Number.POSITIVE_INFINITY;
      if (own < place) [least, place] = [row, own];
    }
    if (least === null) return;
    least.next += 1;
    yield { gap: least.gap, place };
  }
}

const rising = (places: readonly number[]): readonly number[] =>
  places.every((place, index) => index === 0 || (places[index - 1] as number) <= place)
    ? places
    : [...places].sort((a, b) => a - b);

/** The first few of a ranking. */
export function firstOf<T>(ranking: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const each of ranking) {
    if (first.length === most) break;
    first.push(each);
  }
  return first;
}

/** Those that lead to any of some costs, worth what they lead to of those alone. */
export function leadingTo(rows: readonly AlikeGaps[], ...costs: readonly Cost[]): AlikeGaps[] {
  return rows.flatMap((row) => {
    const led = row.costs.filter((each) => costs.includes(each.cost));
    if (led.length === 0) return [];
    const losses = led.flatMap(({ expectedLoss }) => expectedLoss ?? []);
    return [
      {
        ...row,
        incidentsPerYear: sumOf(led.map((each) => each.incidentsPerYear)),
        expectedLoss: losses.length === 0 ? null : sumOf(losses),
        costs: led,
      },
    ];
  });
}

/** Rankings of what is carried now and of what will be at launch, never one list (R6, R8). */
export interface Ranking<Gap> {
  now: Gap[];
  atLaunch: Gap[];
}

/** The same, with the gaps that lead to no priced cost apart (R8). */
export interface BestOf<Gap> extends Ranking<Gap> {
  unpriced: Ranking<Gap>;
}

/**
 * The gaps on which a day of work is worth most (R8): known ones are fixed, unknown ones answered; what a waiver accepts is
 * neither. By money, and those without a priced cost in rankings of their own; while no cost at all is priced there is one
 * way to rank, and the own rankings are empty.
 * @param most in each ranking
 * @param pricedCosts how many of the eight costs have a price
 */
export function bestOf(
  gaps: readonly AlikeGaps[],
  which: "fixes" | "questions",
  most: number,
  pricedCosts: number,
): BestOf<PlacedGap> {
  const meant = gaps.filter(
    (gap) => gap.known === (which === "fixes") && !gap.accepted && gap.costs.length > 0,
  );
  const best = (some: readonly AlikeGaps[]) => firstOf(inRankOrder(some, worthADay), most);
  const ranking = (some: readonly AlikeGaps[]): Ranking<PlacedGap> => ({
    now: best(some.filter((gap) => gap.live)),
    atLaunch: best(some.filter((gap) => !gap.live)),
  });
  if (pricedCosts === 0) return { ...ranking(meant), unpriced: { now: [], atLaunch: [] } };
  return {
    ...ranking(meant.filter((gap) => gap.expectedLoss !== null)),
    unpriced: ranking(meant.filter((gap) => gap.expectedLoss === null)),
  };
}
