import "server-only";
import type { Scope } from "../../auth/scope";
import type { CostModel } from "../../contracts/cost-model";
import { type ModelInForce, modelsOf, setIn } from "../../db/cost-model";
import { reader } from "../../db/transaction";
import { pricedCosts } from "../../domain/cost-model";
import { mapRates, type SetModel } from "../../domain/model-edit";
import { type Actor, can } from "../../domain/policy";
import { COSTS } from "../../domain/vocabulary";
import { SEVERITY } from "../../domain/worth";
import { namesOf } from "../names";
import { plausibilityOf } from "./plausibility";

/** The assumptions in force, with who set what and why. Before anybody set any: nothing priced, the checklist's rates. */
export const loadCostModel = (scope: Scope<"model:read">): Promise<CostModel> =>
  readCostModel(scope.viewer.actor);

/** The newest model as an actor sees it: four statements. */
export async function readCostModel(actor: Actor): Promise<CostModel> {
  const model = (await modelsOf()).all[0] ?? null;
  const set = await setNow(model);
  const row = model?.row ?? null;
  const people = await namesOf([row?.personId ?? null, ...setters(set)]);
  const named = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  const rates = mapRates(set.rates, (rate) => rate.incidentsPerYear);
  return {
    number: row?.number ?? null,
    at: row?.at.toISOString() ?? null,
    by: named(row?.personId ?? null),
    note: row?.note ?? "",
    example: row?.example ?? false,
    currency: set.currency,
    prices: set.prices,
    severity: set.severity,
    rates,
    reasons: mapRates(set.rates, ({ why, personId, at }) => ({ why, by: named(personId), at })),
    pricedCosts: pricedCosts(set),
    plausibility: await plausibilityOf(rates),
    can: { edit: can(actor, "model:edit", { teamId: null }) },
  };
}

/**
 * What an edit starts from: the model, or the usual assumptions before anybody set one. As long as nothing is priced,
 * the currency is the organisation's.
 */
export async function setNow(model: ModelInForce | null): Promise<SetModel> {
  if (model && pricedCosts(model) > 0) return setIn(model.row);
  const organisation = await reader().organisation.findUnique({
    where: { id: 1 },
    select: { currency: true },
  });
  const usual: SetModel = {
    currency: "EUR",
    prices: Object.fromEntries(COSTS.map((cost) => [cost, null])) as SetModel["prices"],
    severity: { ...SEVERITY },
    rates: {},
  };
  return { ...(model ? setIn(model.row) : usual), ...organisation };
}

const setters = ({ rates }: SetModel) =>
  Object.values(rates).flatMap((byCost) => Object.values(byCost).map((rate) => rate.personId));
