import { describe, expect, it } from "vitest";
import {
  MOST_TICKS,
  readTick,
  readTicks,
  searchWithTicks,
  type Tick,
  tickedBy,
  tickText,
  withTick,
} from "./ticks";

const one: Tick = { service: "checkout", question: "restore-rehearsed" };
const whole: Tick = { question: "restore-rehearsed" };

describe("ticks in an address", () => {
  it.each([one, whole])("come back as they went in: %j", (tick) => {
    expect(readTick(tickText(tick))).toEqual(tick);
  });
  it.each(["", "a.b.c", "Checkout.x", "a/b", ".x", "x.", "a".repeat(81)])("pass over %j", (text) => {
    expect(readTick(text)).toBeNull();
  });
  it("are read each once, and no more than an address holds", () => {
    expect(readTicks(["checkout.a", "checkout.a", "?", "b"])).toEqual([
      { service: "checkout", question: "a" },
      { question: "b" },
    ]);
    expect(readTicks("a")).toEqual([{ question: "a" }]);
    expect(readTicks(undefined)).toEqual([]);
    expect(readTicks(Array.from({ length: 200 }, (_, at) => `q${at}`))).toHaveLength(MOST_TICKS);
  });
  it("replace those that were there, and leave the filters", () => {
    expect(searchWithTicks("?team=pay&close=a&tier=1", [one])).toBe(
      "?team=pay&tier=1&close=checkout.restore-rehearsed",
    );
    expect(searchWithTicks("?close=a", [])).toBe("");
  });
});

describe("ticking", () => {
  it("puts a gap in and takes it out again", () => {
    expect(withTick([], one)).toEqual([one]);
    expect(withTick([one], one)).toEqual([]);
  });
  it("of a whole question stands for its single gaps", () => {
    const other: Tick = { service: "checkout", question: "limits" };
    expect(withTick([one, other], whole)).toEqual([other, whole]);
  });
  it("says whether a gap is ticked by itself or with its question", () => {
    const gap = { service: "checkout", question: "restore-rehearsed" };
    expect(tickedBy([], gap)).toBeNull();
    expect(tickedBy([one], gap)).toBe("itself");
    expect(tickedBy([whole], gap)).toBe("question");
    expect(tickedBy([one], { ...gap, service: "search" })).toBeNull();
  });
});
