import "server-only";
import type { WaiverResource } from "../../auth/resources";
import type { Scope } from "../../auth/scope";
import { type LockedWithAnswers, lockById } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import type { OpenWaiver } from "../../db/waivers";
import { AppError } from "../../domain/errors";
import { readWaiver } from "../../queries/waivers/waiver";

type WaiverScope = Scope<"waiver:decide"> | Scope<"waiver:withdraw"> | Scope<"waiver:revoke">;

/** Why nothing can be done to a waiver that is in another state than was expected. */
const TOO_LATE: Record<OpenWaiver["state"], string> = {
  requested: "This request is no longer open: here is what became of it. Nothing was changed.",
  in_force: "This waiver is not in force: here is what became of it. Nothing was changed.",
};

/**
 * Locks the service of a waiver, and with it all that may happen to the waiver.
 * @param state that it has to be in
 * @throws AppError gone when the service is deleted; conflict with what the waiver is by now
 */
export async function lockWaiver(
  tx: Tx,
  { resource, viewer }: Pick<WaiverScope, "viewer"> & { resource: WaiverResource },
  state: OpenWaiver["state"],
  now: Date,
): Promise<{ service: LockedWithAnswers; waiver: OpenWaiver }> {
  const service = await lockById(tx, resource.serviceId, now, viewer);
  if (service.deletedAt) {
    throw new AppError("gone", { message: "This service was deleted. It can be restored for 30 days." });
  }
  const waiver = service.waivers.find((each) => each.id === resource.id);
  if (waiver?.state === state) return { service, waiver };
  const current = await readWaiver(resource.id, viewer.actor, service.at);
  throw new AppError("conflict", { message: TOO_LATE[state], current });
}
