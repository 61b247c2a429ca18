import { expect, it } from "vitest";
import { dayMonthsBefore } from "./as-of-days";

it.each([
  ["2026-11-21", 1, "2026-10-21"],
  ["2026-11-21", 3, "2026-08-21"],
  ["2026-03-31", 1, "2026-02-28"],
  ["2028-03-31", 1, "2028-02-29"],
  ["2026-01-31", 12, "2025-01-31"],
  ["2026-01-15", 2, "2025-11-15"],
  ["1970-01-10", 1, "1970-01-01"],
])("%s is %i months after %s", (day, months, expected) => {
  expect(dayMonthsBefore(day, months)).toBe(expected);
});
