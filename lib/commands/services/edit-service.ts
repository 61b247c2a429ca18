import "server-only";
import { loadTeamResource } from "../../auth/resources";
import type { Scope } from "../../auth/scope";
import type { Service, ServiceEdit } from "../../contracts/services";
import { audit } from "../../db/audit";
import { recordReadiness } from "../../db/record-readiness";
import { type LockedService, lockService } from "../../db/service-lock";
import { requireTeam } from "../../db/team-lock";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { can, rightsToChange } from "../../domain/policy";
import { textsOf } from "../../domain/service-texts";
import { isBlank } from "../../domain/text";
import { readService } from "../../queries/services/service";
import { appendFacts, dependencyIds } from "./facts";
import { refuseOnOpenLaunch } from "./on-open-launch";

const REFUSALS: Record<string, string> = {
  "service:narrow": "Only a lead of the team or an admin lowers a tier or drops a tag.",
  "service:retire": "Only a lead of the team or an admin retires a service or brings it back.",
  "service:move": "Only somebody who leads both teams, or an admin, moves a service.",
};

/**
 * Changes facts of a service. A changed tier or tag makes "not applicable" answers stale (S5); whatever moves the
 * readiness appends a point (H2).
 * @throws AppError conflict with what is there now; forbidden when a change needs more than a member's right;
 *   refused when a lowered tier or a dropped tag comes without a reason
 */
export async function editService(
  scope: Scope<"service:edit">,
  { expectedVersion, reason = "", ...change }: ServiceEdit,
  now: Date,
): Promise<Service> {
  const { id } = scope.resource;
  const team = change.team === undefined ? null : await loadTeamResource(change.team);
  return inTransaction(async (tx) => {
    const before = await lockService(tx, scope, now);
    if (expectedVersion !== undefined && before.version !== expectedVersion) {
      const current = await readService(id, scope.viewer.actor, now);
      throw new AppError("conflict", { message: "Somebody else changed this service first.", current });
    }
    const tags = change.tags ?? before.tags;
    const scopeChanged = before.tier !== (change.tier ?? before.tier) || !sameTags(before.tags, tags);
    const after: LockedService = {
      ...before,
      name: change.name ?? before.name,
      teamId: team?.id ?? before.teamId,
      tier: change.tier ?? before.tier,
      lifecycle: change.lifecycle ?? before.lifecycle,
      tags,
      ...textsOf(change, before),
      links: change.links ?? before.links,
      scopeChangedAt: scopeChanged ? before.at : before.scopeChangedAt,
    };
    if (change.dependsOn === undefined && JSON.stringify(before) === JSON.stringify(after)) {
      return readService(id, scope.viewer.actor, now);
    }
    checkRights(scope, before, after, reason);
    if (after.lifecycle === "retired" && before.lifecycle !== "retired")
      await refuseOnOpenLaunch(tx, before, "retired");
    if (before.teamId !== after.teamId) await requireTeam(tx, after.teamId);
    await write(tx, after, change.dependsOn);
    const moved = scopeChanged || before.lifecycle !== after.lifecycle || before.teamId !== after.teamId;
    await appendFacts(tx, after, { personId: scope.viewer.person.id, reason }, before.at);
    if (moved)
      await recordReadiness(tx, [{ service: after, cause: "facts", at: before.at, answers: before.answers }]);
    await audit(
      tx,
      scope,
      { action: "service.edited", subject: ["service", id], details: { ...change, reason } },
      before.at,
    );
    return readService(id, scope.viewer.actor, now);
  });
}

const sameTags = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((tag) => b.includes(tag));

function checkRights(
  scope: Scope<"service:edit">,
  before: LockedService,
  after: LockedService,
  reason: string,
): void {
  const rights = rightsToChange(before, after);
  for (const right of rights) {
    const teams = right === "service:move" ? [before.teamId, after.teamId] : [before.teamId];
    if (!teams.every((teamId) => can(scope.viewer.actor, right, { teamId }))) {
      throw new AppError("forbidden", { message: `${REFUSALS[right]} Nothing was changed.` });
    }
  }
  if (rights.includes("service:narrow") && isBlank(reason)) {
    const message = "Say why the tier is lowered or the tag dropped: fewer questions will be asked.";
    throw new AppError("refused", { message, fields: [{ field: "reason", message }] });
  }
}

async function write(tx: Tx, after: LockedService, dependsOn: readonly string[] | undefined): Promise<void> {
  const { id, name, teamId, tier, lifecycle, tags, links, scopeChangedAt } = after;
  const ids = dependsOn && (await dependencyIds(tx, dependsOn, id));
  await tx.service.update({
    where: { id },
    data: {
      name,
      teamId,
      tier,
      lifecycle,
      tags: [...tags],
      ...textsOf(after),
      links,
      scopeChangedAt,
      version: { increment: 1 },
      ...(ids ? { dependsOn: { deleteMany: {}, create: ids.map((dependsOnId) => ({ dependsOnId })) } } : {}),
    },
  });
}
