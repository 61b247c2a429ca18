import "server-only";
import type { ServiceFilters } from "../../contracts/services";
import { Prisma } from "../../db/generated/client";
import { RESTORE_DAYS } from "../../domain/restoration";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The conditions of a list of services over `"Service" s`, `"Team" m` and current rows `t`. Values of one filter
 * widen, filters narrow. Deleted services are listed apart, as long as they can be restored.
 */
export function conditions(
  filters: Omit<ServiceFilters, "sort" | "cursor" | "limit">,
  now: Date,
): Prisma.Sql {
  const all: Prisma.Sql[] = [
    filters.deleted
      ? Prisma.sql`s."deletedAt" > ${new Date(now.getTime() - RESTORE_DAYS * DAY_MS)}`
      : Prisma.sql`s."deletedAt" IS NULL`,
  ];
  if (filters.team?.length) all.push(Prisma.sql`m."slug" = ANY(${filters.team}::text[])`);
  if (filters.tier?.length) all.push(Prisma.sql`s."tier" = ANY(${filters.tier.map(Number)}::int[])`);
  if (filters.lifecycle?.length)
    all.push(Prisma.sql`s."lifecycle"::text = ANY(${filters.lifecycle}::text[])`);
  all.push(...named(filters));
  return Prisma.join(all, " AND ");
}

/** Those of the conditions that say which services are meant, wherever they belonged at another time. */
export function named(filters: Pick<ServiceFilters, "q" | "standing" | "tag">): Prisma.Sql[] {
  const some: Prisma.Sql[] = [];
  if (filters.q) {
    const like = `%${filters.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    some.push(Prisma.sql`(s."name" ILIKE ${like} OR s."slug" ILIKE ${like} OR m."name" ILIKE ${like})`);
  }
  if (filters.standing?.length) some.push(Prisma.sql`t."standing"::text = ANY(${filters.standing}::text[])`);
  if (filters.tag?.length) some.push(Prisma.sql`s."tags" && ${filters.tag}::text[]`);
  return some;
}
