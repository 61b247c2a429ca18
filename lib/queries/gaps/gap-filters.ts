import "server-only";
import type { GapFilters } from "../../contracts/gaps";
import { Prisma } from "../../db/generated/client";
import { ratesInForce } from "../../db/rates-in-force";
import { conditions } from "../services/filters";

/** How open a gap is, over `g` (R1). */
const OPENNESS = Prisma.sql`(CASE WHEN g."verdict" = 'partly' THEN 0.5 ELSE 1 END)`;
/** Whether a gap is a known one, over `g` (R1). */
const KNOWN = Prisma.sql`coalesce(g."verdict" IN ('no', 'partly'), false)`;
/** Planned for a day that is over, and not said to be done. */
export const OVERDUE = Prisma.sql`coalesce(p."dueOn" < today."day" AND p."state" <> 'done', false)`;

/**
 * What the questions of gaps lead to by the rates in force at an instant (R2), one row a question, as a decimal: equal
 * sums sort as equal. Use as `LEFT JOIN ${…} r ON r."questionId" = q."id"`.
 * @param costs only these; all when empty
 */
export const ratesOf = (costs: readonly string[] = [], at: Date): Prisma.Sql => Prisma.sql`(
  SELECT "questionId", sum("incidentsPerYear"::numeric) AS "incidents" FROM ${ratesInForce(at)} c
  ${costs.length > 0 ? Prisma.sql`WHERE c."cost"::text = ANY(${[...costs]}::text[])` : Prisma.empty} GROUP BY 1)`;

/** Expected incidents a year of a gap, over `g` and the rates `r` of its question (R2). */
export const INCIDENTS = Prisma.sql`(coalesce(r."incidents", 0) * ${OPENNESS})`;

const KIND: Record<NonNullable<GapFilters["kind"]>[number], Prisma.Sql> = {
  blocker: Prisma.sql`(g."critical" AND NOT g."accepted")`,
  known: KNOWN,
  unknown: Prisma.sql`NOT ${KNOWN}`,
  stale: Prisma.sql`g."stale"`,
  accepted: Prisma.sql`g."accepted"`,
};
const DUE: Record<NonNullable<GapFilters["due"]>, Prisma.Sql> = {
  overdue: OVERDUE,
  week: Prisma.sql`p."dueOn" BETWEEN today."day" AND today."day" + 7`,
  planned: Prisma.sql`p."dueOn" IS NOT NULL`,
  none: Prisma.sql`p."dueOn" IS NULL`,
};

/**
 * The conditions of a list of gaps over those of their services, `g`, the rates `r` of the chosen costs and the plan `p`. Values of one filter widen,
 * filters narrow. Gaps of retired services are left out, unless that lifecycle is asked for.
 * @param me whom `owner=me` means
 */
export function gapConditions(filters: GapFilters, me: string, now: Date): Prisma.Sql {
  const all = [conditions(filters, now)];
  if (!filters.lifecycle?.length) all.push(Prisma.sql`s."lifecycle" <> 'retired'`);
  if (filters.service?.length) all.push(Prisma.sql`s."slug" = ANY(${filters.service}::text[])`);
  if (filters.area?.length) all.push(Prisma.sql`g."area"::text = ANY(${filters.area}::text[])`);
  if (filters.question) all.push(Prisma.sql`g."questionKey" = ${filters.question}`);
  if (filters.cost?.length) {
    all.push(Prisma.sql`r."incidents" IS NOT NULL`);
  }
  if (filters.kind?.length) all.push(either(filters.kind.map((kind) => KIND[kind])));
  if (filters.owner?.length) {
    all.push(
      either(
        filters.owner.map((owner) =>
          owner === "none"
            ? Prisma.sql`p."ownerId" IS NULL`
            : Prisma.sql`p."ownerId" = ${owner === "me" ? me : owner}::uuid`,
        ),
      ),
    );
  }
  if (filters.due) all.push(DUE[filters.due]);
  return Prisma.join(all, " AND ");
}

const either = (some: readonly Prisma.Sql[]) => Prisma.sql`(${Prisma.join([...some], " OR ")})`;
