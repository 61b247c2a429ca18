import "server-only";
import type { Scope } from "../../auth/scope";
import { audit } from "../../db/audit";
import { recordReadiness } from "../../db/record-readiness";
import { lockService } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import { appendFacts } from "./facts";
import { refuseOnOpenLaunch } from "./on-open-launch";

/** Deletes a service: it leaves every list and total at once, and can be restored for 30 days. */
export async function deleteService(scope: Scope<"service:delete">, now: Date): Promise<undefined> {
  await inTransaction(async (tx) => {
    const before = await lockService(tx, scope, now);
    await refuseOnOpenLaunch(tx, before, "deleted");
    const after = { ...before, deletedAt: before.at };
    await tx.service.update({
      where: { id: after.id },
      data: { deletedAt: before.at, version: { increment: 1 } },
    });
    await appendFacts(tx, after, { personId: scope.viewer.person.id, reason: "" }, before.at);
    await recordReadiness(tx, [{ service: after, cause: "deleted", at: before.at, answers: before.answers }]);
    await audit(tx, scope, { action: "service.deleted", subject: ["service", after.id] }, before.at);
  });
  return undefined;
}
