import { dayInWords } from "@/lib/domain/day-words";
import { ROLE_TEXT } from "@/lib/domain/launch/roles";
import type { LaunchState, SignRole } from "@/lib/domain/launch/vocabulary";

export const STATE_TEXT: Record<LaunchState, string> = {
  open: "Open",
  launched: "Launched",
  called_off: "Called off",
};

/** A role in the middle of a sentence. */
export const roleWord = (role: SignRole): string => ROLE_TEXT[role].name.toLowerCase();

/** How far away a day is: "today", "in 9 days", "3 days ago". @param days negative when it has passed */
export function daysAway(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days.toLocaleString("en")} days` : `${(-days).toLocaleString("en")} days ago`;
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** A day with its weekday: "Tuesday 9 December", with the year when it is another one. Both YYYY-MM-DD. */
export const weekdayInWords = (day: string, today: string): string =>
  `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${dayInWords(day, today)}`;

/** The first letters of a revision, by which people tell two apart. */
export const shortRevision = (revision: string): string => revision.slice(0, 12);

/** Names as a person says them: "Ana", "Ana or Mira", "Ana, Mira or Li". */
export const oneOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
