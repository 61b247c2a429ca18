import { formatRelative, formatTime, type Instant, type TimeStyle } from "./format-time";

interface DateTextProps {
  value: Instant;
  /** IANA name; the organisation's. */
  timeZone: string;
  /** How it is written; `relative` needs `now`. */
  look?: TimeStyle | "relative" | undefined;
  /** The instant that counts as now, given by the server. */
  now?: Instant | undefined;
}

/** An instant as <time>: short in the text, exact to the second when pointed at. */
export function DateText({ value, timeZone, look = "day", now }: DateTextProps) {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return null;
  const text =
    look === "relative"
      ? now === undefined
        ? formatTime(at, timeZone, "day")
        : formatRelative(at, now)
      : formatTime(at, timeZone, look);
  return (
    <time dateTime={at.toISOString()} title={`${formatTime(at, timeZone, "second")} (${timeZone})`}>
      {text}
    </time>
  );
}
