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
  const none = { production_ready: 0, ready_with_accepted_risks: 0, working: 0, unassessed: 0 };

  it.each<[string, Parameters<typeof summarise>[0], ReturnType<typeof summarise>]>([
    [
      "the mean is rounded down",
      [
        { standing: "production_ready", count: 1, score: 100 },
        { standing: "working", count: 2, score: 99 },
      ],
      { services: 3, byStanding: { ...none, production_ready: 1, working: 2 }, score: 66 },
    ],
    [
      "unassessed services count as 0, whatever their score says",
      [
        { standing: "production_ready", count: 1, score: 100 },
        { standing: "working", count: 1, score: 71 },
        { standing: "unassessed", count: 2, score: 40 },
      ],
      { services: 4, byStanding: { ...none, production_ready: 1, working: 1, unassessed: 2 }, score: 42 },
    ],
    [
      "groups of the same standing add up",
      [
        { standing: "working", count: 1, score: 10 },
        { standing: "working", count: 2, score: 50 },
      ],
      { services: 3, byStanding: { ...none, working: 3 }, score: 20 },
    ],
    [
      "nothing but unassessed ones is 0",
      [{ standing: "unassessed", count: 3, score: 0 }],
      { services: 3, byStanding: { ...none, unassessed: 3 }, score: 0 },
    ],
    ["there is no mean without services", [], { services: 0, byStanding: none, score: null }],
  ])("%s", (_, groups, expected) => {
    expect(summarise(groups)).toEqual(expected);
  });
});
