import type { Question, QuestionCost } from "./checklist";
import { lognormal, type Price } from "./price";
import { sumOf } from "./sum";
import { COSTS, type Cost, type Tier } from "./vocabulary";
import { SEVERITY } from "./worth";

/** An organisation's assumptions: what turns gaps into incidents, and incidents into money. */
export interface CostModel {
  /** ISO 4217. */
  currency: string;
  /** What one incident costs at tier 1 (R3); null while unpriced. */
  prices: Readonly<Record<Cost, Price | null>>;
  /** What multiplies a price by tier (R4). */
  severity: Readonly<Record<Tier, number>>;
  /** Incidents a year by question and cost, in place of the checklist's (R2). */
  rates: Readonly<Record<string, Readonly<Partial<Record<Cost, number>>>>>;
}

/** What is not 0 is at least this: products of such numbers are never too small for a database to hold. */
export const LEAST_NUMBER = 1e-9;

/** No cost priced, the usual severity, the checklist's rates: where every organisation starts. */
export const unpricedModel = (currency: string): CostModel => ({
  currency,
  prices: Object.fromEntries(COSTS.map((cost) => [cost, null])) as Record<Cost, null>,
  severity: SEVERITY,
  rates: {},
});

/** How many of the eight costs have a price (R3). */
export const pricedCosts = (model: Pick<CostModel, "prices">): number =>
  COSTS.filter((cost) => model.prices[cost] !== null).length;

/** The mean cost of one incident at tier 1 by cost, in the model's currency (R3); null for an unpriced one. */
export const meanPrices = (model: Pick<CostModel, "prices">): Record<Cost, number | null> =>
  Object.fromEntries(
    COSTS.map((cost) => {
      const price = model.prices[cost];
      return [cost, price && lognormal(price).mean];
    }),
  ) as Record<Cost, number | null>;

/**
 * The rates of a question: the organisation's own value of a cost where it has one (0 takes the cost away), else the
 * checklist's (R2). In the order of the eight costs.
 */
export function ratesOf(
  question: Pick<Question, "key" | "costs">,
  rates: CostModel["rates"],
): Pick<QuestionCost, "cost" | "incidentsPerYear">[] {
  const own = Object.hasOwn(rates, question.key) ? (rates[question.key] ?? {}) : {};
  return COSTS.flatMap((cost) => {
    const usual = question.costs.find((each) => each.cost === cost)?.incidentsPerYear;
    const incidentsPerYear = own[cost] ?? usual ?? 0;
    return incidentsPerYear > 0 ? [{ cost, incidentsPerYear }] : [];
  });
}

/** Questions with the rates in force in place of the checklist's (R2); why a cost follows stays as the checklist says it. */
export const withRates = <Q extends Question>(
  questions: readonly Q[],
  rates: CostModel["rates"],
): readonly Q[] =>
  questions.map((question) => {
    if (!Object.hasOwn(rates, question.key)) return question;
    const because = (cost: Cost) => question.costs.find((each) => each.cost === cost)?.because ?? "";
    const costs = ratesOf(question, rates).map((rate) => ({ ...rate, because: because(rate.cost) }));
    return { ...question, costs };
  });

/** Incidents a year of one tier 1 service with every question open: what tells rates that are far off (R2). */
export function allOpen(
  questions: readonly Pick<Question, "key" | "costs">[],
  rates: CostModel["rates"],
): number {
  return sumOf(
    questions.flatMap((question) => ratesOf(question, rates).map((each) => each.incidentsPerYear)),
  );
}

/** The incidents a year that a tier 1 service with nothing in place has, roughly: outside of it rates deserve a look. */
export const PLAUSIBLE_ALL_OPEN = { least: 20, most: 60 } as const;
