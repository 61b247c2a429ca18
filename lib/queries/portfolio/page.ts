import "server-only";
import type { PortfolioFilters } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import { allIncidents, incidentsOf } from "../../db/incident-columns";
import type { Pricing } from "../../domain/gap-worth";
import { COSTS, TIERS } from "../../domain/vocabulary";

/** Known and unknown ones together; none of retired services (R6). */
const INCIDENTS = Prisma.sql`CASE WHEN s."lifecycle" = 'retired' THEN 0
  ELSE ${allIncidents('t."incidents"', "known")} + ${allIncidents('t."incidents"', "unknown")} END`;

/** What a page is sorted by, as text that sorts like its value. Unassessed scores sort as below 0. */
const SORTED_BY: Record<string, Prisma.Sql> = {
  name: Prisma.sql`lower(s."name")`,
  score: Prisma.sql`lpad((coalesce(t."score", -1) + 1)::text, 4, '0')`,
  tier: Prisma.sql`s."tier"::text`,
  gaps: Prisma.sql`lpad(t."gaps"::text, 6, '0')`,
  incidents: Prisma.sql`lpad(round((${INCIDENTS})::numeric, 9)::text, 24, '0')`,
};

/**
 * The expected loss of a service (R5), as text that sorts like its value: by what is known, then by what is unknown (R1).
 * While nothing has a price, its incidents.
 */
function byLoss({ means, severity, priced }: Pricing): Prisma.Sql {
  const factor = TIERS.map((tier) => `WHEN ${tier} THEN ${severity[tier]}::float8`).join(" ");
  const text = (part: "known" | "unknown") => {
    const terms = COSTS.flatMap((cost) => {
      const mean = priced === 0 ? 1 : means[cost];
      return mean === null ? [] : [`${incidentsOf('t."incidents"', cost, part)} * ${mean}::float8`];
    });
    const each = priced === 0 ? "1" : `(CASE s."tier" ${factor} END)`;
    return `lpad(round((CASE WHEN s."lifecycle" = 'retired' THEN 0
      ELSE (${terms.join(" + ")}) * ${each} END)::numeric, 5)::text, 30, '0')`;
  };
  return Prisma.raw(`(${text("known")} || ${text("unknown")})`);
}

/** What services `s` with their current rows `t` are sorted by, as text that sorts like its value in COLLATE "C". */
export const sortedBy = (sort: NonNullable<PortfolioFilters["sort"]>, pricing: Pricing): Prisma.Sql =>
  SORTED_BY[sort.replace("-", "")] ?? byLoss(pricing);
