import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadLabels, timeSpan, timeTicks, timeToX, trendShape } from "./trend-geometry";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const SPAN = [day("2026-01-01"), day("2026-01-05")] as const;

describe("timeSpan", () => {
  it("reaches from the first to the last instant", () => {
    expect(timeSpan([day("2026-03-01"), day("2026-01-01")])).toEqual([day("2026-01-01"), day("2026-03-01")]);
  });
  it("gives a single instant room on both sides", () => {
    expect(timeSpan([day("2026-01-02")])).toEqual([day("2026-01-01"), day("2026-01-03")]);
  });
  it("is null without a valid instant", () => {
    expect(timeSpan([])).toBeNull();
    expect(timeSpan([new Date("never")])).toBeNull();
  });
});

describe("trendShape", () => {
  it("draws from zero at the bottom to the top value, sorted by time", () => {
    const points = [
      { at: day("2026-01-05"), value: 100 },
      { at: day("2026-01-01"), value: 0 },
    ];
    const shape = trendShape(points, SPAN, 100);
    expect(shape.line).toBe("M0,100L100,0");
    expect(shape.end).toMatchObject({ x: 100, y: 0, value: 100 });
  });
  it("breaks the line where nothing is known, and ends at the last known value", () => {
    const points = [
      { at: day("2026-01-01"), value: 5 },
      { at: day("2026-01-02"), value: 5 },
      { at: day("2026-01-03"), value: null },
      { at: day("2026-01-04"), value: 10 },
      { at: day("2026-01-05"), value: null },
    ];
    const shape = trendShape(points, SPAN, 10);
    expect(shape.line).toBe("M0,50L25,50M75,0Z");
    expect(shape.end).toMatchObject({ x: 75, y: 0, value: 10 });
  });
  it("stays on the ground when all is zero or unknown", () => {
    expect(trendShape([{ at: day("2026-01-01"), value: 0 }], SPAN, undefined).end?.y).toBe(100);
    expect(trendShape([{ at: day("2026-01-01"), value: null }], SPAN, undefined).end).toBeNull();
  });
});

describe("timeTicks", () => {
  it("names months of a year, with the year where it is new", () => {
    const ticks = timeTicks([day("2025-12-20"), day("2026-11-20")]);
    expect(ticks.map((tick) => [tick.at.toISOString().slice(0, 7), tick.style])).toEqual([
      ["2026-01", "month"],
      ["2026-04", "short-month"],
      ["2026-07", "short-month"],
      ["2026-10", "short-month"],
    ]);
  });
  it("names days of a few weeks", () => {
    const ticks = timeTicks([day("2026-11-01"), day("2026-11-25")]);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.every((tick) => tick.style === "short-day")).toBe(true);
  });
  it.each([
    ["minutes", "2026-11-21T09:58:30Z", "2026-11-21T10:01:10Z"],
    ["hours", "2026-11-21T08:03:00Z", "2026-11-21T12:20:00Z"],
    ["a day", "2026-11-20T18:15:00Z", "2026-11-21T18:14:00Z"],
  ])("names clock times of %s, each once, on whole minutes", (_, from, to) => {
    const ticks = timeTicks([new Date(from), new Date(to)]);
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.every((tick) => tick.style === "clock" && tick.at.getTime() % 60_000 === 0)).toBe(true);
  });
  it("names a day once when days are few", () => {
    const ticks = timeTicks([new Date("2026-11-19T18:00:00Z"), new Date("2026-11-21T10:00:00Z")]);
    expect(ticks.map((tick) => [tick.at.toISOString().slice(0, 13), tick.style])).toEqual([
      ["2026-11-20T00", "short-day"],
      ["2026-11-21T00", "short-day"],
    ]);
  });
  it("never gives more than five, all inside", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), (days) => {
        const from = day("2020-01-01");
        const span = [from, new Date(from.getTime() + days * 86_400_000)] as const;
        const ticks = timeTicks(span);
        expect(ticks.length).toBeLessThanOrEqual(5);
        for (const tick of ticks) expect(tick.x).toBe(timeToX(span, tick.at));
      }),
    );
  });
});

describe("spreadLabels", () => {
  it("leaves labels alone that are far apart, and parts those that are not", () => {
    expect(spreadLabels([10, 80], 14)).toEqual([10, 80]);
    expect(spreadLabels([52, 50], 14)).toEqual([64, 50]);
    expect(spreadLabels([100, 100], 14)).toEqual([86, 100]);
  });
});
