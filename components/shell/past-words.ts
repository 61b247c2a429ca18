import { formatTime } from "@/components/ui/format-time";
import { isDay } from "@/lib/domain/as-of";

/**
 * When a page of the past is as of, in words: "at the end of 29 March 2026", "on 29 March 2026, 10:42".
 * @param view the instant, and the day that it was in the organisation's time zone
 * @param query what was asked: a day means its end
 */
export const pastWords = (
  { asOf, day }: { asOf: string; day: string },
  query: { asOf: string },
  timeZone: string,
): string =>
  isDay(query.asOf)
    ? `at the end of ${formatTime(`${day}T00:00:00Z`, "UTC", "day")}`
    : `on ${formatTime(asOf, timeZone, "minute")}`;
