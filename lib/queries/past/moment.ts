import "server-only";
import { cache } from "react";
import { reader } from "../../db/transaction";
import { dayOf, instantOf } from "../../domain/as-of";
import { AppError } from "../../domain/errors";

/** The instant that something is asked about (H3), and what day that is in the organisation's time zone. */
export interface Moment {
  at: Date;
  /** YYYY-MM-DD */
  day: string;
  timeZone: string;
  /** Earlier than now. */
  past: boolean;
}

/** The time zone that days are told in (H4): one statement, once per page. */
export const timeZoneOf = cache(async (): Promise<string> => {
  const row = await reader().organisation.findUnique({ where: { id: 1 }, select: { timeZone: true } });
  return row?.timeZone ?? "UTC";
});

/** Reads what was asked as an instant, in the organisation's time zone: one statement. See momentIn. */
export const momentOf = async (asOf: string | undefined, now: Date): Promise<Moment> =>
  momentIn(await timeZoneOf(), asOf, now, "asOf");

/**
 * Reads what was asked as an instant: a day means its end, nothing and today mean `now`.
 * @param asOf an instant or a day, as the contracts take it
 * @param field what it was called where it was asked
 * @throws AppError invalid_input naming the field when it is still to come
 */
export function momentIn(timeZone: string, asOf: string | undefined, now: Date, field: string): Moment {
  const at = asOf === undefined ? now : instantOf(asOf, timeZone, now);
  if (!at) {
    const message = `Choose a day up to today, ${dayOf(now, timeZone)} in ${timeZone}.`;
    throw new AppError("invalid_input", { message: `${field}: ${message}`, fields: [{ field, message }] });
  }
  return { at, day: dayOf(at, timeZone), timeZone, past: at < now };
}
