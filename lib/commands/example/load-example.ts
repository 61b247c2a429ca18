import "server-only";
import type { Scope } from "../../auth/scope";
import type { ExampleCounts } from "../../contracts/example";
import { audit } from "../../db/audit";
import { holdModel } from "../../db/model-lock";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { lockExample } from "./lock-example";
import { playExample } from "./play-example";

/**
 * Loads the example portfolio beside whatever is there: teams, people, services and nine months of history, all marked
 * as example, all or nothing. Prices come with it where the organisation has none and no service of its own.
 * @throws AppError conflict while it is there; in_progress while somebody else loads or removes it; refused while no checklist is published
 */
export async function loadExample(scope: Scope<"example:load">, now: Date): Promise<ExampleCounts> {
  return inTransaction(async (tx) => {
    // First, for it does not wait.
    await lockExample(tx);
    if (await isThere(tx)) {
      throw new AppError("conflict", {
        message:
          "The example portfolio is there already. Nothing was added; remove it first to load it again.",
      });
    }
    await holdModel(tx, now);
    const counts = await playExample(tx, now, scope.requestId);
    const subject = ["organisation", "1"] as const;
    await audit(tx, scope, { action: "example.loaded", subject, details: counts }, now);
    return counts;
  });
}

/** Whether anything invented is there. */
async function isThere(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ there: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Service" WHERE "example") OR EXISTS (SELECT 1 FROM "Team" WHERE "example")
      OR EXISTS (SELECT 1 FROM "Person" WHERE "example") AS "there"`;
  return row?.there ?? false;
}
