import "server-only";
import type { Scope } from "../../auth/scope";
import type { ExampleCounts } from "../../contracts/example";
import { audit } from "../../db/audit";
import { modelsOf } from "../../db/cost-model";
import { lockModel } from "../../db/model-lock";
import { inTransaction } from "../../db/transaction";
import { invent } from "./invent";
import { lockExample, writeExample } from "./write-example";

/**
 * Loads the example portfolio beside whatever is there: teams, people, services and nine months of history, all marked
 * as example, all or nothing. Prices come with it where the organisation
 * has none and no service of its own.
 * @throws AppError conflict while it is there; in_progress while somebody else loads or removes it; refused while no checklist is published
 */
export async function loadExample(scope: Scope<"example:load">, now: Date): Promise<ExampleCounts> {
  const invented = await invent(now);
  return inTransaction(async (tx) => {
    // First, for it does not wait.
    await lockExample(tx);
    await lockModel(tx);
    const isCurrent = (await modelsOf()).stamp === invented.models;
    const counts = await writeExample(tx, isCurrent ? invented : await invent(now));
    await audit(
      tx,
      scope,
      { action: "example.loaded", subject: ["organisation", "1"], details: counts },
      now,
    );
    return counts;
  });
}
