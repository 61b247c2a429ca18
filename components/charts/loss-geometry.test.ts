import { describe, expect, it } from "vitest";
import { lossArea, lossFrame, lossLine, lossTicks, lossToX } from "./loss-geometry";

const curve = [
  { loss: 1_000, probability: 0.9 },
  { loss: 10_000, probability: 0.5 },
  { loss: 100_000, probability: 0.1 },
];

describe("the frame of losses", () => {
  it("holds every loss above 0", () => {
    expect(lossFrame([[{ loss: 0, probability: 1 }, ...curve]])).toEqual({ least: 1_000, most: 100_000 });
    expect(lossFrame([curve, [{ loss: 500, probability: 1 }]])).toEqual({ least: 500, most: 100_000 });
  });
  it("is none where nothing costs anything, and still has a width for a single loss", () => {
    expect(lossFrame([[{ loss: 0, probability: 0 }]])).toBeNull();
    expect(lossFrame([[{ loss: 100, probability: 1 }]])).toEqual({ least: 10, most: 1_000 });
  });
  it("leaves out what is ten thousand times cheaper than the worst", () => {
    expect(lossFrame([[{ loss: 1, probability: 1 }, ...curve]])).toEqual({ least: 10, most: 100_000 });
  });
});

describe("the axis", () => {
  const frame = { least: 1_000, most: 100_000 };
  it.each([
    [0, 0],
    [1_000, 0],
    [10_000, 50],
    [100_000, 100],
    [1e9, 100],
  ])("%d stands at %d: as far for each factor of ten", (loss, x) => {
    expect(lossToX(frame, loss)).toBeCloseTo(x, 9);
  });
  it("has round figures, and not too many", () => {
    expect(lossTicks(frame, 9)).toEqual([1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000]);
    expect(lossTicks(frame, 6)).toEqual([1_000, 3_000, 10_000, 30_000, 100_000]);
    expect(lossTicks({ least: 1, most: 1e4 }, 5)).toEqual([1, 10, 100, 1_000, 10_000]);
  });
});

describe("the line", () => {
  const frame = { least: 1_000, most: 100_000 };
  it("falls from the left edge with the probability", () => {
    expect(lossLine(frame, curve)).toBe("M0 10L0 10L50 50L100 90");
    expect(lossLine(frame, [])).toBe("");
  });
  it("has a ground that ends where it does", () => {
    expect(lossArea(frame, curve)).toBe("M0 10L0 10L50 50L100 90L100 100L0 100Z");
    expect(lossArea(frame, [])).toBe("");
  });
});
