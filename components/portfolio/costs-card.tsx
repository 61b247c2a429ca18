import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { unitOfPortfolio } from "../exposure/amount";
import { isPriced, measured } from "./cost-parts";
import { COST_GRID, CostRow } from "./cost-row";
import type { PortfolioQuery } from "./portfolio-query";

/** What the gaps are expected to cause in a year, cost by cost: known, accepted and unknown; carried now (R2, R6). */
export function CostsCard({ portfolio, query }: { portfolio: Portfolio; query: PortfolioQuery }) {
  const { costs, totals } = portfolio;
  const isLive = totals.now.known + totals.now.unknown > 0;
  const when = isLive || totals.atLaunch.known + totals.atLaunch.unknown === 0 ? "now" : "atLaunch";
  const unit = unitOfPortfolio(portfolio);
  const most = costs
    .filter((share) => unit === null || isPriced(share[when]))
    .map((share) => measured(share[when]))
    .reduce((max, { known, unknown }) => Math.max(max, known + unknown), 0);
  return (
    <Card
      className="print:px-3 print:py-2 print:[&_header]:mb-1"
      title={
        unit === null
          ? "What the gaps are expected to cause, in incidents a year"
          : "What the gaps cost, in a year"
      }
      aside={`${when === "now" ? "carried now" : "at launch: nothing is live yet"} · solid known, hatched accepted, outlined unknown`}
    >
      <div id="costs" className="-mx-2 scroll-mt-30 px-2">
        <div aria-hidden="true" className={`${COST_GRID} pb-0.5 text-right text-[0.75rem] text-ink-3`}>
          <span />
          <span className="max-md:hidden print:inline" />
          {unit === null ? (
            <>
              <span>known</span>
              <span>unknown</span>
              <span className="max-md:hidden print:inline">at launch</span>
            </>
          ) : (
            <>
              <span>incidents</span>
              <span>known loss</span>
              <span className="max-md:hidden print:inline">unknown</span>
            </>
          )}
        </div>
        {costs.map((share) => (
          <CostRow key={share.cost} share={share} when={when} most={most} unit={unit} query={query} />
        ))}
      </div>
      <p className="mt-2 text-sm text-ink-3 print:hidden">
        Rates {unit === null ? "are" : "and prices are"}{" "}
        <Link className="link" href="/exposure/model" prefetch={false}>
          assumptions
        </Link>
        ; the sums assume that gaps cause separate incidents. An outage with three costs counts as three.
      </p>
    </Card>
  );
}
