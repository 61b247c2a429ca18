import { AsOfBanner } from "@/components/shell/as-of-banner";
import { formatTime } from "@/components/ui/format-time";
import { Link } from "@/components/ui/link";
import { isDay } from "@/lib/domain/as-of";

interface PastBannerProps {
  /** What is shown, such as "Checkout". */
  what: string;
  /** A day or an instant before now, as the address has it. */
  asOf: string;
  /** The address of the same page of now. */
  now: string;
  /** What the changes are narrowed to, such as service=checkout. */
  choice: Readonly<Record<string, string>>;
  timeZone: string;
}

/** The instant that a page of the past speaks of, in words. */
export const momentText = (asOf: string, timeZone: string): string =>
  isDay(asOf)
    ? `at the end of ${formatTime(`${asOf}T00:00:00Z`, "UTC", "day")}`
    : `on ${formatTime(asOf, timeZone, "minute")}`;

/** That the page is one of the past, and the ways from there. */
export function PastBanner({ what, asOf, now, choice, timeZone }: PastBannerProps) {
  const search = new URLSearchParams({ since: asOf, ...choice });
  return (
    <AsOfBanner what={what} when={momentText(asOf, timeZone)} now={now}>
      <Link href={`/changes?${search}`} className="link min-h-6 content-center">
        What changed since
      </Link>
    </AsOfBanner>
  );
}
