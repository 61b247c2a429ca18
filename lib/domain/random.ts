/** A source of chance that gives the same numbers for the same seed. */
export interface Chance {
  /** Uniform in [0, 1), 32 bits fine. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** How many of something happen when `mean` are expected. */
  poisson(mean: number): number;
}

/**
 * A seeded source of chance: sfc32 (Chris Doty-Humphrey, PractRand), normals by Marsaglia's polar method, Poisson by
 * inversion below a mean of 12 and by the transformed rejection PTRS above (W. Hörmann, 1993).
 * @param seed any whole number; its 32 lowest bits count
 */
export function chance(seed: number): Chance {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed >>> 0, 1];
  const next = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  for (let warm = 0; warm < 16; warm += 1) next();
  const uniform = () => next() / 4_294_967_296;
  let spare: number | null = null;
  const normal = () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const s = x * x + y * y;
      if (s >= 1 || s === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      spare = y * scale;
      return x * scale;
    }
  };
  const poisson = (mean: number) => (mean < 12 ? inverted(mean, uniform) : rejected(mean, uniform));
  return { uniform, normal, poisson };
}

function inverted(mean: number, uniform: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count += 1;
  return count;
}

function rejected(mean: number, uniform: () => number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / us ** 2 + b)) <= k * Math.log(mean) - mean - logFactorial(k))
      return k;
  }
}

/** ln k!, by Stirling's series above 9 (error below 1e-10). */
function logFactorial(k: number): number {
  if (k < 10) {
    let product = 1;
    for (let factor = 2; factor <= k; factor += 1) product *= factor;
    return Math.log(product);
  }
  const n = k + 1;
  return (
    (n - 0.5) * Math.log(n) -
    n +
    0.5 * Math.log(2 * Math.PI) +
    1 / (12 * n) -
    1 / (360 * n ** 3) +
    1 / (1260 * n ** 5)
  );
}
