import type { CostModel } from "./cost-model";
import type { Price } from "./price";
import { COSTS, type Cost, TIERS, type Tier } from "./vocabulary";

/** A price, and where its two amounts come from. */
export type SetPrice = Price & { why?: string | undefined };

/** A rate of the organisation's own: incidents a year, who set it when, and why; empty when nobody said. */
export interface SetRate {
  incidentsPerYear: number;
  why: string;
  /** Null where a rate is invented. */
  personId: string | null;
  /** ISO 8601. */
  at: string;
}

/** The assumptions of an organisation with what is said about them. */
export interface SetModel {
  currency: string;
  prices: Record<Cost, SetPrice | null>;
  severity: Record<Tier, number>;
  rates: Record<string, Partial<Record<Cost, SetRate>>>;
}

/**
 * What is to be different: what is left out stays. Prices and own rates are replaced as a whole, so that what is not in
 * them has none any more; a tier always has a weight and keeps its own when it is not named.
 */
export interface ModelEdit {
  currency?: string | undefined;
  prices?: Partial<Record<Cost, SetPrice | null | undefined>> | undefined;
  severity?: { [T in Tier]?: number | undefined } | undefined;
  rates?: Record<string, Partial<Record<Cost, number | undefined>>> | undefined;
  reasons?: Record<string, Partial<Record<Cost, string | { why: string } | undefined>>> | undefined;
}

/** The rules' view of what is set. */
export function ratesIn(rates: SetModel["rates"]): CostModel["rates"] {
  return mapRates(rates, (rate) => rate.incidentsPerYear);
}

const entries = <T>(byCost: { readonly [C in Cost]?: T | undefined }) =>
  COSTS.flatMap((cost) => {
    const value = byCost[cost];
    return value === undefined ? [] : [[cost, value] as [Cost, T]];
  });

/** Something of each own rate, by question and cost. */
export function mapRates<T, U>(
  rates: Readonly<Record<string, { readonly [C in Cost]?: T | undefined }>>,
  of: (rate: T, question: string, cost: Cost) => U,
): Record<string, Partial<Record<Cost, U>>> {
  return Object.fromEntries(
    Object.entries(rates).map(([question, byCost]) => [
      question,
      Object.fromEntries(entries(byCost).map(([cost, rate]) => [cost, of(rate, question, cost)])),
    ]),
  );
}

/**
 * The assumptions after an edit. A rate that stays what it was keeps who set it, when and why; one that is new, changed
 * or given another reason is its editor's.
 * @param by who edits, and when
 */
export function editModel(
  before: SetModel,
  { currency, prices = before.prices, severity = {}, rates, reasons = {} }: ModelEdit,
  by: { personId: string; at: Date },
): SetModel {
  const wanted: NonNullable<ModelEdit["rates"]> = rates ?? ratesIn(before.rates);
  const own = (question: string) =>
    Object.hasOwn(before.rates, question) ? before.rates[question] : undefined;
  const said = (question: string) => (Object.hasOwn(reasons, question) ? reasons[question] : undefined);
  const edited = mapRates<number, SetRate>(wanted, (incidentsPerYear, question, cost) => {
    const [old, reason] = [own(question)?.[cost], said(question)?.[cost]];
    const same = old !== undefined && old.incidentsPerYear === incidentsPerYear;
    const why = (typeof reason === "object" ? reason.why : reason) ?? (same ? old.why : "");
    if (same && old.why === why) return old;
    return { incidentsPerYear, why, personId: by.personId, at: by.at.toISOString() };
  });
  return {
    currency: currency ?? before.currency,
    prices: Object.fromEntries(COSTS.map((cost) => [cost, prices[cost] ?? null])) as SetModel["prices"],
    severity: Object.fromEntries(
      TIERS.map((tier) => [tier, severity[tier] ?? before.severity[tier]]),
    ) as SetModel["severity"],
    rates: Object.fromEntries(Object.entries(edited).filter(([, byCost]) => Object.keys(byCost).length > 0)),
  };
}
