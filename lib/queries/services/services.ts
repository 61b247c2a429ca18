import "server-only";
import type { Scope } from "../../auth/scope";
import type { ServiceFilters, ServiceRow } from "../../contracts/services";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { type AreaReadiness, areaVerdict } from "../../domain/areas";
import { carriedIncidents, type IncidentsByCost, totalIncidents } from "../../domain/exposure";
import { type Summary, summarise } from "../../domain/standing";
import type { Lifecycle, Standing, Tier } from "../../domain/vocabulary";
import { pageOf, readCursor } from "../cursor";
import { momentOf } from "../past/moment";
import { servicesAt } from "../portfolio/services-at";
import { agedStates } from "./current-states";
import { conditions } from "./filters";

const PAGE = 50;

type Row = Omit<ServiceRow, "areas" | "incidents" | "deletedAt" | "tier"> & {
  id: string;
  tier: Tier;
  areas: AreaReadiness[];
  incidents: IncidentsByCost;
  deletedAt: Date | null;
  sortValue: string;
};

/** The expression that a list is sorted by, as text that sorts like its value. Unassessed scores sort as below 0. */
const SORTED_BY: Record<string, Prisma.Sql> = {
  name: Prisma.sql`lower(s."name")`,
  score: Prisma.sql`lpad((coalesce(t."score", -1) + 1)::text, 4, '0')`,
  tier: Prisma.sql`s."tier"::text`,
  gaps: Prisma.sql`lpad(t."gaps"::text, 6, '0')`,
};

/** The moment that a list is asked about, and the states that no row says yet. */
async function groundOf(filters: ServiceFilters, now: Date) {
  const moment = filters.asOf === undefined ? { at: now, past: false } : await momentOf(filters.asOf, now);
  return { moment, aged: await agedStates(moment.at) };
}

/**
 * A page of services with where they stand, or stood as of an earlier instant (H3); filtered, sorted, paged by key. Two
 * statements, and one more to tell what a day is.
 */
export async function loadServices(
  _scope: Scope<"service:list">,
  filters: ServiceFilters,
  now: Date,
): Promise<{ items: ServiceRow[]; nextCursor: string | null }> {
  const sort = filters.sort ?? "name";
  const by = SORTED_BY[sort.replace("-", "")] ?? SORTED_BY.name ?? Prisma.empty;
  const descending = sort.startsWith("-");
  const limit = filters.limit ?? PAGE;
  const after = filters.cursor ? readCursor(filters.cursor) : null;
  const beyond = after
    ? Prisma.sql`AND (${by} COLLATE "C", s."id") ${descending ? Prisma.sql`<` : Prisma.sql`>`} (${after.value} COLLATE "C", ${after.id}::uuid)`
    : Prisma.empty;
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const { moment, aged } = await groundOf(filters, now);
  const rows = await reader().$queryRaw<Row[]>`
    SELECT s."id", s."slug", s."name", m."slug" AS "team", m."name" AS "teamName", s."tier", s."lifecycle", s."tags",
      s."deletedAt", s."example", t."standing", t."score", t."counting", t."answered", t."gaps", t."blockers", t."stale",
      t."unanswered", t."incidents", t."areas", ${by} AS "sortValue"
    FROM ${servicesAt(moment, aged)}
    WHERE ${conditions(filters, moment.at)} ${beyond}
    ORDER BY ${by} COLLATE "C" ${direction}, s."id" ${direction} LIMIT ${limit + 1}`;
  const { page, nextCursor } = pageOf(rows, limit, ({ sortValue, id }) => ({ value: sortValue, id }));
  return { items: page.map(present), nextCursor };
}

/** A summary (S8) with what is open in it; `listed` and `retired` say how many rows the filters leave. */
export interface FilteredSummary extends Summary {
  listed: number;
  retired: number;
  gaps: number;
  blockers: number;
  stale: number;
  /** What stands between the working ones and production-ready. */
  working: { gaps: number; blockers: number };
}

/** The services that a list's filters leave, summed up (S8); retired and deleted ones do not count. */
export const loadSummary = (
  _scope: Scope<"service:list">,
  filters: ServiceFilters,
  now: Date,
): Promise<FilteredSummary> => readSummary(filters, now);

/** The same, for who has a scope of their own. Two statements, and one more to tell what a day is. */
export async function readSummary(filters: ServiceFilters, now: Date): Promise<FilteredSummary> {
  const { moment, aged } = await groundOf(filters, now);
  type Sum = {
    standing: Standing;
    lifecycle: Lifecycle;
    count: number;
    score: number;
    gaps: number;
    blockers: number;
    stale: number;
  };
  const rows = await reader().$queryRaw<Sum[]>`
    SELECT t."standing", s."lifecycle", count(*)::int AS "count", coalesce(sum(t."score"), 0)::int AS "score",
      sum(t."gaps")::int AS "gaps", sum(t."blockers")::int AS "blockers", sum(t."stale")::int AS "stale"
    FROM ${servicesAt(moment, aged)} WHERE ${conditions(filters, moment.at)} GROUP BY 1, 2`;
  const counting = rows.filter((row) => row.lifecycle !== "retired");
  const sum = (of: (row: Sum) => number, from: readonly Sum[]) =>
    from.reduce((total, row) => total + of(row), 0);
  const summary = summarise(counting);
  const listed = sum((row) => row.count, rows);
  const working = counting.filter((row) => row.standing === "working");
  return {
    ...summary,
    listed,
    retired: listed - summary.services,
    gaps: sum((row) => row.gaps, counting),
    blockers: sum((row) => row.blockers, counting),
    stale: sum((row) => row.stale, counting),
    working: { gaps: sum((row) => row.gaps, working), blockers: sum((row) => row.blockers, working) },
  };
}

function present({ id: _, sortValue: __, ...row }: Row): ServiceRow {
  const { known, unknown } = totalIncidents(
    carriedIncidents(row.incidents, row.lifecycle, row.deletedAt !== null),
  );
  return {
    ...row,
    incidents: { known, unknown },
    areas: row.areas.map(areaVerdict),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
