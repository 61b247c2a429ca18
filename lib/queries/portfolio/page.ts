import "server-only";
import type { PortfolioFilters } from "../../contracts/portfolio";
import type { ServiceRow } from "../../contracts/services";
import { Prisma } from "../../db/generated/client";
import { allIncidents, incidentsOf } from "../../db/incident-columns";
import { type AreaReadiness, areaVerdict } from "../../domain/areas";
import { carriedIncidents, type IncidentsByCost, totalIncidents } from "../../domain/exposure";
import type { Pricing } from "../../domain/gap-worth";
import { COSTS, TIERS, type Tier } from "../../domain/vocabulary";
import { notACursor, pageOf, readCursor } from "../cursor";
import type { Moment } from "../past/moment";
import type { AgedState } from "../services/current-states";
import { conditions } from "../services/filters";
import type { Money } from "./money";
import { servicesAt } from "./services-at";

const PAGE = 50;

/** A service of a page as its statement gives it. */
export type PageRow = Omit<ServiceRow, "areas" | "incidents"> & {
  id: string;
  areas: AreaReadiness[];
  incidents: IncidentsByCost;
  group: string;
  sorted: string;
};

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

/**
 * A page of the services that the filters choose, in their order, as one JSON value: PageRow[], one more than fit.
 * Retired ones are on it when that lifecycle is asked for.
 */
export function pageSql(
  moment: Moment,
  filters: PortfolioFilters,
  aged: readonly AgedState[],
  { pricing }: Money,
): Prisma.Sql {
  const sort = filters.sort ?? "name";
  const by = sortedBy(sort, pricing);
  const group = filters.group ? Prisma.sql`lower(m."name") || chr(1) || m."slug"` : Prisma.sql`''`;
  const descending = sort.startsWith("-");
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const retired = filters.lifecycle?.length ? Prisma.empty : Prisma.sql`AND s."lifecycle" <> 'retired'`;
  return Prisma.sql`(SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT s."id", s."slug", s."name", m."slug" AS "team", m."name" AS "teamName", s."tier", s."lifecycle", s."tags",
      NULL AS "deletedAt", s."example", t."standing", t."score", t."counting", t."answered", t."gaps", t."blockers", t."stale",
      t."unanswered", t."incidents", t."areas", ${group} AS "group", ${by} AS "sorted"
    FROM ${servicesAt(moment, aged)}
    WHERE ${conditions(filters, moment.at)} ${retired} ${beyond(filters.cursor, { group, by, descending })}
    ORDER BY ${group} COLLATE "C", ${by} COLLATE "C" ${direction}, s."id" ${direction}
    LIMIT ${(filters.limit ?? PAGE) + 1}) x)`;
}

/** What comes after a cursor. @throws AppError invalid_input for one that was not given here */
function beyond(
  cursor: string | undefined,
  { group, by, descending }: { group: Prisma.Sql; by: Prisma.Sql; descending: boolean },
): Prisma.Sql {
  if (!cursor) return Prisma.empty;
  const { value, id } = readCursor(cursor);
  const [inGroup, after] = readPlace(value);
  return Prisma.sql`AND (${group} COLLATE "C" > ${inGroup} OR (${group} COLLATE "C" = ${inGroup}
    AND (${by} COLLATE "C", s."id") ${descending ? Prisma.sql`<` : Prisma.sql`>`} (${after} COLLATE "C", ${id}::uuid)))`;
}

function readPlace(value: string): [string, string] {
  try {
    const [group, sorted] = JSON.parse(value) as unknown[];
    if (typeof group === "string" && typeof sorted === "string") return [group, sorted];
  } catch {
    // falls through to the refusal below
  }
  throw notACursor();
}

/** The page as the API shows it. */
export function pageItems(
  rows: readonly PageRow[],
  filters: PortfolioFilters,
  { pricing }: Money,
): { items: ServiceRow[]; nextCursor: string | null } {
  const { page, nextCursor } = pageOf(rows, filters.limit ?? PAGE, ({ group, sorted, id }) => ({
    value: JSON.stringify([group, sorted]),
    id,
  }));
  return { items: page.map((row) => present(row, pricing)), nextCursor };
}

function present({ id: _, group: __, sorted: ___, ...row }: PageRow, pricing: Pricing): ServiceRow {
  const byCost = carriedIncidents(row.incidents, row.lifecycle, false);
  const { known, unknown } = totalIncidents(byCost);
  return {
    ...row,
    incidents: { known, unknown },
    losses: lossesOf(byCost, row.tier, pricing),
    areas: row.areas.map(areaVerdict),
  };
}

/** What its incidents are expected to cost in a year (R5); null while no cost has a price. */
function lossesOf(byCost: IncidentsByCost, tier: Tier, { means, severity, priced }: Pricing) {
  if (priced === 0) return null;
  const sum = (part: "known" | "unknown") =>
    COSTS.reduce((total, cost) => total + byCost[cost][part] * (means[cost] ?? 0), 0) * severity[tier];
  return { known: sum("known"), unknown: sum("unknown") };
}
