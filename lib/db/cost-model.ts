import { once } from "../config/once";
import type { CostModel } from "../domain/cost-model";
import type { Price } from "../domain/price";
import { COSTS, type Cost, type Tier } from "../domain/vocabulary";
import { reader } from "./transaction";

/** A price as its row keeps it. */
export type StoredPrice = Price & { why?: string };
/** A rate of the organisation's own as its row keeps it: who set it, and why. */
export interface StoredRate {
  incidentsPerYear: number;
  why: string;
  personId: string | null;
  at: string;
}
export type StoredRates = Record<string, Partial<Record<Cost, StoredRate>>>;

interface ModelRow {
  number: number;
  at: Date;
  personId: string | null;
  currency: string;
  prices: Partial<Record<Cost, StoredPrice | null>>;
  severity: Record<Tier, number>;
  rates: StoredRates;
  note: string;
  example: boolean;
}

/** The assumptions in force, as the rules want them, with the row that they stand in. */
export interface ModelInForce extends CostModel {
  row: ModelRow;
}

const cache = () => once("cost-models", () => new Map<string, ModelInForce>());

/**
 * The model in force at an instant: the newest of those until then; null before anybody set one. What is in force
 * decides the points of services, so within a transaction it is read after their locks.
 */
export async function modelAt(at: Date): Promise<ModelInForce | null> {
  const [found] = await reader().$queryRaw<{ number: number; at: Date }[]>`
    SELECT "number", "at" FROM "CostModel" WHERE "at" <= ${at}::timestamptz ORDER BY "number" DESC LIMIT 1`;
  if (!found) return null;
  // Numbers of invented models may come again, at another instant.
  const key = `${found.number}@${found.at.toISOString()}`;
  const known = cache().get(key);
  if (known) return known;
  const [row] = await reader().$queryRaw<ModelRow[]>`
    SELECT "number", "at", "personId", "currency", "prices", "severity", "rates", "note", "example"
    FROM "CostModel" WHERE "number" = ${found.number}`;
  if (!row) return null;
  const model = inForce(row);
  cache().set(key, model);
  return model;
}

/** A row as the rules want it. */
export function inForce(row: ModelRow): ModelInForce {
  const rates = Object.entries(row.rates).map(([question, byCost]) => [
    question,
    Object.fromEntries(Object.entries(byCost).map(([cost, rate]) => [cost, rate.incidentsPerYear])),
  ]);
  return {
    row,
    currency: row.currency,
    prices: Object.fromEntries(COSTS.map((cost) => [cost, row.prices[cost] ?? null])) as CostModel["prices"],
    severity: row.severity,
    rates: Object.fromEntries(rates),
  };
}
