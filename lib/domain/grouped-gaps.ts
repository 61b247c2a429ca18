import type { AlikeGaps } from "./gap-table";
import { sumOf } from "./sum";
import type { Area } from "./vocabulary";
import { byText } from "./worth";

/** What gaps of one question are expected to cause a year (R2, R5); money is null where none of their costs has a price. */
export interface Together {
  gaps: number;
  incidentsPerYear: number;
  expectedLoss: number | null;
}

/**
 * The gaps of one question in several services: of live ones, or of others (R6), and of those that have a price, or none
 * (R8). Known and unknown apart (R1).
 */
export interface GapGroup {
  question: string;
  title: string;
  text: string;
  area: Area;
  live: boolean;
  priced: boolean;
  all: Together;
  known: Together;
  /** Days of work on all of them. */
  effortDays: number;
  /** Places of the services where it weighs most, three at most. */
  first: readonly number[];
}

const NAMED = 3;

function together(gaps: readonly AlikeGaps[]): Together {
  const losses = gaps.flatMap(({ expectedLoss, places }) =>
    expectedLoss === null ? [] : expectedLoss * places.length,
  );
  return {
    gaps: gaps.reduce((count, { places }) => count + places.length, 0),
    incidentsPerYear: sumOf(gaps.map((gap) => gap.incidentsPerYear * gap.places.length)),
    expectedLoss: losses.length === 0 ? null : sumOf(losses),
  };
}

/**
 * Gaps by their question, in the order of the list of gaps: live services before others, what has a price before what has
 * none, then by what they are expected to cost, or to cause, together.
 */
export function groupedGaps(gaps: readonly AlikeGaps[]): GapGroup[] {
  const groups = new Map<string, [AlikeGaps, ...AlikeGaps[]]>();
  for (const gap of gaps) {
    const key = `${gap.live} ${gap.expectedLoss === null} ${gap.question}`;
    const same = groups.get(key);
    if (same) same.push(gap);
    else groups.set(key, [gap]);
  }
  return [...groups.values()].map(groupOf).sort(inOrder);
}

function groupOf(same: readonly [AlikeGaps, ...AlikeGaps[]]): GapGroup {
  const { question, title, text, area, live, expectedLoss } = same[0];
  const heaviest = [...same].sort(
    (a, b) => (b.expectedLoss ?? 0) - (a.expectedLoss ?? 0) || b.incidentsPerYear - a.incidentsPerYear,
  );
  return {
    ...{ question, title, text, area, live, priced: expectedLoss !== null },
    all: together(same),
    known: together(same.filter(({ known }) => known)),
    effortDays: sumOf(same.map((gap) => gap.effortDays * gap.places.length)),
    first: heaviest.flatMap(({ places }) => places.slice(0, NAMED)).slice(0, NAMED),
  };
}

const inOrder = (a: GapGroup, b: GapGroup): number =>
  Number(b.live) - Number(a.live) ||
  Number(b.priced) - Number(a.priced) ||
  (b.all.expectedLoss ?? 0) - (a.all.expectedLoss ?? 0) ||
  b.all.incidentsPerYear - a.all.incidentsPerYear ||
  byText(a.question, b.question);
