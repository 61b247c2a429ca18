import { formatTime } from "@/components/ui/format-time";
import { dayAfter, dayOf } from "@/lib/domain/as-of";
import { dayInWords } from "@/lib/domain/day-words";

/** When something happened, as short as it can be: "today, 18:34", "yesterday, 16:20", "25 November". @param today YYYY-MM-DD */
export function whenText(at: string, timeZone: string, today: string): string {
  const day = dayOf(new Date(at), timeZone);
  if (day === today) return `today, ${formatTime(at, timeZone, "clock")}`;
  if (day === dayAfter(today, -1)) return `yesterday, ${formatTime(at, timeZone, "clock")}`;
  return dayInWords(day, today);
}
