import "server-only";
import type { Scope } from "../../auth/scope";
import type { Organisation } from "../../contracts/organisation";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { type Actor, can } from "../../domain/policy";

/** Whether the first start is over: an organisation exists. */
export async function isSetUp(): Promise<boolean> {
  return (await reader().organisation.count()) > 0;
}

/** The organisation, and whether the viewer may change it. */
export const loadOrganisation = (scope: Scope<"organisation:read">): Promise<Organisation> =>
  readOrganisation(scope.viewer.actor);

/** The organisation as an actor sees it. @throws AppError not_found before the first start is over */
export async function readOrganisation(actor: Actor): Promise<Organisation> {
  const row = await reader().organisation.findUnique({ where: { id: 1 } });
  if (!row) throw new AppError("not_found", { message: "Plumbline has not been set up yet: open /setup." });
  const { name, timeZone, currency, version } = row;
  return {
    name,
    timeZone,
    currency,
    version,
    can: { edit: can(actor, "organisation:edit", { teamId: null }) },
  };
}
