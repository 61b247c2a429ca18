import "server-only";
import { Prisma } from "../../db/generated/client";
import { servicesThen } from "../past/facts-then";
import type { Moment } from "../past/moment";
import { type AgedState, currentRows } from "../services/current-states";

/**
 * Services with their facts `s`, their team `m` and where they stood `t`, at a moment: use as `FROM ${…}`. Now these are
 * current rows; earlier, the last point of each (H2), one look into an index for each service.
 * @param aged states that no row says yet
 */
export function servicesAt(
  { at, past }: Pick<Moment, "at" | "past">,
  aged: readonly AgedState[],
): Prisma.Sql {
  if (!past) {
    return Prisma.sql`"Service" s JOIN "Team" m ON m."id" = s."teamId"
      JOIN ${currentRows(aged)} t ON t."serviceId" = s."id"`;
  }
  const columns = Prisma.raw(
    '"score", "standing", "counting", "answered", "gaps", "blockers", "stale", "unanswered", "incidents", "areas"',
  );
  // No point holds the sum of the weights.
  const noWeight = Prisma.sql`NULL::int AS "weight"`;
  const ids = aged.map((each) => each.serviceId);
  return Prisma.sql`${servicesThen(at)} s JOIN "Team" m ON m."id" = s."teamId" CROSS JOIN LATERAL (
    (SELECT ${columns}, ${noWeight} FROM "ReadinessPoint" p
      WHERE p."serviceId" = s."id" AND p."at" <= ${at}::timestamptz AND s."id" <> ALL(${ids}::uuid[])
      ORDER BY p."at" DESC, p."id" DESC LIMIT 1)
    UNION ALL
    SELECT ${columns}, ${noWeight} FROM jsonb_to_recordset(${JSON.stringify(aged)}::jsonb) AS a("serviceId" uuid, "score" int,
      "standing" "Standing", "counting" int, "answered" int, "gaps" int, "blockers" int, "stale" int,
      "unanswered" int, "incidents" jsonb, "areas" jsonb) WHERE a."serviceId" = s."id") t`;
}
