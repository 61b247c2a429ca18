import { formatTime } from "@/components/ui/format-time";
import { dayOf, startOfDay } from "@/lib/domain/as-of";

/** Day and clock of an instant in a time zone, as date and time fields have them; both "" for none. */
export const localOf = (at: string | null, timeZone: string): { day: string; time: string } =>
  at === null
    ? { day: "", time: "" }
    : { day: dayOf(new Date(at), timeZone), time: formatTime(at, timeZone, "clock") };

const HOUR_MS = 3_600_000;

/**
 * The instant at which a clock in a time zone shows a time of a day, ISO 8601; where it shows it twice the earlier one, where
 * it skips it the nearest one after.
 * @param day YYYY-MM-DD @param time HH:MM
 */
export function instantAt(day: string, time: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const usual = startOfDay(day, timeZone).getTime() + hours * HOUR_MS + minutes * 60_000;
  const found = [usual - HOUR_MS, usual, usual + HOUR_MS].find(
    (at) => formatTime(new Date(at), timeZone, "clock") === time && dayOf(new Date(at), timeZone) === day,
  );
  return new Date(found ?? usual).toISOString();
}
