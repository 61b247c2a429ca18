import "server-only";
import type { Scope } from "../../auth/scope";
import type { Waiver } from "../../contracts/waivers";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { readWaiver } from "../../queries/waivers/waiver";
import { lockWaiver } from "./lock-waiver";

/**
 * Takes back a request of one's own that is not decided yet.
 * @throws AppError conflict with what became of it; gone
 */
export async function withdrawWaiver(scope: Scope<"waiver:withdraw">, now: Date): Promise<Waiver> {
  return inTransaction(async (tx) => {
    const { service, waiver } = await lockWaiver(tx, scope, "requested", now);
    const { id, questionKey: question } = waiver;
    const endedById = scope.viewer.person.id;
    const data = { state: "withdrawn" as const, endedAt: service.at, endedById };
    await tx.waiver.update({ where: { id }, data, select: { id: true } });
    const subject = ["service", service.id] as const;
    const event = { action: "waiver.withdrawn", subject, details: { question, waiver: id } };
    await audit(tx, scope, event, service.at);
    return readWaiver(id, scope.viewer.actor, service.at);
  });
}
