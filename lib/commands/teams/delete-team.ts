import "server-only";
import type { Scope } from "../../auth/scope";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";

/** Deletes a team. @throws AppError refused while services belong to it, retired ones included; not_found */
export async function deleteTeam(scope: Scope<"team:delete">, now: Date): Promise<undefined> {
  const { id } = scope.resource;
  await inTransaction(async (tx) => {
    const there = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Team" WHERE "id" = ${id}::uuid AND "deletedAt" IS NULL FOR UPDATE`;
    if (there.length === 0) throw new AppError("not_found", { message: "This team no longer exists." });
    const services = await tx.service.count({ where: { teamId: id, deletedAt: null } });
    if (services > 0) {
      const message = `This team still has ${services === 1 ? "a service" : `${services} services`}: move or delete them first.`;
      throw new AppError("refused", { message });
    }
    await tx.membership.deleteMany({ where: { teamId: id } });
    await tx.team.update({ where: { id }, data: { deletedAt: now, version: { increment: 1 } } });
    await audit(tx, scope, { action: "team.deleted", subject: ["team", id] }, now);
  });
  return undefined;
}
