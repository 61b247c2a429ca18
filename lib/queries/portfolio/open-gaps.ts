import "server-only";
import { Prisma } from "../../db/generated/client";
import { TIERS } from "../../domain/vocabulary";
import { LEAST_EFFORT_DAYS, SEVERITY } from "../../domain/worth";

/** How many gaps are named for each cost, and as best questions to answer. */
export const LARGEST = 3;
export const BEST = 5;

const SEVERITY_OF = Prisma.raw(
  `(CASE k."tier" ${TIERS.map((tier) => `WHEN ${tier} THEN ${SEVERITY[tier]}`).join(" ")} END)::float8`,
);
const EFFORT = Prisma.raw(`greatest(l."effortDays", ${LEAST_EFFORT_DAYS})`);

/**
 * The gaps of the chosen services in one pass, as tables: `"open"`, one row for gaps that weigh alike (same question and
 * verdict, services of one kind), with the places of their services; `"led"`, what each of them leads to by cost (R2);
 * `"large"` and `"asked"`, those of them that the three largest gaps of a cost and the five best questions to answer are
 * among, whatever breaks the ties. The order is that of lib/domain/worth.ts.
 * @param gaps the table of gaps
 */
export const openGaps = (gaps: Prisma.Sql): Prisma.Sql => Prisma.sql`
  "open" AS MATERIALIZED (
    SELECT c."kind", g."questionKey", g."verdict", g."stale", g."accepted", p."effortDays", count(*) AS "count",
      array_agg(c."place") AS "places", row_number() OVER () AS "id"
    FROM ${gaps} g JOIN "chosen" c ON c."id" = g."serviceId" AND c."counts"
      LEFT JOIN "GapPlan" p ON p."serviceId" = g."serviceId" AND p."questionKey" = g."questionKey"
        AND p."effortDays" IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6
  ), "led" AS MATERIALIZED (
    SELECT o."id", o."count", o."accepted", k."live", k."tier", q."key", x."cost",
      coalesce(o."verdict" IN ('no', 'partly'), false) AS "known",
      x."incidentsPerYear" * (CASE o."verdict" WHEN 'partly' THEN 0.5 ELSE 1 END)::float8 AS "incidents",
      coalesce(o."effortDays", q."effortDays") AS "effortDays", ${SEVERITY_OF} AS "severity"
    FROM "open" o JOIN (SELECT DISTINCT "kind", "version", "tier", "live" FROM "chosen") k ON k."kind" = o."kind"
      JOIN "Question" q ON q."versionId" = k."version" AND q."key" = o."questionKey"
      JOIN "QuestionCost" x ON x."questionId" = q."id"
  ), "large" AS (
    SELECT * FROM (
      SELECT l."cost", l."id", l."incidents", l."effortDays", sum(l."count") OVER (
        PARTITION BY l."cost" ORDER BY l."live" DESC, round((l."incidents" * l."severity")::numeric, 9) DESC, l."tier",
          l."key" COLLATE "C" GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "before"
      FROM "led" l) x WHERE coalesce("before", 0) < ${LARGEST}
  ), "asked" AS (
    SELECT * FROM (
      SELECT NULL AS "cost", l."id", sum(l."incidents") AS "incidents", l."effortDays", sum(l."count") OVER (
        PARTITION BY l."live" ORDER BY round((sum(l."incidents") * l."severity" / ${EFFORT})::numeric, 9) DESC,
          l."tier", l."key" COLLATE "C" GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "before"
      FROM "led" l WHERE NOT l."known" AND NOT l."accepted"
      GROUP BY l."id", l."count", l."live", l."tier", l."key", l."severity", l."effortDays") x
    WHERE coalesce("before", 0) < ${BEST}
  )`;

/** What the gaps lead to by cost (R2), now and at launch (R6), as one JSON value: ShareRow[]. */
export const SHARES = Prisma.sql`(SELECT coalesce(json_agg(x), '[]') FROM (
  SELECT l."cost", l."live", sum(l."count") AS "gaps",
    coalesce(sum(l."count" * l."incidents") FILTER (WHERE l."known"), 0) AS "known",
    coalesce(sum(l."count" * l."incidents") FILTER (WHERE NOT l."known"), 0) AS "unknown",
    coalesce(sum(l."count" * l."incidents") FILTER (WHERE l."accepted"), 0) AS "accepted"
  FROM "led" l GROUP BY 1, 2) x)`;

/**
 * The gaps of some rows of `"open"`, the first few of each by short name, as one JSON value: NamedGap[].
 * @param most of each: as many as could be shown
 */
export const namedGaps = (from: "large" | "asked", most: number): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT w."cost", c."slug" AS "service", c."name" AS "serviceName", c."team", c."tier", c."live",
      q."key" AS "question", q."text", q."area", coalesce(w."verdict" IN ('no', 'partly'), false) AS "known", w."stale",
      w."accepted", w."incidents" AS "incidentsPerYear", w."effortDays"
    FROM (
      SELECT w.*, o."questionKey", o."verdict", o."stale", o."accepted", o."places"
      FROM ${Prisma.raw(`"${from}"`)} w JOIN "open" o ON o."id" = w."id" OFFSET 0) w
      CROSS JOIN LATERAL (SELECT "place" FROM unnest(w."places") AS "place" ORDER BY 1 LIMIT ${most}) u
      JOIN "chosen" c ON c."place" = u."place"
      JOIN "Question" q ON q."versionId" = c."version" AND q."key" = w."questionKey") x)`;
