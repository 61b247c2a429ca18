import "server-only";
import type { Scope } from "../../auth/scope";
import type { Organisation, OrganisationEdit } from "../../contracts/organisation";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { readOrganisation } from "../../queries/organisation/organisation";

/** Changes name, time zone or currency. @throws AppError conflict with what is there now */
export async function editOrganisation(
  scope: Scope<"organisation:edit">,
  { expectedVersion, ...change }: OrganisationEdit,
  now: Date,
): Promise<Organisation> {
  return inTransaction(async (tx) => {
    const { name, timeZone, currency } = change;
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
      throw new AppError("conflict", { message: "Somebody changed the organisation meanwhile.", current });
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
