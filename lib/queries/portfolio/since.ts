import "server-only";
import type { PortfolioChoice, Since, TrendPoint } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import type { Moment } from "../past/moment";
import type { AgedState } from "../services/current-states";
import { meant, placed } from "./chosen";

/** How many services are named. */
const NAMED = 5;
const READY = Prisma.raw(`IN ('production_ready', 'ready_with_accepted_risks')`);

/** Where every service stood at an earlier instant, as the table `"then"`: one look into an index for each. */
export const standingThen = (at: Date): Prisma.Sql => Prisma.sql`"then" AS MATERIALIZED (
  SELECT s."id", p."teamId", p."tier", p."lifecycle", p."standing" ${READY} AS "ready"
  FROM "Service" s CROSS JOIN LATERAL (
    SELECT * FROM "ReadinessPoint" p WHERE p."serviceId" = s."id" AND p."at" <= ${at}::timestamptz
    ORDER BY p."at" DESC, p."id" DESC LIMIT 1) p
  WHERE NOT p."deleted" AND p."lifecycle" <> 'retired')`;

/** What is different from then, as it comes from the statement. */
export interface SinceRow {
  added: number;
  left: number;
  becameReady: Since["becameReady"];
  fellBack: Since["fellBack"];
}

/**
 * The chosen services compared with `"then"`, as one JSON value: SinceRow. A service that was not there, or was retired,
 * was not ready then; one that only came to match the filters is compared with itself.
 */
export function sinceSql(moment: Moment, choice: PortfolioChoice, aged: readonly AgedState[]): Prisma.Sql {
  const among = meant(moment, choice, aged, Prisma.sql`p."id"`) ?? Prisma.sql`true`;
  const list = (which: Prisma.Sql, more: Prisma.Sql) => Prisma.sql`(
    SELECT json_build_object('count', coalesce(max(x."count"), 0), 'services', coalesce(json_agg(x."named"), '[]'))
    FROM (
      SELECT count(*) OVER () AS "count", json_build_object('slug', c."slug", 'name', c."name" ${more}) AS "named"
      FROM "chosen" c LEFT JOIN "then" p ON p."id" = c."id" WHERE c."counts" AND ${which}
      ORDER BY lower(c."name") COLLATE "C", c."slug" COLLATE "C" LIMIT ${NAMED}) x)`;
  return Prisma.sql`json_build_object(
    'added', (SELECT count(*) FROM "chosen" c WHERE c."counts" AND NOT EXISTS (
      SELECT 1 FROM "then" p WHERE p."id" = c."id" AND ${placed(choice)})),
    'left', (SELECT count(*) FROM "then" p WHERE ${placed(choice)} AND ${among} AND NOT EXISTS (
      SELECT 1 FROM "chosen" c WHERE c."id" = p."id" AND c."counts")),
    'becameReady', ${list(Prisma.sql`c."standing" ${READY} AND p."ready" IS NOT TRUE`, Prisma.empty)},
    'fellBack', ${list(Prisma.sql`NOT c."standing" ${READY} AND p."ready"`, Prisma.sql`, 'cause', ${fallOf(moment.at)}`)})`;
}

/** The cause of the point at which a service that was ready last ceased to be; ageing, where no point says so yet. */
const fallOf = (at: Date): Prisma.Sql => Prisma.sql`coalesce((
  SELECT f."cause"::text FROM "ReadinessPoint" f JOIN (
    SELECT r."at", r."id" FROM "ReadinessPoint" r
    WHERE r."serviceId" = c."id" AND r."at" <= ${at}::timestamptz AND r."standing" ${READY}
    ORDER BY r."at" DESC, r."id" DESC LIMIT 1) r ON (f."at", f."id") > (r."at", r."id")
  WHERE f."serviceId" = c."id" AND f."at" <= ${at}::timestamptz ORDER BY f."at", f."id" LIMIT 1), 'ageing')`;

/** What is different from then as the API shows it; null where there were no services. @param then its day in a trend */
export const presentSince = (row: SinceRow, then: TrendPoint | undefined): Since | null =>
  then && then.services > 0
    ? {
        day: then.day,
        from: {
          services: then.services,
          score: then.score,
          ready: then.byStanding.production_ready + then.byStanding.ready_with_accepted_risks,
          known: then.now.known,
          unknown: then.now.unknown,
          knownLoss: then.now.knownLoss,
          unknownLoss: then.now.unknownLoss,
        },
        ...row,
      }
    : null;
