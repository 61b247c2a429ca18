import { rollUpDays } from "../db/roll-up-days";
import { inTransaction } from "../db/transaction";
import { stopping } from "./stopping";

/**
 * Rolls up every whole day of the organisation up to `now` that is not yet, oldest first, some at a time (H4): after any
 * downtime, and after points that came late. Right however often and in however many processes it runs.
 * @returns how many days were rolled up
 */
export async function fillDays(now: Date): Promise<number> {
  let filled = 0;
  for (;;) {
    const some = await inTransaction((tx) => rollUpDays(tx, now));
    filled += some;
    if (some === 0 || stopping()) return filled;
  }
}
