import "server-only";
import type { Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";

/**
 * Holds the enabled admins until the transaction ends, so that rights are changed one after another: who lost the
 * right while waiting changes nothing, and one admin stays. Somebody invented, who cannot sign in, is none.
 * @param by who changes rights
 * @param leaving who would not be an enabled admin afterwards; null for nobody
 * @throws AppError forbidden, refused
 */
export async function holdAdmins(
  tx: Tx,
  { by, leaving }: { by: string; leaving: string | null },
): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Person" WHERE "admin" AND "disabledAt" IS NULL AND NOT "example"
    ORDER BY "id" FOR NO KEY UPDATE`;
  if (!admins.some((each) => each.id === by)) {
    throw new AppError("forbidden", { message: "You are no longer an admin. Nothing was changed." });
  }
  if (admins.some((each) => each.id !== leaving)) return;
  throw new AppError("refused", {
    message: "This is the last admin: make somebody else one first. Nothing was changed.",
  });
}
