import { describe, expect, it } from "vitest";
import { lognormal, type Price } from "./price";
import { closedForm, type LossGroup, merged, simulatedLosses, spreadOf } from "./simulation";

const group = (rate: number, price: Price, { severity = 1, stream = 0 } = {}): LossGroup => {
  const { mu, sigma } = lognormal(price);
  return { stream, rate, mu: mu + Math.log(severity), sigma };
};
/** The worked example: two gaps of one live service of tier 1. */
const EXAMPLE: LossGroup[] = [
  group(0.2, { low: 20_000, high: 500_000 }, { stream: 0 }),
  group(0.5, { low: 10_000, high: 250_000 }, { stream: 1 }),
  group(1.4, { low: 2_000, high: 20_000 }, { stream: 2 }),
  group(0.3, { low: 15_000, high: 150_000 }, { stream: 3 }),
];
/** Eight costs of all four tiers in a portfolio of some hundred services. */
const LARGE: LossGroup[] = [1, 0.5, 0.25, 0.1].flatMap((severity, tier) =>
  Array.from({ length: 8 }, (_, cost) =>
    group(
      0.5 + 37 * ((cost * 7 + tier * 3) % 8),
      { low: 1_000 * (cost + 1), high: 9_000 * (cost + 1) * (1 + cost) },
      { severity, stream: 8 * tier + cost },
    ),
  ),
);
const within = (value: number, expected: number, share: number) =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(share);
const meanOf = (losses: Float64Array) => losses.reduce((sum, loss) => sum + loss, 0) / losses.length;

describe("the spread of a year's loss (R7)", () => {
  it("comes out at the worked example's percentiles", () => {
    const { p50, p90, p95 } = spreadOf(simulatedLosses(EXAMPLE));
    within(p50, 43_700, 0.08);
    within(p90, 268_500, 0.08);
    within(p95, 392_000, 0.08);
  });

  it("agrees with its closed form in mean and variance", () => {
    const years = 400_000;
    for (const groups of [EXAMPLE, LARGE]) {
      const losses = simulatedLosses(groups, { years });
      const { mean, variance } = closedForm(groups);
      const simulated = meanOf(losses);
      within(simulated, mean, 0.01);
      const spread = losses.reduce((sum, loss) => sum + (loss - simulated) ** 2, 0) / years;
      within(spread, variance, 0.06);
    }
  });

  it.each<[string, LossGroup[]]>([
    ["a large portfolio", LARGE],
    ["six incidents a year of a wide price", [group(6, { low: 1_000, high: 60_000 })]],
    ["ten incidents a year of the widest price", [group(10, { low: 1_000, high: 100_000 })]],
    ["thirty incidents a year of the widest price", [group(30, { low: 1_000, high: 100_000 })]],
    ["many incidents of the widest price", [group(400, { low: 1_000, high: 100_000 })]],
  ])(
    "drawing sums at once is within 3 percent of drawing every incident: $0",
    (_, groups) => {
      const years = groups === LARGE ? 10_000 : 60_000;
      const plain = spreadOf(simulatedLosses(groups, { oneByOne: Number.POSITIVE_INFINITY, years }));
      const quick = spreadOf(simulatedLosses(groups, { years }));
      within(quick.p50, plain.p50, 0.03);
      within(quick.p90, plain.p90, 0.03);
      within(quick.p95, plain.p95, 0.03);
    },
    60_000,
  );

  it.each([1e-13, 1e-9, 1e-6, 1e-3])("draws very many incidents that cost nearly the same: ± %d", (width) => {
    const groups = [group(1_000, { low: 1_000, high: 1_000 * (1 + width) })];
    const { p50, p95, curve } = spreadOf(simulatedLosses(groups));
    // A thousand of a thousand each, times the factor of the year.
    within(p50, 1e6 * Math.exp(-0.125), 0.05);
    within(p95, 1e6 * Math.exp(0.5 * 1.645 - 0.125), 0.05);
    expect(curve.every(({ loss }) => Number.isFinite(loss))).toBe(true);
  });

  it("gives the same answer for the same inputs, whatever their order", () => {
    expect(simulatedLosses(EXAMPLE)).toEqual(simulatedLosses(EXAMPLE.toReversed()));
    expect(simulatedLosses(EXAMPLE, { seed: 1 })).not.toEqual(simulatedLosses(EXAMPLE, { seed: 2 }));
  });

  it("loses nothing where nothing is expected", () => {
    expect(spreadOf(simulatedLosses([group(0, { low: 1, high: 2 })]))).toMatchObject({ p50: 0, p95: 0 });
    expect(spreadOf(simulatedLosses([]))).toMatchObject({ p50: 0, p90: 0, p95: 0 });
  });

  it("its curve falls while losses rise, through the percentiles", () => {
    const spread = spreadOf(simulatedLosses(EXAMPLE));
    for (const [index, { loss, probability }] of spread.curve.entries()) {
      const before = spread.curve[index - 1];
      if (!before) continue;
      expect(loss).toBeGreaterThanOrEqual(before.loss);
      expect(probability).toBeLessThan(before.probability);
    }
    expect(spread.curve.find((each) => each.probability === 0.5)?.loss).toBe(spread.p50);
    expect(spread.curve.find((each) => each.probability === 0.05)?.loss).toBe(spread.p95);
  });

  it("groups of one price are merged", () => {
    const [a, b] = [group(1, { low: 1, high: 2 }), group(2, { low: 1, high: 2 })];
    expect(merged([a, b, group(0, { low: 5, high: 6 })])).toEqual([{ ...a, rate: 3 }]);
  });
});
