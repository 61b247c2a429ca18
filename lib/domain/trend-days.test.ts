import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter, daysBetween } from "./as-of";
import { monthBefore, TREND_RANGES, trendDays } from "./trend-days";

describe("the days of a trend (H4)", () => {
  it.each([
    ["30d", 31, "2026-10-22", "2026-10-23"],
    ["90d", 91, "2026-08-23", "2026-08-24"],
    ["1y", 53, "2025-11-22", "2025-11-29"],
  ] as const)("over %s there are %i, from %s on", (range, count, first, second) => {
    const days = trendDays(range, "2026-11-21", null);
    expect(days).toHaveLength(count);
    expect([days[0], days[1], days.at(-1)]).toEqual([first, second, "2026-11-21"]);
  });

  it.each([
    ["2026-11-21", 1, 0],
    ["2026-11-20", 2, 1],
    ["2026-09-23", 60, 1],
    ["2026-09-22", 31, 2],
    ["2024-11-21", 57, 13],
    // A point dated after the day asked about: there is nothing to look back on.
    ["2026-12-01", 1, 0],
  ])("over all time since %s there are %i, %i days apart", (first, count, apart) => {
    const days = trendDays("all", "2026-11-21", first);
    expect(days).toHaveLength(count);
    expect(days.at(-1)).toBe("2026-11-21");
    if (count > 1) expect(daysBetween(days[0] ?? "", days[1] ?? "")).toBe(apart);
  });

  it("are evenly spaced, end on the day asked about, and never begin before the first point over all time", () => {
    const span = fc.integer({ min: 0, max: 9000 });
    fc.assert(
      fc.property(span, fc.constantFrom(...TREND_RANGES), (length, range) => {
        const first = dayAfter("2026-11-21", -length);
        const days = trendDays(range, "2026-11-21", first);
        const steps = new Set(days.slice(1).map((day, index) => daysBetween(days[index] ?? "", day)));
        expect(steps.size).toBeLessThanOrEqual(1);
        expect(days.at(-1)).toBe("2026-11-21");
        expect(days.length).toBeLessThanOrEqual(91);
        if (range !== "all") return;
        expect(days.length).toBeLessThanOrEqual(60);
        expect((days[0] ?? "") >= first).toBe(true);
      }),
    );
  });
});

describe("a month before", () => {
  it.each([
    ["2026-11-21", "2026-10-21"],
    ["2026-01-15", "2025-12-15"],
    ["2026-03-31", "2026-02-28"],
    ["2028-03-30", "2028-02-29"],
    ["2026-12-31", "2026-11-30"],
    ["2026-05-01", "2026-04-01"],
  ])("%s is %s", (day, expected) => {
    expect(monthBefore(day)).toBe(expected);
  });
});
