import { normalQuantile, poissonQuantile } from "./quantiles";
import { type Streams, streams } from "./random";
import { type OnePrice, priceOf, sumAtOnce } from "./sum-of-incidents";

/** Incidents of one price: how many a year are expected, and the lognormal that one of them costs. */
export interface LossGroup {
  /** A whole number from 0, of its cost and tier: what its years draw from, whatever the rate and the price are. */
  stream: number;
  /** Expected incidents a year. */
  rate: number;
  /** Mean and deviation of the logarithm of one incident's cost, severity included. */
  mu: number;
  sigma: number;
}

/** How a year's loss may turn out (R7), in currency a year. */
export interface Spread {
  p50: number;
  p90: number;
  p95: number;
  /** The probability that a year loses more than `loss`; losses rise. */
  curve: { loss: number; probability: number }[];
}

/** Simulated years (R7). */
export const YEARS = 10_000;
/** Deviation of the logarithm of the factor that all rates of a year share (R7). */
export const SHARED_SIGMA = 0.5;
/** So many incidents of a group are drawn one by one in a year: most of the widest price. */
const ONE_BY_ONE = { most: 8, least: 3 } as const;
/** The skewness of the sum of 8 incidents of the widest price. */
const SKEWNESS = 8;
const SEED = 20_261;
/** The stream of the factor that a year's rates share; those of groups are below. */
const SHARED_STREAM = 0x7fffffff;
const PROBABILITIES = [
  0.99, 0.98, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15,
  0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02, 0.015, 0.01, 0.007, 0.005, 0.003, 0.002, 0.001,
];

/** Groups of one stream and price become one: their rates add up (R7). The order of the groups does not matter afterwards. */
export function merged(groups: readonly LossGroup[]): LossGroup[] {
  const byPrice = new Map<string, LossGroup>();
  const inOrder = [...groups].sort(
    (a, b) => a.stream - b.stream || a.mu - b.mu || a.sigma - b.sigma || a.rate - b.rate,
  );
  for (const group of inOrder) {
    if (group.rate <= 0) continue;
    const key = `${group.stream}/${group.mu}/${group.sigma}`;
    byPrice.set(key, { ...group, rate: group.rate + (byPrice.get(key)?.rate ?? 0) });
  }
  return [...byPrice.values()];
}

/**
 * The losses of simulated years, sorted (R7): a compound Poisson sum, with all rates of a year multiplied by one
 * lognormal factor of mean 1. Each year draws the same for a stream whatever the rates and prices are: a number of
 * incidents that only rises with the rate, and what the first, the second and so on cost. So no year loses less at a
 * higher rate, or where a price is multiplied by more.
 * @param oneByOne after so many incidents of a group in a year the sum of the others is drawn from a distribution of
 *   equal moments; Infinity draws every one; by the width of its price when left out
 * @returns `years` losses in currency
 */
export function simulatedLosses(
  groups: readonly LossGroup[],
  { years = YEARS, seed = SEED, oneByOne }: { years?: number; seed?: number; oneByOne?: number } = {},
): Float64Array {
  const chances = streams(seed);
  const losses = new Float64Array(years);
  const factors = losses.map((_, year) => {
    chances.begin(SHARED_STREAM, year);
    return Math.exp(SHARED_SIGMA * normalQuantile(chances.uniform()) - SHARED_SIGMA ** 2 / 2);
  });
  for (const group of merged(groups)) {
    const price = priceOf(group);
    const limit = oneByOne ?? limitOf(price);
    for (let year = 0; year < years; year += 1) {
      chances.begin(group.stream, year);
      const incidents = poissonQuantile(group.rate * (factors[year] ?? 1), chances.uniform());
      if (incidents > 0) losses[year] = (losses[year] ?? 0) + sumOf(price, incidents, limit, chances);
    }
  }
  return losses.sort();
}

/** How many incidents of a group are drawn one by one: a sum of n is less skewed than one of them by √n. */
const limitOf = ({ skewness }: OnePrice): number =>
  Math.min(ONE_BY_ONE.most, Math.max(ONE_BY_ONE.least, Math.ceil((skewness / SKEWNESS) ** 2)));

/** What so many incidents cost: the first ones one by one, the others at once, at the year's own place among sums. */
function sumOf(price: OnePrice, incidents: number, limit: number, chances: Streams): number {
  const share = chances.uniform();
  const { mu, sigma } = price;
  const first = Math.min(incidents, limit);
  let sum = 0;
  for (let drawn = 0; drawn < first; drawn += 1) {
    sum += Math.exp(mu + sigma * normalQuantile(chances.uniform()));
  }
  return incidents > first ? sum + sumAtOnce(price, incidents - first, normalQuantile(share)) : sum;
}

/** The value below which a share of sorted losses lies, by nearest rank. */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}

/** Percentiles and the exceedance curve of simulated years (R7). @param sorted at least one loss, rising */
export function spreadOf(sorted: Float64Array): Spread {
  if (sorted.length === 0) throw new RangeError("no simulated years");
  return {
    p50: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
    p95: quantile(sorted, 0.95),
    curve: PROBABILITIES.map((probability) => ({ loss: quantile(sorted, 1 - probability), probability })),
  };
}

/** What a simulation has to come out at, exactly: mean and variance of a year's loss (R7). */
export function closedForm(groups: readonly LossGroup[]): { mean: number; variance: number } {
  let [mean, ownVariance] = [0, 0];
  for (const { rate, mu, sigma } of groups) {
    mean += rate * Math.exp(mu + sigma ** 2 / 2);
    ownVariance += rate * Math.exp(2 * mu + 2 * sigma ** 2);
  }
  return { mean, variance: ownVariance + Math.expm1(SHARED_SIGMA ** 2) * mean ** 2 };
}
