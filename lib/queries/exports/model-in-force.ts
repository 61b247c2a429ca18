import "server-only";
import { modelAt } from "../../db/cost-model";
import { reader } from "../../db/transaction";
import { type CostModel, unpricedModel } from "../../domain/cost-model";

/** The assumptions in force at an instant; before anybody set some, nothing is priced. */
export async function modelInForce(at: Date): Promise<CostModel> {
  const model = await modelAt(at);
  if (model) return model;
  const organisation = await reader().organisation.findFirst({ select: { currency: true } });
  return unpricedModel(organisation?.currency ?? "");
}
