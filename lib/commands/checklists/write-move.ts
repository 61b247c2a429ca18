import "server-only";
import type { Scope } from "../../auth/scope";
import { auditMany } from "../../db/audit";
import { insertRows } from "../../db/insert-rows";
import { recordReadiness } from "../../db/record-readiness";
import type { LockedService } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import type { GivenAnswer } from "../../domain/effective-verdict";
import { textsOf } from "../../domain/service-texts";

/** What services are moved to, and why. */
export interface Destination {
  checklist: string;
  version: { id: string; number: number };
  reason?: string | undefined;
}

/** Writes that locked services are asked another version from now on: their rows, facts (H3), points (H2), audit. */
export async function writeMove(
  tx: Tx,
  scope: Scope<"checklist:move">,
  { checklist, version, reason = "" }: Destination,
  services: readonly LockedService[],
  answers: (serviceId: string) => ReadonlyMap<string, GivenAnswer>,
): Promise<void> {
  if (services.length === 0) return;
  const ids = services.map((service) => service.id);
  await tx.$executeRaw`
    UPDATE "Service" SET "checklistVersionId" = ${version.id}::uuid, "version" = "version" + 1
    WHERE "id" = ANY(${ids}::uuid[])`;
  const neighbours = await dependencies(tx, ids);
  const personId = scope.viewer.person.id;
  await insertRows(
    (sql, json) => tx.$executeRawUnsafe(sql, json),
    "ServiceFacts",
    services.map(({ id, at, name, teamId, tier, lifecycle, tags, links, ...texts }) => ({
      ...{
        serviceId: id,
        at,
        personId,
        reason,
        name,
        teamId,
        tier,
        lifecycle,
        tags,
        links,
        ...textsOf(texts),
      },
      ...{ checklistVersionId: version.id, dependsOn: neighbours.get(id) ?? [], deleted: false },
    })),
  );
  await recordReadiness(
    tx,
    services.map((service) => ({
      service: { ...service, checklistVersionId: version.id },
      cause: "checklist",
      at: service.at,
      answers: answers(service.id),
    })),
  );
  await auditMany(tx, scope, [
    ...services.map(({ id, at }) => ({
      action: "service.checklist_moved",
      subject: ["service", id] as const,
      details: { checklist, version: version.number, reason },
      at,
    })),
  ]);
}

async function dependencies(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ id: string; dependsOn: string[] }[]>`
    SELECT "serviceId" AS "id", array_agg("dependsOnId"::text ORDER BY "dependsOnId") AS "dependsOn"
    FROM "ServiceDependency" WHERE "serviceId" = ANY(${ids}::uuid[]) GROUP BY 1`;
  return new Map(rows.map((row) => [row.id, row.dependsOn]));
}
