import { describe, expect, it } from "vitest";
import { areas, areaVerdict } from "./areas";
import { type AnswerState, AREAS } from "./vocabulary";

const cell = (...verdicts: AnswerState[]) => {
  const [first] = areas(verdicts.map((verdict) => ({ area: "concurrency" as const, weight: 1, verdict })));
  return first && areaVerdict(first);
};

describe("areas", () => {
  it("are always all ten, in order, each with its own score (S3)", () => {
    const all = areas([
      { area: "traffic", weight: 3, verdict: "yes" },
      { area: "traffic", weight: 1, verdict: "no" },
    ]);
    expect(all.map((each) => each.area)).toEqual(AREAS);
    expect(all.find((each) => each.area === "traffic")).toMatchObject({ score: 75, yes: 1, no: 1 });
    expect(all.find((each) => each.area === "rollback")?.score).toBeNull();
  });

  it.each<[AnswerState[], AnswerState]>([
    [[], "not_applicable"],
    [["not_applicable"], "not_applicable"],
    [["yes", "not_applicable"], "yes"],
    [["yes", "no", "unclear"], "no"],
    [["yes", "unclear", "unanswered"], "unclear"],
    [["unanswered", "unanswered"], "unanswered"],
    [["yes", "unanswered"], "unclear"],
    [["partly", "unanswered"], "unclear"],
    [["yes", "partly"], "partly"],
  ])("show as one verdict what most needs a look: %j → %s", (verdicts, expected) => {
    expect(cell(...verdicts)).toBe(expected);
  });
});
