import { describe, expect, it } from "vitest";
import { chance } from "./random";

const DRAWS = 200_000;
function moments(draw: () => number): { mean: number; variance: number } {
  let [sum, squares] = [0, 0];
  for (let index = 0; index < DRAWS; index += 1) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  const mean = sum / DRAWS;
  return { mean, variance: squares / DRAWS - mean ** 2 };
}

describe("chance", () => {
  it("gives the same numbers for the same seed, and others for another", () => {
    const first = (seed: number) => {
      const { uniform, normal, poisson } = chance(seed);
      return [uniform(), normal(), normal(), poisson(3), poisson(300)];
    };
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
  });

  it("uniform stays in [0, 1) with mean 1/2 and variance 1/12", () => {
    const { uniform } = chance(1);
    const values = Array.from({ length: 10_000 }, uniform);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    const { mean, variance } = moments(uniform);
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  it("normal has mean 0, variance 1 and the normal tails", () => {
    const { normal } = chance(2);
    const { mean, variance } = moments(normal);
    expect(mean).toBeCloseTo(0, 1);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
    const beyond = Array.from({ length: DRAWS }, normal).filter((value) => value > 1.6448536).length / DRAWS;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.003);
  });

  it.each([0, 0.05, 1, 5, 11.99, 12, 40, 300, 20_000])(
    "poisson(%d) has that mean and variance",
    (expected) => {
      const { poisson } = chance(3);
      const { mean, variance } = moments(() => poisson(expected));
      const tolerance = 5 * Math.sqrt(Math.max(expected, 0.001) / DRAWS);
      expect(Math.abs(mean - expected)).toBeLessThan(tolerance);
      expect(Math.abs(variance - expected)).toBeLessThan(0.03 * expected + 0.001);
    },
  );

  it("poisson draws the share of zeros that its law says", () => {
    const { poisson } = chance(4);
    const zeros = Array.from({ length: DRAWS }, () => poisson(1.5)).filter((count) => count === 0).length;
    expect(Math.abs(zeros / DRAWS - Math.exp(-1.5))).toBeLessThan(0.005);
  });
});
