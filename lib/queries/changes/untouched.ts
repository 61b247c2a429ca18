import "server-only";
import type { ChangesFilters } from "../../contracts/changes";
import { MODELS } from "../../db/cost-model";
import { Prisma } from "../../db/generated/client";
import { incidentsOf } from "../../db/incident-columns";
import { reader } from "../../db/transaction";
import { type Amounts, type ExposurePath, noAmounts, noPath } from "../../domain/exposure-changes";
import type { Pricing } from "../../domain/gap-worth";
import { COSTS, type Tier } from "../../domain/vocabulary";
import { servicesAt } from "../portfolio/services-at";
import { conditions } from "../services/filters";

/** Incidents a year of the services of a tier to which nothing happened, by the eight costs in their order. */
interface Row {
  tier: Tier;
  live: boolean;
  incidents: number[];
}

/** What services to which nothing happened carry, and which models there are. */
export interface Untouched {
  rows: Row[];
  models: string;
  /** The organisation's: what an unpriced model is in. */
  currency: string;
}

const INCIDENTS = Prisma.raw(
  COSTS.map((cost) =>
    ["known", "unknown"]
      .map((part) => `sum(${incidentsOf('t."incidents"', cost, part as "known")})`)
      .join(" + "),
  ).join(", "),
);

/**
 * What the chosen services carry to which nothing happened in a span: only what the model makes of it can differ. One
 * statement. @param touched ids of all the others
 */
export async function loadUntouched(
  { since: _, until: __, service, ...choice }: ChangesFilters,
  until: { at: Date; past: boolean },
  touched: readonly string[],
): Promise<Untouched> {
  const only = service === undefined ? Prisma.empty : Prisma.sql`AND s."slug" = ${service}`;
  const [row] = await reader().$queryRaw<Untouched[]>`
    SELECT ${MODELS} AS "models",
      coalesce((SELECT "currency" FROM "Organisation" WHERE "id" = 1), 'EUR') AS "currency", (SELECT coalesce(json_agg(x), '[]') FROM (
      SELECT s."tier", s."lifecycle" = 'live' AS "live", ARRAY[${INCIDENTS}] AS "incidents"
      FROM ${servicesAt(until, [])}
      WHERE ${conditions(choice, until.at)} AND s."lifecycle" <> 'retired' ${only}
        AND s."id" <> ALL(${[...touched]}::uuid[])
      GROUP BY 1, 2) x) AS "rows"`;
  if (!row) throw new RangeError("a statement without FROM gave no row");
  return row;
}

/** Their exposure at both ends: all of the difference is the model's. */
export function untouchedPath(
  rows: readonly Row[],
  pricing: { before: Pricing; after: Pricing },
): ExposurePath {
  const path = noPath();
  path.from = priced(rows, pricing.before);
  path.to = priced(rows, pricing.after);
  for (const when of ["now", "atLaunch"] as const) {
    path.byCause.model[when].loss = path.to[when].loss - path.from[when].loss;
  }
  return path;
}

function priced(rows: readonly Row[], { means, severity }: Pricing): Amounts {
  const amounts = noAmounts();
  for (const { tier, live, incidents } of rows) {
    const sum = live ? amounts.now : amounts.atLaunch;
    for (const [place, cost] of COSTS.entries()) {
      sum.incidents += incidents[place] ?? 0;
      sum.loss += (incidents[place] ?? 0) * (means[cost] ?? 0) * severity[tier];
    }
  }
  return amounts;
}
