import "server-only";
import { yieldRegularly } from "../../config/yield-regularly";
import type { Changes, ChangesFilters } from "../../contracts/changes";
import { askedAt } from "../../db/asked-questions";
import { type Models, modelsOf, modelThen } from "../../db/cost-model";
import { checklistVersion } from "../../db/published-questions";
import { pricedCosts, unpricedModel } from "../../domain/cost-model";
import { carriedWhen } from "../../domain/exposure";
import {
  type Amount,
  addPath,
  EXPOSURE_CAUSES,
  type Expected,
  type ExposureEnd,
  type ExposurePath,
  explainExposure,
} from "../../domain/exposure-changes";
import { type Pricing, pricingOf } from "../../domain/gap-worth";
import type { AssessedThen } from "../past/assess-all-at";
import type { Span } from "./candidates";
import type { Ends } from "./changed-gaps";
import { isChosen } from "./choice";
import { type Untouched, untouchedPath } from "./untouched";

type Exposure = Changes["exposure"];

/**
 * The exposure of the chosen services at both ends of a span, and the difference by cause; see explainExposure(). A service
 * counts at an end at which the choice fits it. No statement, except one for each checklist version, and one for models,
 * that this process has not read yet.
 */
export async function exposureByCause(
  ends: readonly Ends[],
  untouched: Untouched,
  filters: ChangesFilters,
  span: Span,
): Promise<Exposure> {
  const models = await modelsOf(untouched.models);
  const later = modelThen(models, span.until) ?? unpricedModel(untouched.currency);
  const then = modelThen(models, span.since);
  const comparable = then !== null && then.currency === later.currency && pricedCosts(then) > 0;
  const pricing = {
    before: pricingOf(comparable ? then : unpricedModel(later.currency)),
    after: pricingOf(later),
  };
  const path = untouchedPath(untouched.rows, pricing);
  const breathe = yieldRegularly();
  for (const each of ends) {
    await breathe();
    const explained = await pathOf(each, filters, span, models, pricing);
    if (explained) addPath(path, explained);
  }
  return {
    currency: later.currency,
    pricedCosts: pricing.after.priced,
    now: present(path, "now", pricing),
    atLaunch: present(path, "atLaunch", pricing),
  };
}

async function pathOf(
  { from, to }: Ends,
  filters: ChangesFilters,
  { since, until }: Span,
  models: Models,
  pricing: { before: Pricing; after: Pricing },
): Promise<ExposurePath | null> {
  if (!to) return null;
  const version = await checklistVersion(to.facts.checklistVersionId);
  const before = from ? await checklistVersion(from.facts.checklistVersionId) : version;
  return explainExposure({
    ...{ since, until, pricing },
    from: from && endOf(from, filters),
    to: endOf(to, filters),
    questions: {
      before: askedAt(before, models, since),
      beforeByLaterRates: askedAt(before, models, until),
      after: askedAt(version, models, until),
    },
  });
}

const endOf = ({ facts, answers }: AssessedThen, filters: ChangesFilters): ExposureEnd => ({
  facts,
  answers,
  carried: isChosen(facts, filters) ? carriedWhen(facts.lifecycle, facts.deletedAt !== null) : "never",
});

function present(
  { from, to, byCause }: ExposurePath,
  when: "now" | "atLaunch",
  { before, after }: { before: Pricing; after: Pricing },
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
