import { AppError } from "../domain/errors";
import type { Tx } from "./transaction";

/**
 * Keeps a team from being deleted until the transaction ends, for whoever gives it a service.
 * @returns false when it is deleted already
 */
export async function holdTeam(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Team" WHERE "id" = ${id}::uuid AND "deletedAt" IS NULL FOR SHARE`;
  return rows.length > 0;
}

/** The same, for a team that must be there. @throws AppError not_found */
export async function requireTeam(tx: Tx, id: string): Promise<void> {
  if (await holdTeam(tx, id)) return;
  throw new AppError("not_found", { message: "This team was deleted meanwhile: choose another." });
}
