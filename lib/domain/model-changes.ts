import type { SetModel, SetPrice, SetRate } from "./model-edit";
import { COSTS, type Cost, TIERS, type Tier } from "./vocabulary";

/** One input of the assumptions that differs. */
export type ModelChange =
  | { kind: "currency"; from: string; to: string }
  /** Null: unpriced. */
  | { kind: "price"; cost: Cost; from: SetPrice | null; to: SetPrice | null }
  | { kind: "severity"; tier: Tier; from: number; to: number }
  /** Null: the checklist's own. Both ends are the same where only the reason differs. */
  | { kind: "rate"; question: string; cost: Cost; from: number | null; to: number | null; why: string };

/**
 * What is different between two sets of assumptions: currency, prices by cost, severity by tier, own rates by question
 * and cost, reasons included. Empty when nothing is.
 */
export function modelChanges(before: SetModel, after: SetModel): ModelChange[] {
  return [
    ...(before.currency === after.currency
      ? []
      : [{ kind: "currency" as const, from: before.currency, to: after.currency }]),
    ...COSTS.flatMap((cost): ModelChange[] => {
      const [from, to] = [before.prices[cost], after.prices[cost]];
      return samePrice(from, to) ? [] : [{ kind: "price", cost, from, to }];
    }),
    ...TIERS.flatMap((tier): ModelChange[] => {
      const [from, to] = [before.severity[tier], after.severity[tier]];
      return from === to ? [] : [{ kind: "severity", tier, from, to }];
    }),
    ...questionsOf(before, after).flatMap((question) =>
      COSTS.flatMap((cost): ModelChange[] => {
        const [from, to] = [rateOf(before, question, cost), rateOf(after, question, cost)];
        if (from?.incidentsPerYear === to?.incidentsPerYear && from?.why === to?.why) return [];
        const ends = { from: from?.incidentsPerYear ?? null, to: to?.incidentsPerYear ?? null };
        return [{ kind: "rate", question, cost, ...ends, why: to?.why ?? "" }];
      }),
    ),
  ];
}

const samePrice = (a: SetPrice | null, b: SetPrice | null) =>
  a === b ||
  (a !== null && b !== null && a.low === b.low && a.high === b.high && (a.why ?? "") === (b.why ?? ""));

const questionsOf = (before: SetModel, after: SetModel) =>
  [...new Set([...Object.keys(before.rates), ...Object.keys(after.rates)])].sort();

const rateOf = ({ rates }: SetModel, question: string, cost: Cost): SetRate | undefined =>
  Object.hasOwn(rates, question) ? rates[question]?.[cost] : undefined;
