import "server-only";
import type { Scope } from "../../auth/scope";
import type { Organisation, OrganisationEdit } from "../../contracts/organisation";
import { audit } from "../../db/audit";
import { modelsOf } from "../../db/cost-model";
import { holdModel } from "../../db/model-lock";
import { inTransaction, type Tx } from "../../db/transaction";
import { pricedCosts } from "../../domain/cost-model";
import { AppError } from "../../domain/errors";
import { readOrganisation } from "../../queries/organisation/organisation";

/**
 * Changes name, time zone or currency. The currency is the prices' too (R3): once there are any, it changes with them.
 * @throws AppError conflict with what is there now; refused for another currency than that of the prices
 */
export async function editOrganisation(
  scope: Scope<"organisation:edit">,
  { expectedVersion, ...change }: OrganisationEdit,
  now: Date,
): Promise<Organisation> {
  return inTransaction(async (tx) => {
    const { name, timeZone, currency } = change;
    if (currency !== undefined) await checkCurrency(tx, currency, now);
    const { count } = await tx.organisation.updateMany({
      where: { id: 1, ...(expectedVersion === undefined ? {} : { version: expectedVersion }) },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(timeZone === undefined ? {} : { timeZone }),
        ...(currency === undefined ? {} : { currency }),
        version: { increment: 1 },
      },
    });
    const current = await readOrganisation(scope.viewer.actor);
    if (count === 0) {
      throw new AppError("conflict", { message: "Somebody else changed the organisation first.", current });
    }
    await audit(
      tx,
      scope,
      { action: "organisation.edited", subject: ["organisation", "1"], details: { ...change } },
      now,
    );
    return current;
  });
}

async function checkCurrency(tx: Tx, currency: string, now: Date): Promise<void> {
  await holdModel(tx, now);
  const [model] = (await modelsOf()).all;
  if (!model || pricedCosts(model) === 0 || model.currency === currency) return;
  const message = `Prices are set in ${model.currency}. Change the currency together with them, under Exposure, Prices and rates; nothing was changed.`;
  throw new AppError("refused", { message, fields: [{ field: "currency", message }] });
}
