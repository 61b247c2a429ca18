import "server-only";
import type { Scope } from "../../auth/scope";
import type { ExampleRemoved } from "../../contracts/example";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { eraseExample } from "./erase-example";

/**
 * Removes the example portfolio, whatever was done to it meanwhile. Once it is gone this does nothing.
 * @throws AppError in_progress while somebody else loads or removes it
 */
export async function removeExample(scope: Scope<"example:remove">, now: Date): Promise<ExampleRemoved> {
  return inTransaction(async (tx) => {
    const removed = await eraseExample(tx, scope.viewer.person.id, now);
    const { teams, services, people } = removed;
    if (teams + services + people > 0) {
      await audit(
        tx,
        scope,
        { action: "example.removed", subject: ["organisation", "1"], details: removed },
        now,
      );
    }
    return removed;
  });
}
