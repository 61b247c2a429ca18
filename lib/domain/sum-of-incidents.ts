/** Less skewed is normal: the shifted lognormal would be worked out from the difference of two equal numbers. */
const LEAST_SKEWED = 1e-4;
/** Sums go no further out: beyond five deviations the approximation would let one of fewer incidents be the larger. */
const FURTHEST = 4.9;

/** One incident's cost: its lognormal, the mean, the variance over the square of the mean, and how skewed it is. */
export interface OnePrice {
  mu: number;
  sigma: number;
  mean: number;
  spread: number;
  skewness: number;
}

/** The moments of a lognormal; `mu` and `sigma` are those of its logarithm. */
export function priceOf({ mu, sigma }: Pick<OnePrice, "mu" | "sigma">): OnePrice {
  const spread = Math.expm1(sigma ** 2);
  return {
    ...{ mu, sigma, spread },
    mean: Math.exp(mu + sigma ** 2 / 2),
    skewness: (spread + 3) * Math.sqrt(spread),
  };
}

/**
 * What many incidents of one price cost together, by the shifted lognormal that has the mean, variance and skewness of
 * their sum: two moments alone miss the middle of the widest prices by more than 3 %. Of one incident it is that
 * incident. At the same place, more incidents never cost less (R7).
 * @param incidents at least 1
 * @param place where among such sums, in deviations of a standard normal
 * @returns currency
 */
export function sumAtOnce(price: OnePrice, incidents: number, place: number): number {
  const { mean, spread } = price;
  const z = Math.min(FURTHEST, place);
  const skewness = price.skewness / Math.sqrt(incidents);
  const deviation = mean * Math.sqrt(spread * incidents);
  if (skewness < LEAST_SKEWED) return mean * incidents + deviation * z;
  const cube = Math.cbrt(1 + skewness ** 2 / 2 + skewness * Math.sqrt(1 + skewness ** 2 / 4));
  const omega = cube + 1 / cube - 1;
  const median = deviation / Math.sqrt(omega * (omega - 1));
  return Math.max(
    0,
    mean * incidents + median * (Math.exp(Math.sqrt(Math.log(omega)) * z) - Math.sqrt(omega)),
  );
}
