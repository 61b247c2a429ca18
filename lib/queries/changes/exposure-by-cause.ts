import "server-only";
import type { Changes } from "../../contracts/changes";
import { type CostModel, pricedCosts, unpricedModel } from "../../domain/cost-model";
import {
  type Amount,
  EXPOSURE_CAUSES,
  type Expected,
  type ExposurePath,
  type PricingSpan,
} from "../../domain/exposure-changes";
import { pricingOf } from "../../domain/gap-worth";
import type { Snapshot } from "../../snapshot/snapshot";

type Exposure = Changes["exposure"];

/** What turns incidents into money at both ends: then, nothing, where nothing had a price or the currency was another. */
export function pricingSpan(
  then: CostModel | null,
  { model, pricing }: Pick<Snapshot, "model" | "pricing">,
): PricingSpan {
  if (then === model) return { before: pricing, after: pricing };
  const isComparable = then !== null && then.currency === model.currency && pricedCosts(then) > 0;
  return { before: pricingOf(isComparable ? then : unpricedModel(model.currency)), after: pricing };
}

/** How an exposure went from one end to the other, as the API shows it. */
export function exposureByCause(path: ExposurePath, pricing: PricingSpan, currency: string): Exposure {
  return {
    currency,
    pricedCosts: pricing.after.priced,
    now: present(path, "now", pricing),
    atLaunch: present(path, "atLaunch", pricing),
  };
}

function present(
  { from, to, byCause }: ExposurePath,
  when: "now" | "atLaunch",
  { before, after }: PricingSpan,
): Exposure["now"] {
  const expected = ({ incidents, loss }: Expected, priced: boolean) => ({
    incidents,
    expectedLoss: priced ? loss : null,
  });
  const amounts = (amount: Amount, priced: boolean) => ({
    ...expected(amount, priced),
    known: expected(amount.known, priced),
  });
  const later = after.priced > 0;
  return {
    from: amounts(from[when], before.priced > 0),
    to: amounts(to[when], later),
    byCause: Object.fromEntries(
      EXPOSURE_CAUSES.map((cause) => [cause, amounts(byCause[cause][when], later || before.priced > 0)]),
    ) as Exposure["now"]["byCause"],
  };
}
