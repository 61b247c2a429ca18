import "server-only";
import type { GapFilters } from "../../contracts/gaps";
import { Prisma } from "../../db/generated/client";
import { type AgedState, currentRows } from "../services/current-states";
import { currentGaps } from "./current-gaps";
import { ratesOf } from "./gap-filters";

/**
 * The gaps as tables for SQL: `g`, their service `s`, team `m`, current row `t`, question `q`, rates `r` of the chosen
 * costs, plan `p` (one that is about the gap that is open, as isOfThisGap() has it), and the organisation's day `today`.
 * @param costs only these; all when empty
 */
export const gapTables = (
  aged: readonly AgedState[],
  costs: GapFilters["cost"],
  now: Date,
): Prisma.Sql => Prisma.sql`${currentGaps(aged)} g
  JOIN "Service" s ON s."id" = g."serviceId" JOIN "Team" m ON m."id" = s."teamId"
  JOIN ${currentRows(aged)} t ON t."serviceId" = s."id"
  JOIN "Question" q ON q."versionId" = s."checklistVersionId" AND q."key" = g."questionKey"
  LEFT JOIN ${ratesOf(costs, now)} r ON r."questionId" = q."id"
  LEFT JOIN "GapPlan" p ON p."serviceId" = g."serviceId" AND p."questionKey" = g."questionKey"
    AND p."changedAt" >= g."openedAt"
  CROSS JOIN (SELECT (${now}::timestamptz AT TIME ZONE
    coalesce((SELECT "timeZone" FROM "Organisation" LIMIT 1), 'UTC'))::date AS "day") today`;

/**
 * What is planned about a gap as one JSON value, over gapTables() and its owner `w`. Of a plan that was about an earlier
 * gap only the version is left: what comes next goes on from it.
 */
export const PLAN = Prisma.sql`CASE WHEN p."version" IS NOT NULL THEN jsonb_build_object('dueOn', p."dueOn"::text,
    'effortDays', p."effortDays", 'state', p."state", 'ticket', p."ticket", 'note', p."note", 'version', p."version",
    'owner', CASE WHEN w."id" IS NULL THEN NULL ELSE jsonb_build_object('id', w."id", 'name', w."name") END)
  ELSE (SELECT jsonb_build_object('dueOn', NULL, 'effortDays', NULL, 'state', 'open', 'ticket', NULL, 'note', '',
      'version', o."version", 'owner', NULL)
    FROM "GapPlan" o WHERE o."serviceId" = g."serviceId" AND o."questionKey" = g."questionKey") END`;
