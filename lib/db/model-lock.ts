import { type AuditedBy, audit } from "./audit";
import { type Doer, modelFloor, modelsOf } from "./cost-model";
import { latest } from "./latest";
import type { Tx } from "./transaction";

const NAME = "plumbline.model";

/** Lets one at a time change the cost model, until the transaction ends. Taken before any service is locked. */
export async function lockModel(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${NAME}))`;
}

/**
 * Ends the prices that the example brought: they never price what is real. For whoever adds a service of the
 * organisation's own, once it holds the model. The example's rates are the checklist's, so that no figure but money moves.
 */
export async function endExamplePrices(tx: Tx, by: AuditedBy, at: Date): Promise<void> {
  const models = await tx.$executeRaw`DELETE FROM "CostModel" WHERE "example"`;
  if (models === 0) return;
  const subject = ["organisation", "1"] as const;
  await audit(tx, by, { action: "model.example_ended", subject, details: { models } }, at);
}

/** Whether any prices are there that the example brought. */
export const hasExamplePrices = async (tx: Tx): Promise<boolean> =>
  (await tx.costModel.count({ where: { example: true } })) > 0;

/**
 * Keeps the cost model as it is until the transaction ends: for whoever adds services, which nobody who changes rates
 * could have locked. Taken before any service is locked.
 * @returns when what is added is dated: `now`, but never before the model in force
 */
export async function holdModel(tx: Tx, now: Date, by?: Doer): Promise<Date> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext(${NAME}))`;
  return latest(now, { from: modelFloor(await modelsOf(), by) });
}
