import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CostModel, unpricedModel } from "./cost-model";
import { exposureOf, lossGroups, type TierIncidents } from "./expected-loss";
import { expectedIncidents, type OpenQuestion } from "./exposure";
import { closedForm, simulatedLosses, spreadOf } from "./simulation";
import { type AnswerState, COSTS, type Cost, type Tier } from "./vocabulary";

const MODEL: CostModel = {
  ...unpricedModel("EUR"),
  prices: {
    ...unpricedModel("EUR").prices,
    emergency_fixes: { low: 2_000, high: 20_000 },
    lost_trust: { low: 10_000, high: 250_000 },
    data_loss: { low: 20_000, high: 500_000 },
    failed_launch: { low: 15_000, high: 150_000 },
  },
};
const gap = (verdict: AnswerState, costs: Partial<Record<Cost, number>>, waived = false): OpenQuestion => ({
  verdict,
  waived,
  costs: Object.entries(costs).map(([cost, incidentsPerYear]) => ({ cost: cost as Cost, incidentsPerYear })),
});
const A = gap("no", { data_loss: 0.2, lost_trust: 0.5, emergency_fixes: 1 });
const B = gap("partly", { failed_launch: 0.6, emergency_fixes: 0.8 });
const service = (tier: Tier, ...gaps: OpenQuestion[]): TierIncidents => ({
  tier,
  incidents: expectedIncidents(gaps),
});

describe("the worked example", () => {
  const exposure = exposureOf([service(1, A, B)], MODEL);

  it("incidents: 0.2 data loss, 0.5 lost trust, 1.4 emergency fixes, 0.3 failed launches (R2)", () => {
    const { byCost } = exposure;
    expect(byCost.data_loss.incidents).toBeCloseTo(0.2, 12);
    expect(byCost.lost_trust.incidents).toBeCloseTo(0.5, 12);
    expect(byCost.emergency_fixes.incidents).toBeCloseTo(1.4, 12);
    expect(byCost.failed_launch.incidents).toBeCloseTo(0.3, 12);
    expect(exposure.incidents).toBeCloseTo(2.4, 12);
  });

  it("expected loss: 102,121.00 a year at tier 1, 51,060.50 at tier 2 (R3, R4, R5)", () => {
    expect(exposure.expectedLoss?.toFixed(2)).toBe("102121.00");
    expect(exposureOf([service(2, A, B)], MODEL).expectedLoss?.toFixed(2)).toBe("51060.50");
  });

  it("spread: P50 about 43,700, P90 268,500, P95 392,000, within 8 percent (R7)", () => {
    const groups = lossGroups([service(1, A, B)], MODEL);
    expect(closedForm(groups).mean.toFixed(2)).toBe("102121.00");
    const { p50, p90, p95 } = spreadOf(simulatedLosses(groups));
    for (const [is, said] of [
      [p50, 43_700],
      [p90, 268_500],
      [p95, 392_000],
    ] as const) {
      expect(Math.abs(is / said - 1)).toBeLessThan(0.08);
    }
  });
});

describe("known, unknown, accepted (R1)", () => {
  it("known and unknown add up to the whole, accepted cuts across both", () => {
    const waived = gap("no", { data_loss: 1 }, true);
    const unclear = gap("unclear", { data_loss: 2, lost_trust: 1 });
    const { byCost, known, unknown, accepted, ...whole } = exposureOf(
      [service(1, waived, unclear, A)],
      MODEL,
    );
    expect(byCost.data_loss).toMatchObject({
      known: { incidents: 1.2 },
      unknown: { incidents: 2 },
      accepted: { incidents: 1 },
    });
    expect(known.incidents + unknown.incidents).toBeCloseTo(whole.incidents, 12);
    expect((known.expectedLoss ?? 0) + (unknown.expectedLoss ?? 0)).toBeCloseTo(whole.expectedLoss ?? 0, 6);
    expect(accepted.expectedLoss).toBeCloseTo(byCost.data_loss.accepted.expectedLoss ?? 0, 9);
  });
});

describe("prices are optional (R3, R5)", () => {
  it("an unpriced cost has incidents and no loss; a total is null only when none is priced", () => {
    const one = service(1, gap("no", { developer_confusion: 3, data_loss: 1 }));
    const priced = exposureOf([one], MODEL);
    expect(priced.byCost.developer_confusion).toMatchObject({ incidents: 3, expectedLoss: null });
    expect(priced.expectedLoss).toBe(priced.byCost.data_loss.expectedLoss);
    expect(priced.pricedCosts).toBe(4);
    const bare = exposureOf([one], unpricedModel("EUR"));
    expect(bare).toMatchObject({
      incidents: 4,
      expectedLoss: null,
      known: { expectedLoss: null },
      pricedCosts: 0,
    });
    expect(lossGroups([one], unpricedModel("EUR"))).toEqual([]);
  });

  it("nothing open costs nothing, which is not unpriced", () => {
    expect(exposureOf([], MODEL)).toMatchObject({ incidents: 0, expectedLoss: 0 });
  });

  it("severity multiplies the price of each tier (R4)", () => {
    const of = (tier: Tier) => exposureOf([service(tier, A)], MODEL).expectedLoss ?? 0;
    expect([2, 3, 4].map((tier) => of(tier as Tier) / of(1))).toEqual([
      expect.closeTo(0.5, 12),
      expect.closeTo(0.25, 12),
      expect.closeTo(0.1, 12),
    ]);
  });
});

describe("properties", () => {
  const verdict = fc.constantFrom<AnswerState>("no", "partly", "unclear", "unanswered");
  const costs = fc.dictionary(fc.constantFrom(...COSTS), fc.double({ min: 0.01, max: 20, noNaN: true }));
  const gaps = fc.array(
    fc.tuple(verdict, costs, fc.boolean()).map((given) => gap(...given)),
    { maxLength: 8 },
  );
  const some = fc.array(
    fc.tuple(fc.constantFrom<Tier>(1, 2, 3, 4), gaps).map(([tier, open]) => service(tier, ...open)),
    { maxLength: 6 },
  );
  const loss = (of: readonly TierIncidents[]) => exposureOf(of, MODEL).expectedLoss ?? Number.NaN;

  it("losses of parts add up to the loss of the whole (R5)", () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(loss([...a, ...b])).toBeCloseTo(loss(a) + loss(b), 3);
      }),
    );
  });

  it("services of one tier may be added up first", () => {
    fc.assert(
      fc.property(gaps, gaps, (a, b) => {
        const [one, other] = [service(2, ...a), service(2, ...b)];
        expect(loss([service(2, ...a, ...b)])).toBeCloseTo(loss([one, other]), 3);
      }),
    );
  });

  it("a gap more is never cheaper, and a gap closed never dearer", () => {
    fc.assert(
      fc.property(
        gaps,
        fc.tuple(verdict, costs).map((given) => gap(...given)),
        (open, more) => {
          expect(loss([service(1, ...open, more)])).toBeGreaterThanOrEqual(
            loss([service(1, ...open)]) - 1e-6,
          );
        },
      ),
    );
  });
});
