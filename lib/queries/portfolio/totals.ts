import "server-only";
import type { Portfolio } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import { summarise } from "../../domain/standing";
import type { Standing } from "../../domain/vocabulary";

/** What the chosen services add up to, by standing; `counts` is false for the retired ones. */
export interface TotalsRow {
  standing: Standing;
  counts: boolean;
  count: number;
  example: number;
  score: number;
  gaps: number;
  blockers: number;
  stale: number;
  unanswered: number;
}

/** Over `"chosen"`, as one JSON value: TotalsRow[]. */
export const TOTALS = Prisma.sql`(SELECT coalesce(json_agg(x), '[]') FROM (
  SELECT c."standing", c."counts", count(*) AS "count", count(*) FILTER (WHERE c."example") AS "example",
    coalesce(sum(c."score"), 0) AS "score", sum(c."gaps") AS "gaps", sum(c."blockers") AS "blockers",
    sum(c."stale") AS "stale", sum(c."unanswered") AS "unanswered"
  FROM "chosen" c GROUP BY 1, 2) x)`;

/** The totals of the services that are not retired (S8). */
export function totals(rows: readonly TotalsRow[]): Omit<Portfolio["totals"], "now" | "atLaunch"> {
  const counting = rows.filter((row) => row.counts);
  const sum = (of: "gaps" | "blockers" | "stale" | "unanswered", from = counting) =>
    from.reduce((total, row) => total + row[of], 0);
  const { services, byStanding, score } = summarise(counting);
  const all = rows.reduce((total, row) => total + row.count, 0);
  return {
    services,
    retired: all - services,
    example: counting.reduce((total, row) => total + row.example, 0),
    byStanding,
    score,
    gaps: sum("gaps"),
    blockers: sum("blockers"),
    stale: sum("stale"),
    unanswered: sum("unanswered"),
  };
}
