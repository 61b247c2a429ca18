import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score, type Weighed } from "./score";
import type { AnswerState } from "./vocabulary";

const of = (...items: [number, AnswerState][]): Weighed[] =>
  items.map(([weight, verdict]) => ({ weight, verdict }));

describe("S2, S3: score", () => {
  it.each<[string, Weighed[], number | null]>([
    [
      "the worked example",
      of([3, "yes"], [2, "partly"], [2, "no"], [5, "not_applicable"], [1, "unclear"]),
      50,
    ],
    ["nothing asked", [], null],
    ["nothing counts", of([5, "not_applicable"]), null],
    ["all yes", of([1, "yes"], [5, "yes"]), 100],
    ["unclear earns as little as no", of([1, "unclear"], [1, "no"], [1, "unanswered"], [1, "yes"]), 25],
    ["half a credit for partly", of([1, "partly"]), 50],
    ["rounded down, never up", of([1, "yes"], [1, "yes"], [1, "no"]), 66],
    [
      "99 while anything is open",
      of([5, "yes"], [5, "yes"], ...Array.from({ length: 198 }, () => [5, "yes"] as [number, AnswerState]), [
        1,
        "partly",
      ]),
      99,
    ],
  ])("%s", (_, items, expected) => {
    expect(score(items)).toBe(expected);
  });

  const items = fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 5 }),
      verdict: fc.constantFrom<AnswerState>("yes", "partly", "no", "unclear", "not_applicable", "unanswered"),
    }),
  );

  it("is 100 exactly when something counts and nothing is open", () => {
    fc.assert(
      fc.property(items, (list) => {
        const counting = list.filter((item) => item.verdict !== "not_applicable");
        const complete = counting.length > 0 && counting.every((item) => item.verdict === "yes");
        expect(score(list) === 100).toBe(complete);
      }),
    );
  });

  it("never falls when an answer gets better", () => {
    fc.assert(
      fc.property(items, fc.nat(), (list, at) => {
        const index = list.findIndex((item) => item.verdict === "no" || item.verdict === "unclear");
        fc.pre(index >= 0 && at >= 0);
        const better = list.map((item, i) => (i === index ? { ...item, verdict: "yes" as const } : item));
        expect(score(better) ?? 0).toBeGreaterThanOrEqual(score(list) ?? 0);
      }),
    );
  });
});
