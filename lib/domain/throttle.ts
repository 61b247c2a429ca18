/** Failed attempts that cost nothing. */
export const FREE_FAILURES = 10;
/** Failures older than this are forgotten. */
export const FORGET_AFTER_MS = 60 * 60 * 1000;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60 * 1000;

/**
 * How long a counter waits after its failures: nothing for the first nine, then 15 s, doubling with every further
 * failure up to 15 minutes.
 * @returns milliseconds
 */
export function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, failures - FREE_FAILURES));
}

/**
 * How many attempts may be under way at once: as many as could all fail without one of them being one too many, and
 * always one, so that a counter which is not waiting lets somebody try.
 */
export const placesAfter = (failures: number): number => Math.max(1, FREE_FAILURES - failures);
