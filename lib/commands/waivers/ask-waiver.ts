import "server-only";
import type { Scope } from "../../auth/scope";
import type { Waiver, WaiverAsk } from "../../contracts/waivers";
import { lockService } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import { readWaiver } from "../../queries/waivers/waiver";
import { requestWaiver } from "./request-waiver";

/**
 * Asks that the risk of a gap be accepted until a day (S6); it stays a blocker until somebody grants it.
 * @throws AppError as requestWaiver does; gone
 */
export async function askWaiver(
  scope: Scope<"waiver:ask">,
  { service: _, ...asked }: WaiverAsk,
  now: Date,
): Promise<Waiver> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, scope, now);
    const { id } = await requestWaiver(tx, scope, service, asked);
    return readWaiver(id, scope.viewer.actor, service.at);
  });
}
