import { describe, expect, it } from "vitest";
import { chance, streams } from "./random";

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
      const { uniform } = chance(seed);
      return [uniform(), uniform(), uniform()];
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
});

describe("streams of chance", () => {
  it("begin with the same numbers whatever was drawn before, each with others", () => {
    const { begin, uniform } = streams(7);
    const first = (stream: number, part: number) => {
      begin(stream, part);
      return [uniform(), uniform()];
    };
    const once = first(3, 5);
    const others = [first(5, 3), first(3, 6), first(4, 5)];
    expect(first(3, 5)).toEqual(once);
    expect(new Set([once, ...others].flat()).size).toBe(8);
  });

  it("are uniform and do not depend on each other, across neighbouring parts and streams", () => {
    const { begin, uniform } = streams(20_261);
    const at = (stream: number, part: number) => {
      begin(stream, part);
      return uniform();
    };
    let part = 0;
    const { mean, variance } = moments(() => {
      part += 1;
      return at(9, part);
    });
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    let [parts, ofStreams] = [0, 0];
    for (let each = 0; each < DRAWS; each += 1) {
      const one = at(9, each) - 0.5;
      parts += (one * (at(9, each + 1) - 0.5) * 12) / DRAWS;
      ofStreams += (one * (at(10, each) - 0.5) * 12) / DRAWS;
    }
    expect(Math.abs(parts)).toBeLessThan(0.01);
    expect(Math.abs(ofStreams)).toBeLessThan(0.01);
  });
});
