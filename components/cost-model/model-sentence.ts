import type { CostModel } from "@/lib/contracts/cost-model";
import { COST_TEXT, COSTS } from "@/lib/domain/vocabulary";

/** What turns gaps into money, in a sentence: how much of it has a price, and how many rates are one's own. */
export function modelSentence(model: Pick<CostModel, "prices" | "rates" | "pricedCosts">): string {
  const { pricedCosts } = model;
  const own = Object.values(model.rates).reduce((sum, byCost) => sum + Object.keys(byCost).length, 0);
  const rates =
    own === 0 ? "Every rate is the checklist's." : `${own} ${own === 1 ? "rate is" : "rates are"} your own.`;
  if (pricedCosts === 0) {
    return `No cost has a price yet, so gaps are counted in incidents. Two amounts make a price: what a cheap incident costs, and what an expensive one does.`;
  }
  if (pricedCosts === COSTS.length) return `All eight costs have a price. ${rates}`;
  const left = COSTS.filter((cost) => model.prices[cost] === null).map((cost) =>
    COST_TEXT[cost].name.toLowerCase(),
  );
  const named =
    left.length <= 3
      ? `; ${left.join(", ").replace(/, ([^,]*)$/, " and $1")} ${left.length === 1 ? "has" : "have"} none`
      : "";
  return `${pricedCosts} of the eight costs ${pricedCosts === 1 ? "has" : "have"} a price${named}. ${rates}`;
}
