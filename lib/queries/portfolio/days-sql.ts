import "server-only";
import { Prisma } from "../../db/generated/client";
import { allIncidents } from "../../db/incident-columns";
import { EVERY_TEAM } from "../../db/roll-up-days";
import type { ServiceChoice } from "../../domain/filters";
import { COSTS, STANDINGS } from "../../domain/vocabulary";
import type { Snapshot } from "../../snapshot/snapshot";
import { type DayPrices, dayPrices, lossesOfDays, lossesOfStates, withPrices } from "./day-prices";
import { FIGURES } from "./trend-points";

/** How many last points are looked up for days that are not rolled up: what there is time for. */
const MOST_LOOKS = 8_000;

/** A day that a trend asks about, and its last instant. */
export interface AskedDay {
  day: string;
  endsAt: Date;
}

const list = (parts: readonly string[]) => Prisma.raw(parts.join(", "));
const ofAllCosts = (column: string) => COSTS.map((_, index) => `p."${column}"[${index + 1}]`).join(" + ");

/** FIGURES of rows `p` of whole days. */
const fromDays = (prices: DayPrices) =>
  list([
    ...[
      "productionReady",
      "readyWithAcceptedRisks",
      "working",
      "unassessed",
      "score",
      "gaps",
      "blockers",
    ].map((column) => `sum(p."${column}")`),
    ...["known", "unknown", "accepted"].map((column) => `sum(${ofAllCosts(column)})`),
    ...lossesOfDays(prices),
  ]);

/** FIGURES of points `p`. */
const fromStates = (prices: DayPrices) =>
  Prisma.join([
    list([
      ...STANDINGS.map((standing) => `count(*) FILTER (WHERE p."standing" = '${standing}')`),
      ...["score", "gaps", "blockers"].map((column) => `coalesce(sum(p."${column}"), 0)`),
    ]),
    ...(["known", "unknown", "accepted"] as const).map(
      (part) => Prisma.sql`sum(${allIncidents('p."incidents"', part)})`,
    ),
    list(lossesOfStates(prices)),
  ]);

const NAMED = list(FIGURES.map((name) => `"${name}"`));

/**
 * Days of a trend (H4), as one JSON value: DayRow[], by whether services were live then. Whole days are read from what
 * was rolled up; the others, and all of them where `only` narrows the services down, are computed from the last point of
 * each service: evenly spaced ones of them where there are too many. Each is priced as on that day (H2).
 * @param only ids of the services that it is about; null: all
 */
export function daysSql(
  days: readonly AskedDay[],
  choice: ServiceChoice,
  only: readonly string[] | null,
  snapshot: Snapshot,
): Prisma.Sql {
  const byTeam = Boolean(choice.team?.length);
  const prices = dayPrices(
    days.map((each) => each.endsAt),
    snapshot,
  );
  return Prisma.sql`(
    WITH "asked" AS (
      SELECT * FROM unnest(${days.map((each) => each.day)}::date[],
        ${days.map((each) => each.endsAt.toISOString())}::timestamptz[],
        ${prices.ofDay}::int[]) AS d("day", "endsAt", "model")
    ), "whole" AS (
      SELECT w."day", a."model" FROM "asked" a JOIN "WholeDay" w ON w."day" = a."day" WHERE ${only === null}
    ), "meant" AS MATERIALIZED (
      SELECT s."id" FROM "Service" s WHERE ${only === null ? Prisma.sql`true` : Prisma.sql`s."id" = ANY(${[...only]}::uuid[])`}
    ), "rest" AS MATERIALIZED (
      SELECT a."day", a."endsAt", a."model" FROM (
        SELECT a.*, row_number() OVER (ORDER BY a."day" DESC) - 1 AS "place",
          count(*) OVER () * (SELECT count(*) FROM "meant") AS "looks"
        FROM "asked" a WHERE a."day" NOT IN (SELECT w."day" FROM "whole" w)) a
      WHERE a."place" % greatest(1, ceil(a."looks" / ${MOST_LOOKS}::float8))::int = 0
    ), "summed" ("day", "live", ${NAMED}) AS (
      SELECT p."day", p."lifecycle" = 'live', ${fromDays(prices)}
      FROM "whole" w JOIN "ReadinessDay" p ON p."day" = w."day" ${withPrices(prices, Prisma.sql`w."model"`)}
      WHERE (p."teamId" = ${EVERY_TEAM}::uuid) <> ${byTeam} AND ${placed(choice)} GROUP BY 1, 2
      UNION ALL
      SELECT r."day", p."lifecycle" = 'live', ${fromStates(prices)}
      FROM "rest" r CROSS JOIN "meant" s CROSS JOIN LATERAL (
        SELECT * FROM "ReadinessPoint" p WHERE p."serviceId" = s."id" AND p."at" <= r."endsAt"
        ORDER BY p."at" DESC, p."id" DESC LIMIT 1) p ${withPrices(prices, Prisma.sql`r."model"`)}
      WHERE NOT p."deleted" AND ${placed(choice)} GROUP BY 1, 2
    )
    SELECT coalesce(json_agg(x), '[]') FROM (
      SELECT d."day", x."live", d."model" IS NOT NULL AS "priced", ${list(FIGURES.map((name) => `coalesce(x."${name}", 0) AS "${name}"`))}
      FROM (SELECT "day", "model" FROM "whole" UNION ALL SELECT "day", "model" FROM "rest") d LEFT JOIN "summed" x ON x."day" = d."day"
      ORDER BY d."day") x)`;
}

/** The filters by what a service was then, over rows `p` that say so: points, or whole days (H4, S8). */
function placed({ team, tier, lifecycle }: ServiceChoice): Prisma.Sql {
  const all = [Prisma.sql`p."lifecycle" <> 'retired'`];
  if (team?.length)
    all.push(Prisma.sql`p."teamId" IN (SELECT "id" FROM "Team" WHERE "slug" = ANY(${team}::text[]))`);
  if (tier?.length) all.push(Prisma.sql`p."tier" = ANY(${tier.map(Number)}::int[])`);
  if (lifecycle?.length) all.push(Prisma.sql`p."lifecycle"::text = ANY(${lifecycle}::text[])`);
  return Prisma.join(all, " AND ");
}
