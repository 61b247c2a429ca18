import { FIRST_DAY } from "@/lib/domain/as-of";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY_MS = 24 * 60 * 60 * 1000;

const isoOf = (at: Date): string => at.toISOString().slice(0, 10);

/** A day that there is; null for 31 June. */
function dayOf(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month, date));
  return at.getUTCMonth() === month && at.getUTCDate() === date ? isoOf(at) : null;
}

const monthIn = (word: string): number =>
  word.length < 3 ? -1 : MONTHS.findIndex((month) => word.startsWith(month));

/** A day and a month; without a year the last one that there was. */
function named(date: string, word: string, year: string | undefined, today: string): string | null {
  const month = monthIn(word);
  if (month < 0) return null;
  if (year !== undefined) return dayOf(Number(year), month, Number(date));
  const thisYear = Number(today.slice(0, 4));
  const day = dayOf(thisYear, month, Number(date));
  return day !== null && day <= today ? day : dayOf(thisYear - 1, month, Number(date));
}

function ago(count: number, unit: string, today: string): string {
  const at = new Date(`${today}T00:00:00Z`);
  if (unit.startsWith("d")) return isoOf(new Date(at.getTime() - count * DAY_MS));
  if (unit.startsWith("w")) return isoOf(new Date(at.getTime() - 7 * count * DAY_MS));
  const months = unit.startsWith("y") ? 12 * count : count;
  const date = at.getUTCDate();
  at.setUTCMonth(at.getUTCMonth() - months);
  if (at.getUTCDate() !== date) at.setUTCDate(0);
  return isoOf(at);
}

function meant(words: string, today: string): string | null {
  if (words === "yesterday") return ago(1, "day", today);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const before = /^(an?|one|\d{1,4}) (days?|weeks?|months?|years?) ago$/.exec(words);
  if (before) return ago(Number.isNaN(Number(before[1])) ? 1 : Number(before[1]), before[2] ?? "", today);
  const first = /^(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]+)\.?,?(?: (\d{4}))?$/.exec(words);
  if (first) return named(first[1] ?? "", first[2] ?? "", first[3], today);
  const second = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/.exec(words);
  return second ? named(second[2] ?? "", second[1] ?? "", second[3], today) : null;
}

/**
 * The day that "as of 1 October" means: a day and a month, an ISO date, "yesterday" or "3 weeks ago"; with or without "as of".
 * @param today YYYY-MM-DD
 * @returns YYYY-MM-DD, before today; null when the words mean no such day
 */
export function dayMeant(text: string, today: string): string | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^(?:as )?(?:of|on|at) /, "");
  const day = meant(words, today);
  return day !== null && day < today && day >= FIRST_DAY ? day : null;
}
