/** Numbers of incidents up to this one are found by adding up their law, higher ones by approximation. */
const SUMMED = 16;
/** From this mean on, a number of incidents up to SUMMED is less likely than any share that 32 bits can name. */
const NEVER_SUMMED = 90;

/** The coefficients of AS 241, highest power first, over those below the line: in the middle, near the ends, beyond. */
const MIDDLE = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
] as const;
const NEAR = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
] as const;
const BEYOND = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.5998322020696388, 1,
  ],
] as const;

function ratio([above, below]: readonly [readonly number[], readonly number[]], x: number): number {
  let [over, under] = [0, 0];
  for (let place = 0; place < above.length; place += 1) {
    over = over * x + (above[place] ?? 0);
    under = under * x + (below[place] ?? 0);
  }
  return over / under;
}

/**
 * The value of a standard normal below which a share of draws lies, to 1e-15 (M. Wichura, algorithm AS 241, 1988). It
 * rises with the share.
 * @param share between 0 and 1, both left out
 */
export function normalQuantile(share: number): number {
  const middle = share - 0.5;
  if (Math.abs(middle) <= 0.425) return middle * ratio(MIDDLE, 0.180625 - middle * middle);
  const r = Math.sqrt(-Math.log(middle < 0 ? share : 1 - share));
  const far = r <= 5 ? ratio(NEAR, r - 1.6) : ratio(BEYOND, r - 5);
  return middle < 0 ? -far : far;
}

/**
 * How many of something happen, at a share of what may happen, when `mean` are expected: the Poisson quantile. With the
 * share held, it never falls while the mean rises: for each number the share up to it falls with the mean, be it summed
 * (up to 16) or approximated by the cube root of the gamma distribution (Wilson and Hilferty, 1931).
 * @param share between 0 and 1, both left out
 */
export function poissonQuantile(mean: number, share: number): number {
  if (mean <= 0) return 0;
  if (mean < NEVER_SUMMED) {
    let term = Math.exp(-mean);
    let sum = term;
    for (let count = 0; count <= SUMMED; ) {
      if (sum >= share) return count;
      count += 1;
      term *= mean / count;
      sum += term;
    }
  }
  const z = -normalQuantile(share);
  // Begins where the normal says, and goes on to the first number whose mean at this share is not below.
  let count = Math.max(SUMMED + 1, Math.floor(mean - z * Math.sqrt(mean) + (z * z - 1) / 6));
  while (meanAt(count, z) < mean) count += 1;
  while (count > SUMMED + 1 && meanAt(count - 1, z) >= mean) count -= 1;
  return count;
}

/** The mean at which so many or fewer happen with the share that z names; rises with the number. */
function meanAt(count: number, z: number): number {
  const shape = count + 1;
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return shape * root * root * root;
}
