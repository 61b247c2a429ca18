import { expect, it } from "vitest";
import { dayMeant } from "./day-words";

it.each([
  ["as of 1 October", "2026-10-01"],
  ["as of october 1", "2026-10-01"],
  ["as of 1st of Oct", "2026-10-01"],
  ["As  of 24 dec", "2025-12-24"],
  ["as of 24 December 2024", "2024-12-24"],
  ["Dec 24, 2024", "2024-12-24"],
  ["as of 2026-3-9", "2026-03-09"],
  ["as of yesterday", "2026-11-30"],
  ["a week ago", "2026-11-24"],
  ["as of 2 days ago", "2026-11-29"],
  ["9 months ago", "2026-03-01"],
  ["a year ago", "2025-12-01"],
  ["as of 29 february 2024", "2024-02-29"],
])("%s means %s", (text, expected) => {
  expect(dayMeant(text, "2026-12-01")).toBe(expected);
});

it.each([
  "",
  "as of",
  "checkout",
  "as of 31 june 2026",
  "as of 2 december 2026",
  "1 o",
  "as of 1 may 1890",
  "oct",
])("%j means no day that is over", (text) => {
  expect(dayMeant(text, "2026-12-01")).toBe(null);
});

it("months that are shorter end on their last day", () => {
  expect(dayMeant("a month ago", "2026-03-31")).toBe("2026-02-28");
});
