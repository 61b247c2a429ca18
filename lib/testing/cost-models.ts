import { db } from "../db/client";
import type { Price } from "../domain/price";
import { COSTS, type Cost } from "../domain/vocabulary";
import { SEVERITY } from "../domain/worth";

/** The prices of the worked example of the rules. */
export const EXAMPLE_PRICES: Partial<Record<Cost, Price>> = {
  emergency_fixes: { low: 2_000, high: 20_000 },
  lost_trust: { low: 10_000, high: 250_000 },
  data_loss: { low: 20_000, high: 500_000 },
  failed_launch: { low: 15_000, high: 150_000 },
};

interface ModelOptions {
  prices?: Partial<Record<Cost, Price>>;
  severity?: Record<1 | 2 | 3 | 4, number>;
  /** Own rates by question and cost. */
  rates?: Record<string, Partial<Record<Cost, number>>>;
  currency?: string;
}

/** Puts assumptions in force from an instant on, after those that are there. */
export async function aModel(
  at: Date,
  { prices = EXAMPLE_PRICES, severity = SEVERITY, rates = {}, currency = "EUR" }: ModelOptions = {},
): Promise<void> {
  const number = (await db().costModel.count()) + 1;
  const own = Object.entries(rates).map(([question, byCost]) => [
    question,
    Object.fromEntries(
      Object.entries(byCost).map(([cost, incidentsPerYear]) => [
        cost,
        { incidentsPerYear, why: "Ours.", personId: null, at: at.toISOString() },
      ]),
    ),
  ]);
  const all = Object.fromEntries(COSTS.map((cost) => [cost, prices[cost] ?? null]));
  await db().costModel.create({
    data: {
      number,
      at,
      currency,
      prices: all as object,
      severity,
      rates: Object.fromEntries(own) as object,
    },
  });
}

/**
 * For aLongHistory: as soon as so many days went by, puts the next of some models in force. Nothing is ever dated before
 * the newest one, so that they cannot be there from the beginning.
 */
export function modelsAsTimeGoes(
  steps: readonly { from: Date; model: ModelOptions }[],
): (_: unknown, at: Date) => Promise<void> {
  const left = [...steps];
  return async (_, at) => {
    const [next] = left;
    if (!next || at < next.from) return;
    left.shift();
    await aModel(at, next.model);
  };
}

/** Two models of which the second prices more, weighs tiers otherwise, and has rates of its own. */
export const twoModels = (first: Date, second: Date) =>
  modelsAsTimeGoes([
    { from: first, model: {} },
    {
      from: second,
      model: {
        prices: { ...EXAMPLE_PRICES, expensive_rewrite: { low: 5_000, high: 90_000 } },
        severity: { 1: 2, 2: 0.7, 3: 0.3, 4: 0 },
        rates: {
          "simultaneous-edits-kept": { data_loss: 3, developer_confusion: 0.7 },
          "we-know-first": { lost_trust: 0 },
        },
      },
    },
  ]);
