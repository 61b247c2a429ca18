import "server-only";
import { loadTeamResource } from "../../auth/resources";
import type { Scope } from "../../auth/scope";
import type { Restoration, Service } from "../../contracts/services";
import { audit } from "../../db/audit";
import { recordReadiness } from "../../db/record-readiness";
import { lockService } from "../../db/service-lock";
import { holdTeam } from "../../db/team-lock";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { can } from "../../domain/policy";
import { canBeRestored } from "../../domain/restoration";
import { readService } from "../../queries/services/service";
import { appendFacts } from "./facts";

/**
 * Brings a deleted service back with everything it had.
 * @throws AppError gone after 30 days; refused when its team is gone and no other is named; forbidden for a team that
 *   is not the viewer's
 */
export async function restoreService(
  scope: Scope<"service:restore">,
  body: Restoration,
  now: Date,
): Promise<Service> {
  const team = body.team === undefined ? null : await loadTeamResource(body.team);
  return inTransaction(async (tx) => {
    const before = await lockService(tx, scope, now, { evenDeleted: true });
    if (!before.deletedAt) return readService(before.id, scope.viewer.actor, now);
    if (!canBeRestored(before.deletedAt, now)) {
      throw new AppError("gone", { message: "This service was deleted more than 30 days ago." });
    }
    const teamId = team?.id ?? before.teamId;
    if (!can(scope.viewer.actor, "service:restore", { teamId })) {
      throw new AppError("forbidden", {
        message: "Only a lead of that team or an admin restores a service to it.",
      });
    }
    if (!(await holdTeam(tx, teamId))) {
      const message = "Its team was deleted: name the team that takes it.";
      throw new AppError("refused", { message, fields: [{ field: "team", message }] });
    }
    const after = { ...before, teamId, deletedAt: null };
    await tx.service.update({
      where: { id: after.id },
      data: { deletedAt: null, teamId, version: { increment: 1 } },
    });
    await appendFacts(tx, after, { personId: scope.viewer.person.id, reason: "" }, before.at);
    await recordReadiness(tx, [
      { service: after, cause: "restored", at: before.at, answers: before.answers },
    ]);
    await audit(tx, scope, { action: "service.restored", subject: ["service", after.id] }, before.at);
    return readService(after.id, scope.viewer.actor, now);
  });
}
