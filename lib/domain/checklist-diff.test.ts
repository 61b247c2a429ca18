import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aQuestion } from "../testing/questions";
import type { Question } from "./checklist";
import { diffChecklists, diffCounts } from "./checklist-diff";

const q = (key: string, some: Partial<Question> = {}) => aQuestion({ key, ...some });
const kinds = (before: readonly Question[], after: readonly Question[]) =>
  diffChecklists(before, after).map(({ key, kind, moved }) => `${key} ${kind}${moved ? " (moved)" : ""}`);
const costs = (incidentsPerYear: number, because = "") => [
  { cost: "lost_trust" as const, incidentsPerYear, because },
];

describe("what happened to the questions of a checklist", () => {
  it.each<[string, Question[], Question[], string[]]>([
    ["nothing", [q("a"), q("b")], [q("a"), q("b")], ["a same", "b same"]],
    ["one more", [q("a")], [q("a"), q("b")], ["a same", "b added"]],
    ["one less", [q("a"), q("b")], [q("b")], ["b same", "a removed"]],
    ["another text", [q("a")], [q("a", { text: "Other." })], ["a changed"]],
    ["two change places: one moved", [q("a"), q("b")], [q("b"), q("a")], ["b same", "a moved (moved)"]],
    [
      "the last comes first: only that one moved",
      [q("a"), q("b"), q("c")],
      [q("c"), q("a"), q("b")],
      ["c moved (moved)", "a same", "b same"],
    ],
    [
      "a new one in front moves nobody",
      [q("a"), q("b")],
      [q("n"), q("a"), q("b")],
      ["n added", "a same", "b same"],
    ],
    ["another area", [q("a")], [q("a", { area: "traffic" })], ["a moved (moved)"]],
    [
      "moved and changed counts as changed",
      [q("a"), q("b")],
      [q("b"), q("a", { weight: 5 })],
      ["b same", "a changed (moved)"],
    ],
    [
      "the order of tags says nothing",
      [q("a", { tags: ["x", "y"] })],
      [q("a", { tags: ["y", "x"] })],
      ["a same"],
    ],
    ["a rate", [q("a", { costs: costs(1) })], [q("a", { costs: costs(2) })], ["a changed"]],
    ["why a rate", [q("a", { costs: costs(1) })], [q("a", { costs: costs(1, "seen") })], ["a changed"]],
    ["both empty", [], [], []],
  ])("%s", (_, before, after, expected) => {
    expect(kinds(before, after)).toEqual(expected);
  });

  it("names each field with what it was and is", () => {
    const before = q("a", { text: "Old.", critical: false, costs: costs(1) });
    const [diff] = diffChecklists([before], [{ ...before, text: "New.", critical: true, costs: costs(3) }]);
    expect(diff?.fields).toEqual([
      { field: "text", from: "Old.", to: "New." },
      { field: "critical", from: false, to: true },
      { field: "costs", from: costs(1), to: costs(3) },
    ]);
  });

  it.each<[number | undefined, number | undefined, boolean]>([
    [undefined, undefined, false],
    [1, 2, true],
    [undefined, 2, true],
    [2, 2, false],
    [2, 1, false],
  ])("meaning %s → %s asks something else: %s", (from, to, asks) => {
    const meant = (meaning: number | undefined) => q("a", meaning ? { meaning } : {});
    const [diff] = diffChecklists([meant(from)], [meant(to)]);
    expect(diff).toMatchObject({ meaningChanged: asks, kind: asks ? "changed" : "same" });
  });

  it("lists the areas in their order, with what left each area at its end", () => {
    const before = [q("t", { area: "traffic" }), q("gone", { area: "concurrency" })];
    const after = [q("t", { area: "traffic" }), q("c", { area: "concurrency" })];
    expect(kinds(before, after)).toEqual(["c added", "gone removed", "t same"]);
  });

  it("counts each question once", () => {
    const before = [q("a"), q("b"), q("c"), q("d")];
    const after = [q("b"), q("a"), q("c", { meaning: 2 }), q("n")];
    expect(diffCounts(diffChecklists(before, after))).toEqual({
      added: 1,
      removed: 1,
      changed: 1,
      moved: 1,
      meaningChanged: 1,
      same: 1,
    });
  });

  it("mirrors itself: what one way adds, the other removes; and never moves more than it must", () => {
    const list = fc
      .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"))
      .map((keys) => keys.map((key) => q(key)));
    fc.assert(
      fc.property(list, list, (one, two) => {
        const [there, back] = [diffCounts(diffChecklists(one, two)), diffCounts(diffChecklists(two, one))];
        expect([there.added, there.removed]).toEqual([back.removed, back.added]);
        expect(there.moved).toBe(back.moved);
        expect(there.added + there.changed + there.moved + there.same).toBe(two.length);
        if (one.length > 0) expect(diffCounts(diffChecklists(one, one)).same).toBe(one.length);
      }),
    );
  });
});
