import type { Tx } from "../db/transaction";
import { dayOf, instantOf } from "../domain/as-of";
import { AppError } from "../domain/errors";
import { currentHistories, historiesIn } from "./current-histories";
import type { Snapshot } from "./snapshot";

/** Everything that is true now: one short statement, shared by all who ask at a time. */
export const snapshotNow = async (now: Date): Promise<Snapshot> => (await currentHistories()).now(now);

/**
 * What is true now as a transaction sees it, what it wrote itself included: for a decision under its locks.
 * @param ids of the services that it is about; all of them when left out
 */
export const snapshotIn = async (tx: Tx, now: Date, ids?: readonly string[]): Promise<Snapshot> =>
  (await historiesIn(tx, ids ?? null)).now(now);

/**
 * The instant that is asked about (H3): a day means its end where the organisation is, nothing and today mean now.
 * @param asOf an instant or a day, as the contracts take it
 * @param field what it was called where it was asked
 * @throws AppError invalid_input naming the field when it is still to come
 */
export function instantAsked(asOf: string | undefined, timeZone: string, now: Date, field: string): Date {
  const at = asOf === undefined ? now : instantOf(asOf, timeZone, now);
  if (at) return at;
  const message = `Choose a day up to today, ${dayOf(now, timeZone)} in ${timeZone}.`;
  throw new AppError("invalid_input", { message: `${field}: ${message}`, fields: [{ field, message }] });
}

/** Everything that was true at an instant; see instantAsked. */
export async function snapshotAt(asOf: string | undefined, now: Date, field = "asOf"): Promise<Snapshot> {
  const histories = await currentHistories();
  const at = instantAsked(asOf, histories.timeZone, now, field);
  return at < now ? histories.at(at) : histories.now(now);
}
