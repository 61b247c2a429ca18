import { describe, expect, it } from "vitest";
import { type CostModel, unpricedModel } from "./cost-model";
import { gapWorth, pricingOf } from "./gap-worth";
import type { AnswerState, Tier } from "./vocabulary";

const UNPRICED = unpricedModel("EUR");
const MODEL: CostModel = {
  ...UNPRICED,
  prices: {
    ...UNPRICED.prices,
    emergency_fixes: { low: 2_000, high: 20_000 },
    lost_trust: { low: 10_000, high: 250_000 },
    data_loss: { low: 20_000, high: 500_000 },
    failed_launch: { low: 15_000, high: 150_000 },
  },
};
const A = [
  { cost: "data_loss", incidentsPerYear: 0.2 },
  { cost: "lost_trust", incidentsPerYear: 0.5 },
  { cost: "emergency_fixes", incidentsPerYear: 1 },
] as const;
const B = [
  { cost: "failed_launch", incidentsPerYear: 0.6 },
  { cost: "emergency_fixes", incidentsPerYear: 0.8 },
] as const;
const worth = (rates: typeof A | typeof B, verdict: AnswerState, tier: Tier = 1, model = MODEL) =>
  gapWorth(rates, verdict, tier, pricingOf(model));

describe("the worth of a gap is its own expected annual loss (R8)", () => {
  it("of the worked example's two gaps together it is 102,121.00, at tier 2 51,060.50", () => {
    const both = (tier: Tier) =>
      (worth(A, "no", tier).expectedLoss ?? 0) + (worth(B, "partly", tier).expectedLoss ?? 0);
    expect(both(1).toFixed(2)).toBe("102121.00");
    expect(both(2).toFixed(2)).toBe("51060.50");
  });

  it.each<[AnswerState, number]>([
    ["no", 1],
    ["unclear", 1],
    ["unanswered", 1],
    ["partly", 0.5],
  ])("an answer of %s counts for %d of it (R1)", (verdict, share) => {
    const { expectedLoss, incidentsPerYear } = worth(A, verdict);
    expect(expectedLoss).toBeCloseTo((worth(A, "no").expectedLoss ?? 0) * share, 9);
    expect(incidentsPerYear).toBeCloseTo(1.7 * share, 12);
  });

  it("its costs add up to it", () => {
    const { costs, incidentsPerYear, expectedLoss } = worth(B, "partly", 3);
    expect(costs.map((each) => each.cost)).toEqual(["failed_launch", "emergency_fixes"]);
    expect(costs.reduce((sum, each) => sum + each.incidentsPerYear, 0)).toBeCloseTo(incidentsPerYear, 12);
    expect(costs.reduce((sum, each) => sum + (each.expectedLoss ?? 0), 0)).toBeCloseTo(expectedLoss ?? 0, 9);
  });

  it("severity is the model's, whatever is usual (R4)", () => {
    const model = { ...MODEL, severity: { 1: 1, 2: 3, 3: 0, 4: 0.1 } };
    expect(worth(A, "no", 2, model).expectedLoss).toBeCloseTo(3 * (worth(A, "no").expectedLoss ?? 0), 6);
    expect(worth(A, "no", 3, model)).toMatchObject({ expectedLoss: 0, severity: 0 });
  });

  it("is null where none of its costs has a price, and counts the priced ones where some have (R3)", () => {
    expect(worth(A, "no", 1, UNPRICED)).toMatchObject({ expectedLoss: null, severity: 1 });
    const one = { ...UNPRICED, prices: { ...UNPRICED.prices, data_loss: MODEL.prices.data_loss } };
    const { expectedLoss, costs } = worth(A, "no", 1, one);
    expect(expectedLoss).toBe(costs[0]?.expectedLoss);
    expect(costs[1]?.expectedLoss).toBeNull();
    expect(pricingOf(one).priced).toBe(1);
  });
});
