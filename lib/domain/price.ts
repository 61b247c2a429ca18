/** What one incident of a cost costs at tier 1: its 5th and 95th percentile, in the organisation's currency (R3). */
export interface Price {
  low: number;
  high: number;
}

/** The 95th percentile of the standard normal distribution (R3). */
const Z95 = 1.6448536269514722;
/** How far apart low and high may be (R3). */
const WIDEST = 100;

/** The lognormal distribution that a price means (R3): `mu` and `sigma` of its logarithm, `mean` in currency. */
export interface Lognormal {
  mu: number;
  sigma: number;
  mean: number;
}

/** The largest high price for a low one. Amounts are decimal: 100 × 0.29 is 29, whatever binary fractions make of it. */
const widest = (low: number) => Math.max(WIDEST * low, Number((WIDEST * low).toPrecision(15)));

/** What is wrong with a price, in a sentence that names the bound; null when nothing is (R3). */
export function priceProblem({ low, high }: Price): string | null {
  if (!(low > 0)) return "Write a low price above 0.";
  if (!(high > low)) return "Write a high price above the low one.";
  if (!(high <= widest(low))) return `Write a high price of at most ${WIDEST} times the low one.`;
  return null;
}

/**
 * The lognormal whose 5th and 95th percentile a price names (R3): μ = (ln low + ln high) ÷ 2, σ = (ln high − ln low) ÷
 * 2z, mean = e^(μ + σ²/2).
 * @throws RangeError for a price that priceProblem() refuses
 */
export function lognormal(price: Price): Lognormal {
  const problem = priceProblem(price);
  if (problem) throw new RangeError(problem);
  const mu = (Math.log(price.low) + Math.log(price.high)) / 2;
  const sigma = (Math.log(price.high) - Math.log(price.low)) / (2 * Z95);
  return { mu, sigma, mean: Math.exp(mu + sigma ** 2 / 2) };
}

/** What half of all incidents cost less than: the geometric middle of low and high. */
export const medianPrice = ({ low, high }: Price): number => Math.sqrt(low * high);
