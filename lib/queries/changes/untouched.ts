import "server-only";
import type { ChangesFilters } from "../../contracts/changes";
import { MODELS } from "../../db/cost-model";
import { Prisma } from "../../db/generated/client";
import { incidentsOf } from "../../db/incident-columns";
import { reader } from "../../db/transaction";
import {
  type Amounts,
  addExpected,
  type ExposurePath,
  noAmounts,
  noPath,
} from "../../domain/exposure-changes";
import type { Pricing } from "../../domain/gap-worth";
import { COSTS, type Tier } from "../../domain/vocabulary";
import { servicesAt } from "../portfolio/services-at";
import { conditions } from "../services/filters";

/** Known and unknown incidents a year of the services of a tier to which nothing happened, by the eight costs in order. */
interface Row {
  tier: Tier;
  live: boolean;
  known: number[];
  unknown: number[];
}

/** What services to which nothing happened carry, and which models there are. */
export interface Untouched {
  rows: Row[];
  models: string;
  /** The organisation's: what an unpriced model is in. */
  currency: string;
}

const PARTS = ["known", "unknown"] as const;
const INCIDENTS = Prisma.raw(
  PARTS.map((part) => {
    const sums = COSTS.map((cost) => `sum(${incidentsOf('t."incidents"', cost, part)})`);
    return `ARRAY[${sums.join(", ")}] AS "${part}"`;
  }).join(", "),
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
      SELECT s."tier", s."lifecycle" = 'live' AS "live", ${INCIDENTS}
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
    const [model, from, to] = [path.byCause.model[when], path.from[when], path.to[when]];
    model.loss = to.loss - from.loss;
    model.known.loss = to.known.loss - from.known.loss;
  }
  return path;
}

function priced(rows: readonly Row[], { means, severity }: Pricing): Amounts {
  const amounts = noAmounts();
  for (const row of rows) {
    const sum = row.live ? amounts.now : amounts.atLaunch;
    for (const part of PARTS) {
      for (const [place, cost] of COSTS.entries()) {
        const incidents = row[part][place] ?? 0;
        const loss = incidents * (means[cost] ?? 0) * severity[row.tier];
        addExpected(sum, { incidents, loss }, part === "known");
      }
    }
  }
  return amounts;
}
