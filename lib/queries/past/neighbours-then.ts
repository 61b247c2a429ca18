import "server-only";
import type { Dependency } from "../../contracts/scorecard";
import { reader } from "../../db/transaction";
import { servicesAt } from "../portfolio/services-at";
import { agedStates } from "../services/current-states";
import { type FactsThen, servicesThen } from "./facts-then";
import type { Moment } from "./moment";

/** What a service depended on at an instant and what depended on it, the weakest first, with where each stood. */
export async function loadNeighboursThen(
  { id, dependsOn }: Pick<FactsThen, "id" | "dependsOn">,
  moment: Moment,
): Promise<{ dependsOn: Dependency[]; dependents: Dependency[] }> {
  const aged = await agedStates(moment.at);
  const rows = await reader().$queryRaw<(Dependency & { needs: boolean; needed: boolean })[]>`
    WITH RECURSIVE "link" AS MATERIALIZED (
      SELECT f."id", unnest(f."dependsOn") AS "to" FROM ${servicesThen(moment.at)} f),
    "above" ("id") AS (
      SELECT "id" FROM "link" WHERE "to" = ${id}::uuid
      UNION SELECT l."id" FROM "link" l JOIN "above" a ON l."to" = a."id"),
    "below" ("id") AS (
      SELECT "to" FROM "link" WHERE "id" = ${id}::uuid
      UNION SELECT l."to" FROM "link" l JOIN "below" b ON l."id" = b."id")
    SELECT s."id" IN (SELECT "id" FROM "above" INTERSECT SELECT "id" FROM "below") AS "circular", s."slug", s."name", s."tier", t."standing", t."score", s."deletedAt" IS NOT NULL AS "deleted",
      s."id" = ANY(${dependsOn}::uuid[]) AS "needs", s."dependsOn" @> ARRAY[${id}::uuid] AS "needed"
    FROM ${servicesAt(moment, aged)}
    WHERE s."id" = ANY(${dependsOn}::uuid[]) OR s."dependsOn" @> ARRAY[${id}::uuid]
    ORDER BY coalesce(t."score", -1), s."name"`;
  const pick = (wanted: "needs" | "needed"): Dependency[] =>
    rows.filter((row) => row[wanted]).map(({ needs: _, needed: __, ...row }) => row);
  return { dependsOn: pick("needs"), dependents: pick("needed") };
}
