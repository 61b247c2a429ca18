import { AppError } from "../domain/errors";
import type { ServiceRow } from "./assessment";
import { recordReadiness } from "./record-readiness";
import type { Tx } from "./transaction";

/** A service whose row is locked until the transaction ends, and the instant that its changes are dated. */
export interface LockedService extends ServiceRow {
  description: string;
  links: { label: string; url: string }[];
  /** `now`, or the last change if that was later: history never runs backwards. */
  at: Date;
}

/**
 * Locks a service: whatever recomputes it does so first, so that two changes at once are both in the sum. What ageing
 * did to it meanwhile is written down before anything else happens to it (H2).
 * @throws AppError not_found; gone when it is deleted, unless `evenDeleted`
 */
export async function lockService(
  tx: Tx,
  id: string,
  now: Date,
  { evenDeleted = false } = {},
): Promise<LockedService> {
  const [row] = await tx.$queryRaw<
    (Omit<LockedService, "at"> & { computedAt: Date | null; nextChangeAt: Date | null })[]
  >`
    SELECT s."id", s."slug", s."teamId", s."name", s."tier", s."lifecycle", s."tags", s."checklistVersionId",
      s."scopeChangedAt", s."version", s."deletedAt", s."description", s."links", t."computedAt", t."nextChangeAt"
    FROM "Service" s LEFT JOIN "ServiceState" t ON t."serviceId" = s."id"
    WHERE s."id" = ${id}::uuid FOR UPDATE OF s`;
  if (!row) throw new AppError("not_found", { message: "This service is not there any more." });
  if (row.deletedAt && !evenDeleted) {
    throw new AppError("gone", { message: "This service was deleted. It can be restored for 30 days." });
  }
  const { computedAt, nextChangeAt, ...service } = row;
  const at = computedAt && computedAt > now ? computedAt : now;
  if (!row.deletedAt) await age(tx, service, nextChangeAt, at);
  return { ...service, at };
}

/** Appends a point for every instant up to `until` at which a service changed by itself, dated when it did. */
async function age(tx: Tx, service: ServiceRow, first: Date | null, until: Date): Promise<void> {
  let next = first;
  while (next && next <= until) {
    const { readiness } = await recordReadiness(tx, service, "ageing", next);
    next = readiness.nextChangeAt;
  }
}
