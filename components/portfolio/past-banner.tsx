import Link from "next/link";
import { AsOfBanner } from "@/components/shell/as-of-banner";
import { pastWords } from "@/components/shell/past-words";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { changesHref } from "../address/leads-to";
import { type PortfolioQuery, portfolioHref } from "../address/portfolio-query";

interface PastBannerProps {
  portfolio: Portfolio;
  query: PortfolioQuery;
  timeZone: string;
}

/** That the portfolio is one of the past, and the ways from there. */
export function PastBanner({ portfolio, query, timeZone }: PastBannerProps) {
  const when = pastWords(portfolio, query, timeZone);
  return (
    <AsOfBanner what="the portfolio" when={when} now={portfolioHref(query, { asOf: "" })}>
      <Link href={changesHref(query, query.asOf)} prefetch={false} className="link min-h-6 content-center">
        What changed since
      </Link>
    </AsOfBanner>
  );
}
