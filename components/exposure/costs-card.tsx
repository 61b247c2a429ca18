import { Card } from "@/components/ui/card";
import type { ExposureView } from "@/lib/contracts/exposure";
import { COSTS } from "@/lib/domain/vocabulary";
import { amountOfCost, type CostAmount, unitOf } from "./amount";
import { COST_GRID, CostRow } from "./cost-row";
import type { ExposureQuery } from "./exposure-query";
import type { When } from "./exposure-sentence";
import { largestGaps } from "./largest-gaps";

/** The costs in their order: what is priced by money, then the others by incidents. */
function inOrder(amounts: readonly CostAmount[]): CostAmount[] {
  return [...amounts].sort(
    (a, b) =>
      Number(b.priced) - Number(a.priced) ||
      b.known - a.known ||
      b.unknown - a.unknown ||
      b.incidents.known - a.incidents.known,
  );
}

/** What the gaps are expected to cost in a year, cost by cost: known, accepted and unknown (R2, R5). */
export function CostsCard({ view, when, query }: { view: ExposureView; when: When; query: ExposureQuery }) {
  const exposure = view[when];
  const unit = unitOf(view);
  const amounts = inOrder(COSTS.map((cost) => amountOfCost(exposure, cost)));
  const measured = unit === null ? amounts : amounts.filter(({ priced }) => priced);
  const most = measured.reduce((max, { known, unknown }) => Math.max(max, known + unknown), 0);
  const largest = largestGaps(view.gaps, when === "now");
  const unpriced = amounts.filter(({ priced }) => !priced).length;
  return (
    <Card
      title={`The eight costs, ${unit === null ? "in incidents a year" : "a year"}`}
      aside="solid known, hatched accepted, outlined unknown"
    >
      <div id="costs" className="-mx-2 scroll-mt-30 px-2">
        <div aria-hidden="true" className={`${COST_GRID} pb-0.5 text-right text-[0.75rem] text-ink-3`}>
          <span />
          <span className="max-md:hidden" />
          <span>known</span>
          <span>unknown</span>
        </div>
        {amounts.map((amount) => (
          <CostRow
            key={amount.cost}
            amount={amount}
            most={most}
            unit={unit}
            largest={largest[amount.cost]}
            when={when}
            query={query}
          />
        ))}
      </div>
      {unit !== null && unpriced > 0 && (
        <p className="mt-2 text-sm text-ink-3">
          {unpriced === 1 ? "One cost has" : `${unpriced} costs have`} no price: it is counted in incidents,
          without a bar, and in no total of money.
        </p>
      )}
    </Card>
  );
}
