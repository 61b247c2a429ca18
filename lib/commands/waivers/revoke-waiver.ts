import "server-only";
import type { Scope } from "../../auth/scope";
import type { Waiver, WaiverRevocation } from "../../contracts/waivers";
import { audit } from "../../db/audit";
import { recordReadiness } from "../../db/record-readiness";
import { inTransaction } from "../../db/transaction";
import { readWaiver } from "../../queries/waivers/waiver";
import { lockWaiver } from "./lock-waiver";

/**
 * Ends a waiver that is in force: a critical gap is a blocker again from now on (S6).
 * @throws AppError conflict with what became of it; gone
 */
export async function revokeWaiver(
  scope: Scope<"waiver:revoke">,
  { reason }: WaiverRevocation,
  now: Date,
): Promise<Waiver> {
  return inTransaction(async (tx) => {
    const { service, waiver } = await lockWaiver(tx, scope, "in_force", now);
    const { at, answers } = service;
    const { id, questionKey: question } = waiver;
    const over = { state: "ended" as const, endedAt: at, endCause: "revoked" as const };
    const data = { ...over, endedById: scope.viewer.person.id, endReason: reason };
    await tx.waiver.update({ where: { id }, data, select: { id: true } });
    const counted = { ...service, waivers: service.waivers.filter((each) => each !== waiver) };
    await recordReadiness(tx, [{ service: counted, cause: "waiver", at, answers }]);
    const subject = ["service", service.id] as const;
    const event = { action: "waiver.revoked", subject, details: { question, waiver: id, reason } };
    await audit(tx, scope, event, at);
    return readWaiver(id, scope.viewer.actor, at);
  });
}
