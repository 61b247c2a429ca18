import { exposureHref } from "@/components/addresses/leads-to";
import type { PortfolioQuery } from "@/components/addresses/pages";
import { unitOfPortfolio } from "@/components/figure/amount";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { FurtherRankings } from "./further-rankings";
import { Ranking, rankings, savedByADay } from "./ranking";

/** As many as stand beside the standing and the trend; one fewer where several further rankings take its place. */
const SHOWN = 3;

/** The known gaps on which a day of work is worth most (R8): no risk that was accepted is among them. */
export function FixesCard({ portfolio, query }: { portfolio: Portfolio; query: PortfolioQuery }) {
  const unit = unitOfPortfolio(portfolio);
  const [first, ...further] = rankings(portfolio.fixes);
  const shown = first?.gaps.slice(0, further.length > 1 ? SHOWN - 1 : SHOWN) ?? [];
  return (
    <Card
      className="md:max-xl:col-span-2 print:[&_header]:mb-1"
      title="Best next fixes"
      aside={savedByADay(unit)}
    >
      <div id="fixes" className="scroll-mt-30">
        {first ? (
          <Ranking
            title={first.title}
            gaps={shown}
            most={SHOWN}
            unit={unit}
            query={query}
            aside={
              query.asOf === "" && (
                <Link
                  href={exposureHref(query, "#what-if", first.when, shown)}
                  className="link text-sm print:hidden"
                >
                  What if we closed {shown.length === 1 ? "it" : "them"}?
                </Link>
              )
            }
          />
        ) : (
          <p className="text-ink-2">
            {portfolio.totals.byStanding.unassessed === portfolio.totals.services
              ? "Nothing is known yet: no service has been assessed."
              : "No known gap needs a fix: each is closed, or its risk is accepted."}
          </p>
        )}
      </div>
      {further.length > 0 && (
        <div className="mt-1">
          <FurtherRankings lists={further} which="fixes" {...{ portfolio, query }} />
        </div>
      )}
    </Card>
  );
}
