import { type Chance, chance } from "./random";

/** Incidents of one price: how many a year are expected, and the lognormal that one of them costs. */
export interface LossGroup {
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
/** Of the widest price, up to so many incidents of a group are drawn one by one, and of the narrowest at least so many. */
const ONE_BY_ONE = { most: 24, least: 8 } as const;
/** The skewness of the sum of 24 incidents of the widest price: a sum that is no more skewed may be drawn at once. */
const SKEWNESS = 4.6;
/** Less skewed is normal: the shifted lognormal would be worked out from the difference of two equal numbers. */
const LEAST_SKEWED = 1e-4;
const SEED = 20_261;
const PROBABILITIES = [
  0.99, 0.98, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15,
  0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02, 0.015, 0.01, 0.007, 0.005, 0.003, 0.002, 0.001,
];

/** Groups of equal price become one: their rates add up (R7). The order of the groups does not matter afterwards. */
export function merged(groups: readonly LossGroup[]): LossGroup[] {
  const byPrice = new Map<string, LossGroup>();
  for (const { rate, mu, sigma } of groups) {
    if (rate <= 0) continue;
    const key = `${mu}/${sigma}`;
    byPrice.set(key, { rate: rate + (byPrice.get(key)?.rate ?? 0), mu, sigma });
  }
  return [...byPrice.values()].sort((a, b) => a.mu - b.mu || a.sigma - b.sigma);
}

/**
 * The losses of simulated years, sorted (R7): a compound Poisson sum, with all rates of a year multiplied by one
 * lognormal factor of mean 1.
 * @param oneByOne above so many incidents of a group in a year their sum is drawn from a distribution of equal
 *   moments; Infinity draws every one; by the width of its price when left out
 * @returns `years` losses in currency
 */
export function simulatedLosses(
  groups: readonly LossGroup[],
  { years = YEARS, seed = SEED, oneByOne }: { years?: number; seed?: number; oneByOne?: number } = {},
): Float64Array {
  const chances = chance(seed);
  const drawn = merged(groups).map((group) => ({ ...group, limit: oneByOne ?? limitOf(group) }));
  const losses = new Float64Array(years);
  for (let year = 0; year < years; year += 1) {
    const factor = Math.exp(SHARED_SIGMA * chances.normal() - SHARED_SIGMA ** 2 / 2);
    let loss = 0;
    for (const group of drawn) {
      const incidents = chances.poisson(group.rate * factor);
      loss +=
        incidents > group.limit
          ? sumAtOnce(group, incidents, chances)
          : sumOneByOne(group, incidents, chances);
    }
    losses[year] = loss;
  }
  return losses.sort();
}

/** How skewed the cost of one incident is. */
function skewnessOfOne({ sigma }: LossGroup): number {
  const spread = Math.expm1(sigma ** 2);
  return (spread + 3) * Math.sqrt(spread);
}

/** Up to how many incidents of a group are drawn one by one: a sum of n is less skewed than one of them by √n. */
const limitOf = (group: LossGroup): number =>
  Math.min(ONE_BY_ONE.most, Math.max(ONE_BY_ONE.least, Math.ceil((skewnessOfOne(group) / SKEWNESS) ** 2)));

function sumOneByOne({ mu, sigma }: LossGroup, incidents: number, { normal }: Chance): number {
  let sum = 0;
  for (let drawn = 0; drawn < incidents; drawn += 1) sum += Math.exp(mu + sigma * normal());
  return sum;
}

/**
 * A draw of the sum of many incidents, from the shifted lognormal that has its mean, variance and skewness: two moments
 * alone miss the middle of the widest prices by more than 3 %.
 */
function sumAtOnce({ mu, sigma }: LossGroup, incidents: number, { normal }: Chance): number {
  const spread = Math.expm1(sigma ** 2);
  const one = Math.exp(mu + sigma ** 2 / 2);
  const skewness = ((spread + 3) * Math.sqrt(spread)) / Math.sqrt(incidents);
  if (skewness < LEAST_SKEWED) return one * (incidents + Math.sqrt(spread * incidents) * normal());
  const root = skewness * Math.sqrt(1 + skewness ** 2 / 4);
  const omega = Math.cbrt(1 + skewness ** 2 / 2 + root) + Math.cbrt(1 + skewness ** 2 / 2 - root) - 1;
  const median = (one * Math.sqrt(spread * incidents)) / Math.sqrt(omega * (omega - 1));
  const shift = one * incidents - median * Math.sqrt(omega);
  return Math.max(0, shift + median * Math.exp(Math.sqrt(Math.log(omega)) * normal()));
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
