import "server-only";
import { modelThen } from "../../db/cost-model";
import { Prisma } from "../../db/generated/client";
import { incidentsOf } from "../../db/incident-columns";
import { type CostModel, pricedCosts } from "../../domain/cost-model";
import type { Pricing } from "../../domain/gap-worth";
import { pricingOf } from "../../domain/gap-worth";
import { COSTS, TIERS } from "../../domain/vocabulary";
import type { Snapshot } from "../../snapshot/snapshot";

const PARTS = ["known", "unknown", "accepted"] as const;
type Part = (typeof PARTS)[number];

/** What the days of a trend are priced with: the prices and severity in force at the end of each (H2). */
export interface DayPrices {
  /** For each instant its pricing, by number from 0; null where nothing had a price. */
  ofDay: (number | null)[];
  /** One row for each pricing and tier: what an incident of each cost is expected to cost, as `f("model", "tier", "f0" …)`. */
  table: Prisma.Sql;
  /** The costs that any of them prices, by place. */
  priced: readonly number[];
}

/** The prices of some instants. */
export function dayPrices(instants: readonly Date[], snapshot: Snapshot): DayPrices {
  const used: Pricing[] = [];
  const ofDay = instants.map((at) => {
    const pricing = pricingThen(snapshot, at);
    if (!pricing) return null;
    if (!used.includes(pricing)) used.push(pricing);
    return used.indexOf(pricing);
  });
  const priced = COSTS.flatMap((cost, place) =>
    used.some(({ means }) => means[cost] !== null) ? [place] : [],
  );
  const rows = used.flatMap(({ means, severity }, model) =>
    TIERS.map((tier) => ({
      model,
      tier,
      ...Object.fromEntries(COSTS.map((cost, place) => [`f${place}`, (means[cost] ?? 0) * severity[tier]])),
    })),
  );
  const columns = Prisma.raw(COSTS.map((_, place) => `"f${place}" float8`).join(", "));
  const table = Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f("model" int, "tier" int, ${columns})`;
  return { ofDay, table, priced };
}

/** Sums of losses by part, null parts left out: over incidents of a cost as SQL says them, and `f` beside them. */
function losses({ priced }: DayPrices, incidents: (part: Part, place: number) => string): string[] {
  return PARTS.map((part) =>
    priced.length === 0
      ? "0"
      : `sum(${priced.map((place) => `${incidents(part, place)} * f."f${place}"`).join(" + ")})`,
  );
}

/** Losses of rows `p` of whole days, as columns. */
export const lossesOfDays = (prices: DayPrices): string[] =>
  losses(prices, (part, place) => `p."${part}"[${place + 1}]`);

/** Losses of points `p`, as columns. */
export const lossesOfStates = (prices: DayPrices): string[] =>
  losses(prices, (part, place) => incidentsOf('p."incidents"', COSTS[place] ?? "data_loss", part));

/** The join that brings `f` to rows `p` with a tier. @param model which pricing, as SQL */
export const withPrices = ({ table, priced }: DayPrices, model: Prisma.Sql): Prisma.Sql =>
  priced.length === 0
    ? Prisma.empty
    : Prisma.sql`LEFT JOIN ${table} ON f."model" = ${model} AND f."tier" = p."tier"`;

const worked = new WeakMap<CostModel, Pricing>();

/** The pricing that was in force at an instant, in the same currency as now; null where nothing had a price then. */
function pricingThen({ models, model }: Snapshot, at: Date): Pricing | null {
  const then = modelThen(models, at);
  if (!then || then.currency !== model.currency || pricedCosts(then) === 0) return null;
  const known = worked.get(then) ?? pricingOf(then);
  worked.set(then, known);
  return known;
}
