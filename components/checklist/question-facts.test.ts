import { expect, it } from "vitest";
import { effortWords, intervalText, tierText } from "./question-facts";

it.each([
  [1, "tier 1 only"],
  [2, "tiers 1–2"],
  [3, "tiers 1–3"],
  [4, null],
] as const)("up to tier %d is %s", (tier, text) => {
  expect(tierText(tier)).toBe(text);
});

it.each([
  [1, "a day"],
  [90, "90 days"],
  [365, "a year"],
  [730, "2 years"],
])("%d days until it is stale are %s", (days, text) => {
  expect(intervalText(days)).toBe(text);
});

it.each([
  [0.5, "half a day"],
  [1, "1 day"],
  [2.5, "2.5 days"],
])("%d days of work are %s", (days, text) => {
  expect(effortWords(days)).toBe(text);
});
