import type { ExposureQuery } from "@/components/addresses/pages";
import { unitOf } from "@/components/figure/amount";
import { largestFirst, longestBar } from "@/components/portfolio/cost-parts";
import { CostHead, CostRow } from "@/components/portfolio/cost-row";
import { Card } from "@/components/ui/card";
import type { ExposureView } from "@/lib/contracts/exposure";
import { exposureSubject, gapsOf } from "./exposure-query";
import type { When } from "./exposure-sentence";

/** What the gaps are expected to cost in a year, cost by cost: known, accepted and unknown (R2, R5). */
export function CostsCard({ view, when, query }: { view: ExposureView; when: When; query: ExposureQuery }) {
  const unit = unitOf(view);
  const most = longestBar(view.costs, when, unit);
  const unpriced = view.costs.filter((share) => share[when].knownLoss === null).length;
  return (
    <Card
      title={`The eight costs, ${unit === null ? "in incidents a year" : "a year"}`}
      aside="solid known, hatched accepted, outlined unknown"
    >
      <div id="costs" className="-mx-2 scroll-mt-30 px-2">
        <CostHead unit={unit} />
        {largestFirst(view.costs, when).map((share) => (
          <CostRow
            key={share.cost}
            share={{ ...share, gaps: share.gaps[when], largest: share.largest[when] }}
            {...{ when, most, unit }}
            asOf={query.asOf}
            subject={exposureSubject(query)}
            whose={when === "now" ? "live services" : "services not live yet"}
            all={query.asOf === "" ? gapsOf(query, { cost: share.cost, when }) : null}
          />
        ))}
      </div>
      {unit !== null && unpriced > 0 && (
        <p className="mt-2 text-sm text-ink-3">
          {unpriced === 1
            ? "One cost has no price: it is counted"
            : `${unpriced} costs have no price: they are counted`}{" "}
          in incidents, without a bar, and in no total of money.
        </p>
      )}
    </Card>
  );
}
