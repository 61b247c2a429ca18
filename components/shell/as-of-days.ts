import { FIRST_DAY } from "@/lib/domain/as-of";

/** The same day so many months earlier; where that month is shorter, its last day; never one that cannot be asked about. @param day YYYY-MM-DD */
export function dayMonthsBefore(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  const date = at.getUTCDate();
  at.setUTCMonth(at.getUTCMonth() - months);
  if (at.getUTCDate() !== date) at.setUTCDate(0);
  const earlier = at.toISOString().slice(0, 10);
  if (earlier < FIRST_DAY) return FIRST_DAY;
  return earlier;
}
