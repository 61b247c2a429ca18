import { madeOfHref } from "@/components/addresses/leads-to";
import type { PortfolioQuery } from "@/components/addresses/pages";
import { unitOfPortfolio } from "@/components/figure/amount";
import { choiceSubject } from "@/components/figure/figure";
import { LinkedText } from "@/components/figure/linked-sentence";
import { Card } from "@/components/ui/card";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { longestBar } from "./cost-parts";
import { CostHead, CostRow, CostTotal } from "./cost-row";
import { assumptionWords, atLaunchWords } from "./since-words";

/** What the gaps are expected to cause in a year, cost by cost: known, accepted and unknown; carried now (R2, R6). */
export function CostsCard({ portfolio, query }: { portfolio: Portfolio; query: PortfolioQuery }) {
  const { costs, totals } = portfolio;
  const isLive = totals.now.known + totals.now.unknown > 0;
  const when = isLive || totals.atLaunch.known + totals.atLaunch.unknown === 0 ? "now" : "atLaunch";
  const unit = unitOfPortfolio(portfolio);
  const most = longestBar(costs, when, unit);
  return (
    <Card
      className="print:[&_header]:mb-1"
      title={
        unit === null
          ? "What the gaps are expected to cause, in incidents a year"
          : "What the gaps cost, in a year"
      }
      aside={`${when === "now" ? "carried now" : "at launch: nothing is live yet"} · solid known, hatched accepted, outlined unknown`}
    >
      <div id="costs" className="-mx-2 scroll-mt-30 px-2">
        <CostHead unit={unit} />
        {costs.map((share) => (
          <CostRow
            key={share.cost}
            {...{ share, when, most, unit }}
            asOf={query.asOf}
            subject={choiceSubject(query, query.asOf)}
            whose="services live or not"
            all={madeOfHref(query, { cost: share.cost }) ?? null}
          />
        ))}
        <CostTotal all={totals[when]} subject={choiceSubject(query, query.asOf)} {...{ unit, when }} />
      </div>
      <p className="mt-2 text-sm text-ink-3 print:mt-1.5 print:text-[0.625rem]">
        <LinkedText
          words={[
            ...atLaunchWords(totals.atLaunch, query, unit),
            { text: " " },
            ...assumptionWords(portfolio),
          ]}
        />{" "}
        Assumes that gaps cause separate incidents: an outage with three costs counts as three.
      </p>
    </Card>
  );
}
