import { describe, expect, it } from "vitest";
import { answerOf, answerProblems, outcomeText, startOf } from "./answer-draft";

const link = { label: "Runbook", url: "https://example.com/r" };
const yes = { verdict: "yes" as const, reason: "Tried it.", evidence: [link] };

describe("answering when the work is done", () => {
  it("begins without a verdict, with the links of before", () => {
    const draft = startOf({ evidence: [link] });
    expect(draft).toEqual({ verdict: null, reason: "", evidence: [link] });
    expect(answerOf(draft, 3)).toBeNull();
    expect(answerProblems(draft, { critical: false })).toMatchObject([{ field: "verdict" }]);
  });

  it("sends links without the spaces around them, and no empty rows", () => {
    const evidence = [
      { label: " Runbook ", url: " https://example.com/r " },
      { label: " ", url: "" },
    ];
    expect(answerOf({ ...yes, evidence }, 3)).toEqual({ ...yes, expectedVersion: 3 });
  });

  it.each([
    [
      "a critical yes with neither reason nor evidence",
      { ...yes, reason: " ", evidence: [] },
      true,
      ["evidence"],
    ],
    ["one that is not critical", { ...yes, reason: "", evidence: [] }, false, []],
    [
      "not applicable without a reason",
      { ...yes, verdict: "not_applicable" as const, reason: "" },
      false,
      ["reason"],
    ],
    [
      "a link that is none",
      { ...yes, evidence: [link, { label: "x", url: "runbook" }] },
      true,
      ["evidence.1.url"],
    ],
    ["a whole answer", yes, true, []],
  ])("%s", (_, draft, critical, fields) => {
    expect(answerProblems(draft, { critical }).map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    ["yes", /closed/],
    ["not_applicable", /closed/],
    ["partly", /stays open/],
    ["unclear", /stays open/],
  ] as const)("says after %s what became of the gap", (verdict, words) => {
    expect(outcomeText(verdict)).toMatch(words);
  });
});
