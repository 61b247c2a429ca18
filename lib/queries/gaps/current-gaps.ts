import "server-only";
import { Prisma } from "../../db/generated/client";
import type { AgedState } from "../services/current-states";

/** The gaps of services as a table for SQL, those of aged services replaced by what they are now: `FROM ${…} g`. */
export function currentGaps(aged: readonly AgedState[]): Prisma.Sql {
  if (aged.length === 0) return Prisma.sql`"Gap"`;
  const columns = Prisma.raw(
    '"serviceId", "questionKey", "area", "verdict", "given", "stale", "accepted", "critical", "openedAt"',
  );
  const rows = aged.flatMap(({ serviceId, gapRows }) => gapRows.map((row) => ({ serviceId, ...row })));
  return Prisma.sql`(
    SELECT ${columns} FROM "Gap" WHERE "serviceId" <> ALL(${aged.map((each) => each.serviceId)}::uuid[])
    UNION ALL
    SELECT a."serviceId", a."questionKey", a."area", a."verdict", a."given", a."stale", a."accepted", a."critical",
      coalesce(o."openedAt", a."openedAt")
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS a("serviceId" uuid, "questionKey" text, "area" "Area",
      "verdict" "Verdict", "given" "Verdict", "stale" boolean, "accepted" boolean, "critical" boolean,
      "openedAt" timestamptz)
    LEFT JOIN "Gap" o ON o."serviceId" = a."serviceId" AND o."questionKey" = a."questionKey")`;
}
