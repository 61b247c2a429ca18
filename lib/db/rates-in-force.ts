import { Prisma } from "./generated/client";

/**
 * The rates in force at an instant (R2) as a table of `questionId`, `cost` and `incidentsPerYear`, for every question
 * of every checklist version: the organisation's own value where it had one then, else the checklist's. What is 0 is
 * left out, as in ratesOf(). Use as `JOIN ${ratesInForce(at)} r ON r."questionId" = q."id"`, never within a subquery
 * for each row: it is made once.
 */
export const ratesInForce = (at: Date): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(o."questionId", c."questionId") AS "questionId", coalesce(o."cost", c."cost") AS "cost",
    coalesce(o."incidentsPerYear", c."incidentsPerYear") AS "incidentsPerYear"
  FROM "QuestionCost" c FULL JOIN (
    SELECT n."id" AS "questionId", x."key"::"Cost" AS "cost", (x."value"->>'incidentsPerYear')::float8 AS "incidentsPerYear"
    FROM (
      SELECT "rates" FROM "CostModel" WHERE "at" <= ${at}::timestamptz ORDER BY "number" DESC LIMIT 1
    ) m CROSS JOIN jsonb_each(m."rates") y CROSS JOIN jsonb_each(y."value") x JOIN "Question" n ON n."key" = y."key"
  ) o ON o."questionId" = c."questionId" AND o."cost" = c."cost"
  WHERE coalesce(o."incidentsPerYear", c."incidentsPerYear") > 0)`;
