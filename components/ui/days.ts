import { formatTime } from "@/components/ui/format-time";

const makers = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, as YYYY-MM-DD, so that days compare as text. */
export function localDay(at: Date, timeZone: string): string {
  let maker = makers.get(timeZone);
  if (maker === undefined) {
    maker = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    makers.set(timeZone, maker);
  }
  return maker.format(at);
}

/** A calendar day for people, as short as it can be: "24 Dec", with the year when it is not this one. */
export function dayText(day: string, today: string): string {
  const text = formatTime(`${day}T12:00:00Z`, "UTC", "short-day");
  return day.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${day.slice(0, 4)}`;
}
