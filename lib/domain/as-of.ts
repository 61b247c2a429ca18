const DAY_MS = 24 * 60 * 60 * 1000;

/** Nobody asks what was true before, and a trend that ends then still begins within the calendar. */
export const FIRST_YEAR = 1970;

/** The first day that can be asked about. */
export const FIRST_DAY = `${FIRST_YEAR}-01-01`;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are dear to make, and there are few zones. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, made);
  return made;
}

/** What calendar and clock of a time zone show at an instant, read as if they were UTC; whole seconds. */
function localTime(at: Date, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = new Date(0);
  local.setUTCFullYear(part("year"), part("month") - 1, part("day"));
  return local.setUTCHours(part("hour"), part("minute"), part("second"), 0);
}

/** How far the clocks of a time zone are ahead of UTC at an instant, in milliseconds. */
const offset = (at: number, timeZone: string): number =>
  localTime(new Date(at), timeZone) - Math.floor(at / 1000) * 1000;

/** The calendar day that it is in a time zone at an instant, YYYY-MM-DD (H4). */
export function dayOf(at: Date, timeZone: string): string {
  return new Date(localTime(at, timeZone)).toISOString().slice(0, 10);
}

/** The time of day that it is in a time zone at an instant: "10:42". */
export function clockOf(at: Date, timeZone: string): string {
  return new Date(localTime(at, timeZone)).toISOString().slice(11, 16);
}

/** The day so many days after another; before it when negative. @param day YYYY-MM-DD */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days another day comes after a day; negative when before it. Both YYYY-MM-DD. */
export const daysBetween = (day: string, other: string): number =>
  Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY_MS);

/**
 * The first instant of a day in a time zone, on days of 23 and 25 hours too, and where midnight is skipped or comes
 * twice. For a day that a zone left out, the first instant after it.
 * @param day YYYY-MM-DD
 * @throws RangeError for a time zone that nobody knows
 */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const before = offset(midnight - DAY_MS, timeZone);
  if (before === offset(midnight + DAY_MS, timeZone)) return new Date(midnight - before);
  let [early, late] = [midnight - DAY_MS, midnight + DAY_MS];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (localTime(new Date(middle), timeZone) < midnight) early = middle;
    else late = middle;
  }
  return new Date(late);
}

/** The last millisecond of a day in a time zone (H4). @param day YYYY-MM-DD */
export const endOfDay = (day: string, timeZone: string): Date =>
  new Date(startOfDay(dayAfter(day), timeZone).getTime() - 1);

/** Whether a text is written as a day; whether the calendar has it is another matter. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * The instant that is asked about (H3): a day means its end in the organisation's time zone, today means `now`.
 * @param asOf an instant in ISO 8601, or a day as YYYY-MM-DD
 * @returns null when that is still to come
 */
export function instantOf(asOf: string, timeZone: string, now: Date): Date | null {
  if (!isDay(asOf)) {
    const at = new Date(asOf);
    return at > now ? null : at;
  }
  const today = dayOf(now, timeZone);
  if (asOf === today) return now;
  return asOf > today ? null : endOfDay(asOf, timeZone);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Whether a day, written YYYY-MM-DD, is one of the calendar: a Date moves 30 February to March. */
export const isRealDay = (day: string): boolean =>
  new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false;

/** Whether a text is a day of the calendar on which work can be due: what is far from today is a slip of the pen. */
export const isDueDay = (text: string): boolean =>
  isDay(text) && isRealDay(text) && text >= FIRST_DAY && text < "2200";

/** Whether a text is a day or an instant of the calendar that can be asked about, as the contracts take it (H3). */
export function isMoment(text: string): boolean {
  if (!(isDay(text) || INSTANT.test(text)) || !isRealDay(text.slice(0, 10))) return false;
  return new Date(text).getUTCFullYear() >= FIRST_YEAR;
}

/**
 * The earlier day or instant that an address asks about (H3), as it is written there, or null: what is neither, today, and
 * what is still to come are all the present.
 */
export function pastMoment(
  asked: string | readonly string[] | undefined,
  timeZone: string,
  now: Date,
): string | null {
  if (typeof asked !== "string" || !isMoment(asked)) return null;
  const at = instantOf(asked, timeZone, now);
  return at && at < now ? asked : null;
}
