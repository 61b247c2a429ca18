import Link from "next/link";
import { AsOfBanner } from "@/components/shell/as-of-banner";
import { formatTime } from "@/components/ui/format-time";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { isDay } from "@/lib/domain/as-of";
import { changesHref } from "./leads-to";
import { type PortfolioQuery, portfolioHref } from "./portfolio-query";

interface PastBannerProps {
  portfolio: Portfolio;
  query: PortfolioQuery;
  timeZone: string;
}

/** That the portfolio is one of the past, and the ways from there. */
export function PastBanner({ portfolio: { asOf, day }, query, timeZone }: PastBannerProps) {
  const when = isDay(query.asOf)
    ? `at the end of ${formatTime(`${day}T00:00:00Z`, "UTC", "day")}`
    : `on ${formatTime(asOf, timeZone, "minute")}`;
  return (
    <AsOfBanner what="the portfolio" when={when} now={portfolioHref(query, { asOf: "" })}>
      <Link href={changesHref(query, query.asOf)} prefetch={false} className="link min-h-6 content-center">
        What changed since
      </Link>
    </AsOfBanner>
  );
}
