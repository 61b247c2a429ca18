import { dayAfter, daysBetween } from "./as-of";

/** Over how long a trend looks back. */
export const TREND_RANGES = ["30d", "90d", "1y", "all"] as const;
export type TrendRange = (typeof TREND_RANGES)[number];

/** How far apart the days of a trend lie, and how many there are besides the last. */
const STEPS: Record<Exclude<TrendRange, "all">, { days: number; count: number }> = {
  "30d": { days: 1, count: 30 },
  "90d": { days: 1, count: 90 },
  "1y": { days: 7, count: 52 },
};
/** How many days a trend over all time shows at most besides the last. */
const MOST = 59;

/**
 * The days that a trend shows, oldest first; the last one is the day asked about. Daily over 30 and 90 days, weekly over
 * a year (53 days, so that both ends are seen), and at most 60 evenly spaced ones over all time.
 * @param day the day asked about
 * @param first the day of the first point there is, or null; only asked over all time
 */
export function trendDays(range: TrendRange, day: string, first: string | null): string[] {
  const { days, count } = range === "all" ? evenly(first ?? day, day) : STEPS[range];
  return Array.from({ length: count + 1 }, (_, step) => dayAfter(day, (step - count) * days));
}

function evenly(first: string, last: string): { days: number; count: number } {
  const span = Math.max(0, daysBetween(first, last));
  const days = Math.max(1, Math.ceil(span / MOST));
  return { days, count: Math.floor(span / days) };
}

/** The same day of the month before, or that month's last one. @param day YYYY-MM-DD */
export function monthBefore(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const before = new Date(0);
  before.setUTCFullYear(year, month - 2, 1);
  const last = new Date(0);
  last.setUTCFullYear(year, month - 1, 0);
  before.setUTCDate(Math.min(date, last.getUTCDate()));
  return before.toISOString().slice(0, 10);
}
