import "server-only";
import { randomUUID } from "node:crypto";
import type { Scope } from "../../auth/scope";
import type { Service, ServiceNew } from "../../contracts/services";
import { audit } from "../../db/audit";
import { freeSlug } from "../../db/free-slug";
import { endExamplePrices, holdModel } from "../../db/model-lock";
import { newestChecklist } from "../../db/published-questions";
import { recordReadiness } from "../../db/record-readiness";
import { requireTeam } from "../../db/team-lock";
import { inTransaction } from "../../db/transaction";
import { textsOf } from "../../domain/service-texts";
import { readService } from "../../queries/services/service";
import { appendFacts, dependencyIds } from "./facts";

/**
 * Creates a service of the team in the scope, asked the newest published version of the default checklist.
 * @throws AppError invalid_input for an unknown dependency; refused while no checklist is published
 */
export async function createService(
  scope: Scope<"service:create">,
  body: ServiceNew,
  now: Date,
): Promise<Service> {
  return inTransaction(async (tx) => {
    const at = await holdModel(tx, now, scope.viewer);
    await endExamplePrices(tx, scope, at);
    await requireTeam(tx, scope.resource.id);
    const checklistVersionId = await newestChecklist();
    const slug = await freeSlug(tx, "service", body.name);
    const dependsOn = await dependencyIds(tx, body.dependsOn ?? [], null);
    const service = {
      id: randomUUID(),
      slug,
      teamId: scope.resource.id,
      name: body.name,
      tier: body.tier,
      lifecycle: body.lifecycle,
      tags: body.tags ?? [],
      checklistVersionId,
      scopeChangedAt: at,
      version: 1,
      deletedAt: null,
      ...textsOf(body),
      links: body.links ?? [],
    };
    await tx.service.create({
      data: {
        ...service,
        createdAt: at,
        example: scope.viewer.person.example ?? false,
        dependsOn: { create: dependsOn.map((dependsOnId) => ({ dependsOnId })) },
      },
    });
    await appendFacts(tx, service, { personId: scope.viewer.person.id, reason: "" }, at);
    const unanswered = { ...service, waivers: [] };
    await recordReadiness(tx, [{ service: unanswered, cause: "created", at, answers: new Map() }]);
    const details = {
      slug,
      name: body.name,
      team: scope.resource.slug,
      tier: body.tier,
      lifecycle: body.lifecycle,
    };
    await audit(tx, scope, { action: "service.created", subject: ["service", service.id], details }, at);
    return readService(service.id, scope.viewer.actor, at);
  });
}
