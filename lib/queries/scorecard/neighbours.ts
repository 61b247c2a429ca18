import "server-only";
import type { Dependency } from "../../contracts/scorecard";
import { reader } from "../../db/transaction";
import { agedStates, currentRows } from "../services/current-states";

type Row = Dependency & { id: string; way: "dependsOn" | "dependents" };

/** What a service depends on and what depends on it, the weakest first, with where each stands at `now`. */
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
    SELECT s."id", s."slug", s."name", s."tier", t."standing", t."score", s."deletedAt" IS NOT NULL AS "deleted"
    FROM "Service" s JOIN ${currentRows(aged)} t ON t."serviceId" = s."id"
    WHERE s."id" = ANY(${ids}::uuid[]) ORDER BY coalesce(t."score", -1), s."name"`;
  const pick = (wanted: ReadonlySet<string>): Dependency[] =>
    rows
      .filter((row) => wanted.has(row.id))
      .map(({ slug, name, tier, standing, score, deleted }) => ({
        slug,
        name,
        tier,
        standing,
        score,
        deleted,
      }));
  return {
    dependsOn: pick(
      new Set(links.filter((each) => each.serviceId === serviceId).map((each) => each.dependsOnId)),
    ),
    dependents: pick(
      new Set(links.filter((each) => each.dependsOnId === serviceId).map((each) => each.serviceId)),
    ),
  };
}
