import "server-only";
import { type ModelInForce, type Models, modelsOf, modelThen } from "../../db/cost-model";
import type { Ground } from "../../db/ground";
import { type CostModel, pricedCosts, unpricedModel } from "../../domain/cost-model";
import { type Pricing, pricingOf } from "../../domain/gap-worth";

/** The assumptions that figures of a moment are reckoned with (R2–R4). */
export interface Money {
  /** All that there ever were. */
  models: Models;
  /** The one in force at the moment; null before anybody set one. */
  inForce: ModelInForce | null;
  /** The same, or the unpriced one. */
  model: CostModel;
  pricing: Pricing;
}

const worked = new WeakMap<CostModel, Pricing>();

/** The pricing of a model, worked out once for each. */
function priced(model: CostModel): Pricing {
  const known = worked.get(model) ?? pricingOf(model);
  worked.set(model, known);
  return known;
}

/** The assumptions in force at an instant: no statement, unless there is a model that this process has not read yet. */
export async function moneyAt(ground: Pick<Ground, "models" | "currency">, at: Date): Promise<Money> {
  const models = await modelsOf(ground.models);
  const inForce = modelThen(models, at);
  const model = inForce ?? unpricedModel(ground.currency);
  return { models, inForce, model, pricing: priced(model) };
}

/** The pricing that was in force at an instant, in the same currency as now; null where nothing had a price then. */
export function pricingThen({ models, model }: Money, at: Date): Pricing | null {
  const then = modelThen(models, at);
  if (!then || then.currency !== model.currency || pricedCosts(then) === 0) return null;
  return priced(then);
}
