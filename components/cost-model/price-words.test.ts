import { expect, it } from "vitest";
import { densityOf, priceIn, priceWords } from "./price-words";

it("says of a price what it means: middle, upper end, mean", () => {
  expect(priceWords({ low: 10_000, high: 90_000 }, "EUR")).toBe(
    "Half of such incidents cost less than €30k, one in twenty more than €90k. On average one costs €37k.",
  );
});

it("means no price until both amounts fit", () => {
  expect(priceIn("10k", "90k")).toEqual({ low: 10_000, high: 90_000 });
  expect(priceIn("10k", "")).toBeNull();
  expect(priceIn("90k", "10k")).toBeNull();
});

it("draws a density that begins on the ground, has its peak at the top, and the median left of the mean", () => {
  const { line, median, mean } = densityOf({ low: 10_000, high: 90_000 }, 200);
  const heights = line
    .slice(1)
    .split("L")
    .map((point) => Number(point.split(" ")[1]));
  expect(heights[0]).toBe(100);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
  expect(Math.min(...heights)).toBeLessThan(2);
  expect(median).toBeCloseTo(100 * (30 / 108), 5);
  expect(mean).toBeGreaterThan(median);
});
