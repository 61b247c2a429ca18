import { describe, expect, it } from "vitest";
import { type StandingCounts, standing, summarise } from "./standing";
import type { Standing } from "./vocabulary";

describe("S7: standing", () => {
  it.each<[string, StandingCounts, Standing]>([
    ["nothing counts", { counting: 0, answered: 3, gaps: 0, accepted: 0 }, "unassessed"],
    [
      "no applicable question has a verdict",
      { counting: 9, answered: 0, gaps: 9, accepted: 0 },
      "unassessed",
    ],
    ["no gap", { counting: 9, answered: 9, gaps: 0, accepted: 0 }, "production_ready"],
    ["every gap accepted", { counting: 9, answered: 9, gaps: 2, accepted: 2 }, "ready_with_accepted_risks"],
    ["one gap not accepted", { counting: 9, answered: 9, gaps: 2, accepted: 1 }, "working"],
    ["one answer of many", { counting: 9, answered: 1, gaps: 8, accepted: 0 }, "working"],
  ])("%s", (_, counts, expected) => {
    expect(standing(counts)).toBe(expected);
  });
});

describe("S8: team and portfolio", () => {
  it("counts standings and takes the mean score, rounded down, unassessed as 0", () => {
    const summary = summarise([
      { standing: "production_ready", score: 100 },
      { standing: "working", score: 71 },
      { standing: "unassessed", score: null },
      { standing: "unassessed", score: 40 },
    ]);
    expect(summary.byStanding).toEqual({
      production_ready: 1,
      ready_with_accepted_risks: 0,
      working: 1,
      unassessed: 2,
    });
    expect(summary.score).toBe(42);
  });

  it("has no mean without services", () => {
    expect(summarise([])).toMatchObject({ services: 0, score: null });
  });
});
