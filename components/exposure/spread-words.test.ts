import { describe, expect, it } from "vitest";
import { chanceText, marksOf, oneYearIn } from "./spread-words";

describe("a chance", () => {
  it.each([
    [0.99, "99%", "nearly each"],
    [0.5, "50%", "2"],
    [0.4, "40%", "2.5"],
    [0.05, "5%", "20"],
    [0.015, "1.5%", "67"],
    [0.001, "0.1%", "1,000"],
    [0, "0%", "–"],
  ])("of %d is %s, one year in %s", (probability, chance, years) => {
    expect(chanceText(probability)).toBe(chance);
    expect(oneYearIn(probability)).toBe(years);
  });
});

it("names three years on the curve, and none that costs nothing", () => {
  const spread = { p50: 0, p90: 640_000, p95: 910_000, curve: [] };
  expect(marksOf(spread, String).map(({ label, probability }) => [label, probability])).toEqual([
    ["P90 640000", 0.1],
    ["P95 910000", 0.05],
  ]);
});
