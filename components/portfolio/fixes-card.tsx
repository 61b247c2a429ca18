import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { unitOfPortfolio } from "../exposure/amount";
import { exposureHref } from "./leads-to";
import type { PortfolioQuery } from "./portfolio-query";
import { Ranking, rankings } from "./ranking";

/** As many as stand beside the standing and the trend. */
const SHOWN = 3;

/** The known gaps on which a day of work is worth most (R8): no risk that was accepted is among them. */
export function FixesCard({ portfolio, query }: { portfolio: Portfolio; query: PortfolioQuery }) {
  const unit = unitOfPortfolio(portfolio);
  const [first, second] = rankings(portfolio.fixes);
  return (
    <Card
      className="md:max-xl:col-span-2 print:px-3 print:py-2 print:[&_header]:mb-1"
      title="Best next fixes"
      aside={`${unit === null ? "incidents" : "worth"} a year, days of work`}
    >
      <div id="fixes" className="scroll-mt-30">
        {first ? (
          <Ranking {...first} most={SHOWN} unit={unit} query={query} />
        ) : (
          <p className="text-ink-2">
            Nothing that is known waits for a fix: every known gap is closed or its risk accepted.
          </p>
        )}
      </div>
      {first && (
        <p className="mt-2 flex flex-wrap gap-x-4 text-sm print:hidden">
          <Link href={exposureHref(query, "#what-if")} prefetch={false} className="link">
            What if we closed them?
          </Link>
          {second && (
            <Link href={exposureHref(query, "#what-if", second.when)} prefetch={false} className="link">
              {second.title}
            </Link>
          )}
        </p>
      )}
    </Card>
  );
}
