import type { Tier } from "./vocabulary";

/** How much an incident weighs by the tier of its service unless the organisation says otherwise, tier 1 being 1 (R4). */
export const SEVERITY: Readonly<Record<Tier, number>> = { 1: 1, 2: 0.5, 3: 0.25, 4: 0.1 };

/** The least effort that a ranking reckons with, in days (R8): nothing is worth endlessly much a day. */
const LEAST_EFFORT_DAYS = 0.1;

/** What a ranking of gaps needs of one. */
export interface RankableGap {
  /** Its service is live, so that it costs now (R6). */
  live: boolean;
  tier: Tier;
  /** Expected incidents a year that it causes by itself (R2): of one cost or of all, as the ranking is about. */
  incidentsPerYear: number;
  /** What they are expected to cost (R5); null where none of those costs has a price. */
  expectedLoss: number | null;
  /** By the tier of its service, in force when the ranking is made (R4). */
  severity: number;
  /** Its own estimate, else the question's. */
  effortDays: number;
  /** Key of the question, and short name of the service: they break ties. */
  question: string;
  service: string;
}

/** What decides a ranking before the names of services do. */
export type Weighed = Omit<RankableGap, "service">;
type Worth = (gap: Weighed) => number;

/** Sums that were added up in another order are the same to this many decimals. */
const exact = (value: number) => Math.round(value * 1e9) / 1e9;
/** The same for money: a thousandth of a cent. */
const exactLoss = (value: number) => Math.round(value * 1e5) / 1e5;

/** Incidents a year, the same number however they were added up. */
export const exactIncidents = ({ incidentsPerYear }: Pick<RankableGap, "incidentsPerYear">): number =>
  exact(incidentsPerYear);

/** What a day of work on a gap is worth (R8): its expected loss, or incidents × severity where it has none, ÷ effort. */
export function worthADay(
  gap: Pick<Weighed, "incidentsPerYear" | "severity" | "expectedLoss" | "effortDays">,
): number {
  const days = Math.max(gap.effortDays, LEAST_EFFORT_DAYS);
  return gap.expectedLoss === null
    ? exact((gap.incidentsPerYear * gap.severity) / days)
    : exactLoss(gap.expectedLoss / days);
}

/** By code units, as COLLATE "C". */
export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The order of a ranking, services aside: live before not yet live (R6), those with a price before those without, what is
 * worth most first, ties by tier, then question.
 */
export function byWorth(worth: Worth): (a: Weighed, b: Weighed) => number {
  return (a, b) =>
    Number(b.live) - Number(a.live) ||
    Number(a.expectedLoss === null) - Number(b.expectedLoss === null) ||
    worth(b) - worth(a) ||
    a.tier - b.tier ||
    byText(a.question, b.question);
}

/** The whole order: what is alike in all of that, by short name of the service. */
export function inOrder(worth: Worth): (a: RankableGap, b: RankableGap) => number {
  const order = byWorth(worth);
  return (a, b) => order(a, b) || byText(a.service, b.service);
}

/** What a gap is worth in a year (R8), as lists show it: its expected loss, or its incidents where it has none. */
export const worthAYear = (gap: Weighed): number =>
  gap.expectedLoss === null ? exactIncidents(gap) : exactLoss(gap.expectedLoss);

/** The gaps that are worth most, dearest first (R5, R6). */
export const largestGaps = <Gap extends RankableGap>(gaps: readonly Gap[], most: number): Gap[] =>
  [...gaps].sort(inOrder(worthAYear)).slice(0, most);

/** The gaps on which a day of work is worth most, best first (R8). Live and not yet live ones are never interleaved. */
export const bestGaps = <Gap extends RankableGap>(gaps: readonly Gap[], most: number): Gap[] =>
  [...gaps].sort(inOrder(worthADay)).slice(0, most);

type Listed = Pick<RankableGap, "question" | "expectedLoss" | "incidentsPerYear"> & { blocker: boolean };

/**
 * The gaps of one service in the order of its page: blockers first, then by what is shown of each, which is money where it
 * has a price, else incidents; what has a price before what has none.
 */
export const listedGaps = <Gap extends Listed>(gaps: readonly Gap[]): Gap[] =>
  [...gaps].sort(
    (a, b) =>
      Number(b.blocker) - Number(a.blocker) ||
      Number(a.expectedLoss === null) - Number(b.expectedLoss === null) ||
      exactLoss(b.expectedLoss ?? 0) - exactLoss(a.expectedLoss ?? 0) ||
      exact(b.incidentsPerYear) - exact(a.incidentsPerYear) ||
      byText(a.question, b.question),
  );
