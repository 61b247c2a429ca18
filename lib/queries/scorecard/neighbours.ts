import "server-only";
import type { Dependency } from "../../contracts/scorecard";
import { reader } from "../../db/transaction";
import { agedStates, currentRows } from "../services/current-states";

type Row = Dependency & { id: string };

/**
 * What a service depends on and what depends on it, the weakest first, with where each stands at `now`. Circles are
 * walked once round: `UNION` passes over whom it has met.
 */
export async function loadNeighbours(
  serviceId: string,
  now: Date,
): Promise<{ dependsOn: Dependency[]; dependents: Dependency[] }> {
  const links = await reader().serviceDependency.findMany({
    where: { OR: [{ serviceId }, { dependsOnId: serviceId }] },
  });
  if (links.length === 0) return { dependsOn: [], dependents: [] };
  const ids = links.flatMap((link) => [link.serviceId, link.dependsOnId]).filter((id) => id !== serviceId);
  const aged = await agedStates(now, ids);
  const rows = await reader().$queryRaw<Row[]>`
    WITH RECURSIVE "above" ("id") AS (
      SELECT "serviceId" FROM "ServiceDependency" WHERE "dependsOnId" = ${serviceId}::uuid
      UNION SELECT d."serviceId" FROM "ServiceDependency" d JOIN "above" a ON d."dependsOnId" = a."id"),
    "below" ("id") AS (
      SELECT "dependsOnId" FROM "ServiceDependency" WHERE "serviceId" = ${serviceId}::uuid
      UNION SELECT d."dependsOnId" FROM "ServiceDependency" d JOIN "below" b ON d."serviceId" = b."id")
    SELECT s."id" IN (SELECT "id" FROM "above" INTERSECT SELECT "id" FROM "below") AS "circular", s."id", s."slug", s."name", s."tier", t."standing", t."score", s."deletedAt" IS NOT NULL AS "deleted"
    FROM "Service" s JOIN ${currentRows(aged)} t ON t."serviceId" = s."id"
    WHERE s."id" = ANY(${ids}::uuid[]) ORDER BY coalesce(t."score", -1), s."name"`;
  const pick = (wanted: ReadonlySet<string>): Dependency[] =>
    rows.filter((row) => wanted.has(row.id)).map(({ id: _, ...row }) => row);
  return {
    dependsOn: pick(
      new Set(links.filter((each) => each.serviceId === serviceId).map((each) => each.dependsOnId)),
    ),
    dependents: pick(
      new Set(links.filter((each) => each.dependsOnId === serviceId).map((each) => each.serviceId)),
    ),
  };
}
