import { describe, expect, it } from "vitest";
import { atLeast, below, growthOf, onThisMachine, shareOf, table, told } from "./figures";
import { median, percentile } from "./load";

describe("bars", () => {
  it.each([
    [atLeast("saves", 150, 150, "/s"), true],
    [atLeast("saves", 149.9, 150, "/s"), false],
    [below("openers", 3.9, 4, "s"), true],
    [below("openers", 4, 4, "s"), false],
    [shareOf("portfolio", 35, 100, 0.35), true],
    [shareOf("portfolio", 34.9, 100, 0.35), false],
    [told("memory", 400, "MB"), true],
  ])("$name at $value against $bar", (figure, reached) => {
    expect(figure.reached).toBe(reached);
  });

  it("a table says which bar was missed, and the ratio to the floor", () => {
    const lines = table([shareOf("portfolio", 30, 100, 0.35), told("memory", 400, "MB")]).split("\n");
    expect(lines[1]).toMatch(/portfolio +30 \/s +100 +0\.30 +≥ 0\.35 of the floor +missed$/);
    expect(lines[2]).toMatch(/memory +400 MB$/);
  });
});

describe("bars on another machine", () => {
  it.each([
    [below("gaps", 0.3, 0.15, "s"), true, "< 0.15 s, here 0.375 s"],
    [below("gaps", 0.4, 0.15, "s"), false, "< 0.15 s, here 0.375 s"],
    [atLeast("saves", 121, 300, "/s"), true, "≥ 300 /s, here 120 /s"],
    [atLeast("saves", 119, 300, "/s"), false, "≥ 300 /s, here 120 /s"],
    [below("memory", 800, 700, "MB"), false, "< 700 MB"],
    [atLeast("served", 300, 300, ""), true, "≥ 300 "],
  ])("%o at two fifths of the pace", (figure, reached, bar) => {
    expect(onThisMachine(figure, 0.4)).toMatchObject({ reached, bar });
  });

  it("figures of several sizes are told side by side", () => {
    const runs = [
      { services: 1_000, figures: [told("gaps", 0.02, "s"), told("saves", 300, "/s")] },
      { services: 10_000, figures: [told("gaps", 0.15, "s")] },
    ];
    expect(growthOf(runs).map(({ name, bar }) => [name, bar])).toEqual([
      ["gaps", "0.02 → 0.15 at 1,000 → 10,000 services"],
      ["saves", "300 → – at 1,000 → 10,000 services"],
    ]);
  });
});

describe("middle and rank", () => {
  it.each<[number[], number]>([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])("the median of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it.each<[number, number]>([
    [0.95, 95],
    [0.5, 50],
    [1, 100],
    [0, 1],
  ])("the %d rank of 1 to 100 is %d", (share, expected) => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(values, share)).toBe(expected);
  });
});
