/** An instant: a Date or its ISO 8601 string. */
export type Instant = Date | string;

/** How much of an instant is written. */
export type TimeStyle = "day" | "short-day" | "month" | "short-month" | "minute" | "second" | "clock";

type Parts = Record<"year" | "month" | "day" | "weekday" | "hour" | "minute" | "second", string>;

const makers = new Map<string, Intl.DateTimeFormat>();

function partsIn(timeZone: string, at: Date): Parts {
  let maker = makers.get(timeZone);
  if (maker === undefined) {
    maker = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: "long",
      day: "numeric",
      weekday: "long",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
    makers.set(timeZone, maker);
  }
  return Object.fromEntries(maker.formatToParts(at).map((part) => [part.type, part.value])) as Parts;
}

/**
 * Writes an instant as people read it, the same on server and browser: only the parts come from Intl, the order is ours.
 * @param timeZone IANA name, such as "Europe/Berlin"
 * @returns "12 November 2026", "12 Nov", "Nov 2026", "Nov", "12 November 2026, 10:42", "… 10:42:07" or "10:42"; "" for no valid date
 */
export function formatTime(value: Instant, timeZone: string, style: TimeStyle = "day"): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return "";
  const { year, month, day, hour, minute, second } = partsIn(timeZone, at);
  const short = month.slice(0, 3);
  switch (style) {
    case "day":
      return `${day} ${month} ${year}`;
    case "short-day":
      return `${day} ${short}`;
    case "month":
      return `${short} ${year}`;
    case "short-month":
      return short;
    case "minute":
      return `${day} ${month} ${year}, ${hour}:${minute}`;
    case "second":
      return `${day} ${month} ${year}, ${hour}:${minute}:${second}`;
    case "clock":
      return `${hour}:${minute}`;
  }
}

const STEPS = [
  { unit: "minute", ms: 60_000, below: 60 },
  { unit: "hour", ms: 3_600_000, below: 24 },
  { unit: "day", ms: 86_400_000, below: 14 },
  { unit: "week", ms: 604_800_000, below: 9 },
  { unit: "month", ms: 2_629_746_000, below: 24 },
  { unit: "year", ms: 31_556_952_000, below: Number.POSITIVE_INFINITY },
] as const;

/**
 * How long ago, or in how long, in one unit, rounded down: "just now", "5 minutes ago", "in 6 days".
 * @param now the instant that counts as now; never read from the clock here
 */
export function formatRelative(value: Instant, now: Instant): string {
  const distance = new Date(value).getTime() - new Date(now).getTime();
  if (Number.isNaN(distance)) return "";
  const size = Math.abs(distance);
  if (size < 60_000) return "just now";
  for (const step of STEPS) {
    const count = Math.floor(size / step.ms);
    if (count >= step.below) continue;
    const words = `${count} ${step.unit}${count === 1 ? "" : "s"}`;
    return distance < 0 ? `${words} ago` : `in ${words}`;
  }
  return "";
}
