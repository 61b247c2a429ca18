import type { Tier } from "./vocabulary";

/** How much an incident weighs by the tier of its service, tier 1 being 1 (R4). */
export const SEVERITY: Readonly<Record<Tier, number>> = { 1: 1, 2: 0.5, 3: 0.25, 4: 0.1 };

/** The least effort that a ranking reckons with, in days (R8): nothing is worth endlessly much a day. */
export const LEAST_EFFORT_DAYS = 0.1;

/** What a ranking of gaps needs of one. */
export interface RankableGap {
  /** Its service is live, so that it costs now (R6). */
  live: boolean;
  tier: Tier;
  /** Expected incidents a year that it causes by itself (R2): of one cost or of all, as the ranking is about. */
  incidentsPerYear: number;
  /** Its own estimate, else the question's. */
  effortDays: number;
  /** Key of the question, and short name of the service: they break ties. */
  question: string;
  service: string;
}

/** Sums that were added up in another order are the same to this many decimals. */
const exact = (value: number) => Math.round(value * 1e9) / 1e9;

/** How much a gap weighs while nothing has a price (R4, R8): incidents × severity. */
export const weightOf = ({ incidentsPerYear, tier }: RankableGap): number =>
  exact(incidentsPerYear * SEVERITY[tier]);

/** What a day of work on a gap is worth while nothing has a price (R8): incidents × severity ÷ effort. */
export const worthADay = ({ incidentsPerYear, tier, effortDays }: RankableGap): number =>
  exact((incidentsPerYear * SEVERITY[tier]) / Math.max(effortDays, LEAST_EFFORT_DAYS));

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The order of a ranking: live before not yet live (R6), what is worth most first, ties by tier, question, service. */
function inOrder(worth: (gap: RankableGap) => number): (a: RankableGap, b: RankableGap) => number {
  return (a, b) =>
    Number(b.live) - Number(a.live) ||
    worth(b) - worth(a) ||
    a.tier - b.tier ||
    byText(a.question, b.question) ||
    byText(a.service, b.service);
}

/** The gaps that weigh most, heaviest first (R4, R6). */
export const largestGaps = <Gap extends RankableGap>(gaps: readonly Gap[], most: number): Gap[] =>
  [...gaps].sort(inOrder(weightOf)).slice(0, most);

/** The gaps on which a day of work is worth most, best first (R8). Live and not yet live ones are ranked apart. */
export const bestGaps = <Gap extends RankableGap>(gaps: readonly Gap[], most: number): Gap[] =>
  [...gaps].sort(inOrder(worthADay)).slice(0, most);
