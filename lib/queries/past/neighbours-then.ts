import "server-only";
import type { Dependency } from "../../contracts/scorecard";
import { reader } from "../../db/transaction";
import { servicesAt } from "../portfolio/services-at";
import { agedStates } from "../services/current-states";
import type { FactsThen } from "./facts-then";
import type { Moment } from "./moment";

/** What a service depended on at an instant and what depended on it, the weakest first, with where each stood. */
export async function loadNeighboursThen(
  { id, dependsOn }: Pick<FactsThen, "id" | "dependsOn">,
  moment: Moment,
): Promise<{ dependsOn: Dependency[]; dependents: Dependency[] }> {
  const aged = await agedStates(moment.at);
  const rows = await reader().$queryRaw<(Dependency & { needs: boolean; needed: boolean })[]>`
    SELECT s."slug", s."name", s."tier", t."standing", t."score", s."deletedAt" IS NOT NULL AS "deleted",
      s."id" = ANY(${dependsOn}::uuid[]) AS "needs", s."dependsOn" @> ARRAY[${id}::uuid] AS "needed"
    FROM ${servicesAt(moment, aged)}
    WHERE s."id" = ANY(${dependsOn}::uuid[]) OR s."dependsOn" @> ARRAY[${id}::uuid]
    ORDER BY coalesce(t."score", -1), s."name"`;
  const pick = (wanted: "needs" | "needed"): Dependency[] =>
    rows
      .filter((row) => row[wanted])
      .map(({ slug, name, tier, standing, score, deleted }) => ({
        slug,
        name,
        tier,
        standing,
        score,
        deleted,
      }));
  return { dependsOn: pick("needs"), dependents: pick("needed") };
}
