const DAY_MS = 24 * 60 * 60 * 1000;
/** Days from the epoch, a Thursday, to its first Monday. */
const FIRST_MONDAY = 4;

/** The instant of so many minutes after eight on a working day; days count back from the last one that is over. */
export type WorkingDays = (daysAgo: number, minute?: number) => Date;

/**
 * Working days back from `now`: 0 is the last weekday before today (UTC), 5 the same weekday a week earlier, negative
 * ones are to come. What was invented in them never falls on a weekend, nor after now.
 */
export function workingDays(now: Date): WorkingDays {
  const yesterday = Math.floor(now.getTime() / DAY_MS) - 1 - FIRST_MONDAY;
  const week = Math.floor(yesterday / 7);
  const last = week * 5 + Math.min(4, yesterday - week * 7);
  return (daysAgo, minute = 0) => {
    const index = last - daysAgo;
    const monday = Math.floor(index / 5);
    const day = monday * 7 + (index - monday * 5) + FIRST_MONDAY;
    return new Date(day * DAY_MS + (8 * 60 + minute) * 60_000);
  };
}
