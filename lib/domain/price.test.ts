import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lognormal, medianPrice, type Price, priceProblem } from "./price";

describe("a price means a lognormal (R3)", () => {
  it.each<[Price, number]>([
    [{ low: 10_000, high: 90_000 }, 37_496.53],
    [{ low: 2_000, high: 20_000 }, 8_080.03],
    [{ low: 10_000, high: 250_000 }, 80_698.79],
  ])("%j has the mean %d", (price, mean) => {
    expect(lognormal(price).mean).toBeCloseTo(mean, 1);
  });

  it("its 5th and 95th percentiles are low and high", () => {
    const prices = fc.record({
      low: fc.double({ min: 1, max: 1e6, noNaN: true }),
      factor: fc.double({ min: 1.001, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(prices, ({ low, factor }) => {
        const { mu, sigma } = lognormal({ low, high: low * factor });
        expect(Math.exp(mu - 1.6448536269514722 * sigma) / low).toBeCloseTo(1, 9);
        expect(Math.exp(mu + 1.6448536269514722 * sigma) / (low * factor)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("half of the incidents cost less than its median", () => {
    expect(medianPrice({ low: 10_000, high: 90_000 })).toBeCloseTo(30_000, 9);
    expect(Math.exp(lognormal({ low: 10_000, high: 90_000 }).mu)).toBeCloseTo(30_000, 6);
  });

  it.each<[Price, RegExp | null]>([
    [{ low: 1, high: 100 }, null],
    [{ low: 0.01, high: 0.02 }, null],
    [{ low: 0.29, high: 29 }, null],
    [{ low: 1.15, high: 115 }, null],
    [{ low: 0, high: 10 }, /above 0/],
    [{ low: -1, high: 10 }, /above 0/],
    [{ low: 10, high: 10 }, /above the low/],
    [{ low: 10, high: 9 }, /above the low/],
    [{ low: 1, high: 100.01 }, /100 times/],
    [{ low: 0.29, high: 29.000_000_01 }, /100 times/],
    [{ low: Number.NaN, high: 1 }, /above 0/],
    [{ low: 1, high: Number.POSITIVE_INFINITY }, /100 times/],
  ])("%j: %s", (price, problem) => {
    if (problem) {
      expect(priceProblem(price)).toMatch(problem);
      expect(() => lognormal(price)).toThrow(RangeError);
    } else expect(priceProblem(price)).toBeNull();
  });
});
