import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile, poissonQuantile } from "./quantiles";
import { streams } from "./random";

const share = fc.double({ min: 2 ** -33, max: 1 - 2 ** -33, noNaN: true });

describe("the normal quantile", () => {
  it.each([
    [0.5, 0],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.001, -3.090232306167813],
    [1e-5, -4.264890793922825],
    [1e-10, -6.361340902404056],
  ])("of %d is %d", (of, value) => {
    expect(normalQuantile(of)).toBeCloseTo(value, 12);
  });
  it("rises with the share", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        expect(normalQuantile(Math.min(a, b))).toBeLessThanOrEqual(normalQuantile(Math.max(a, b)));
      }),
    );
  });
});

describe("the Poisson quantile", () => {
  it.each([0, 0.05, 1, 5, 16, 17, 25, 40, 89.9, 90, 300, 20_000])(
    "of a mean of %d has that mean and variance",
    (expected) => {
      const { uniform } = streams(3);
      const draws = 200_000;
      let [sum, squares] = [0, 0];
      for (let index = 0; index < draws; index += 1) {
        const count = poissonQuantile(expected, uniform());
        sum += count;
        squares += count * count;
      }
      const mean = sum / draws;
      const tolerance = 5 * Math.sqrt(Math.max(expected, 0.001) / draws);
      expect(Math.abs(mean - expected)).toBeLessThan(tolerance);
      expect(Math.abs(squares / draws - mean ** 2 - expected)).toBeLessThan(0.03 * expected + 0.001);
    },
  );
  it("has the law of small numbers exactly", () => {
    const [none, one] = [Math.exp(-1.5), 2.5 * Math.exp(-1.5)];
    expect([none - 1e-9, none + 1e-9, one + 1e-9].map((each) => poissonQuantile(1.5, each))).toEqual([
      0, 1, 2,
    ]);
  });
  it("never falls while the mean or the share rises, wherever summing ends and the approximation begins", () => {
    const mean = fc.double({ min: 0, max: 120, noNaN: true });
    const more = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 40, noNaN: true }));
    fc.assert(
      fc.property(mean, more, share, share, (of, add, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(poissonQuantile(of, low)).toBeLessThanOrEqual(poissonQuantile(of + add, high));
      }),
      { numRuns: 5_000 },
    );
  });
});
