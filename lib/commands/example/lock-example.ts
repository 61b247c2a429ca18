import "server-only";
import type { Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";

/**
 * Lets one at a time load or remove the example, until the transaction ends.
 * @throws AppError in_progress while somebody else does
 */
export async function lockExample(tx: Tx): Promise<void> {
  const [row] = await tx.$queryRaw<{ got: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('plumbline.example')) AS "got"`;
  if (row?.got) return;
  throw new AppError("in_progress", {
    message: "The example portfolio is being loaded or removed right now. Look again in a few seconds.",
    retryAfterSeconds: 5,
  });
}
