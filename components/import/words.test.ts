import { describe, expect, it } from "vitest";
import type { ImportAction, ImportKind } from "@/lib/domain/import-rows";
import { countThings, doingWords, doWords, plainWords, previewWords, resultWords } from "./words";

/** Rows by how many of which kind and action: `[2, "team", "create"]`. */
const rowsOf = (...some: [count: number, kind: ImportKind, action: ImportAction][]) =>
  some.flatMap(([count, kind, action]) => Array.from({ length: count }, () => ({ kind, action })));

describe("the sentence over a preview", () => {
  it.each<[string, ReturnType<typeof rowsOf>]>([
    ["There is nothing in it to import.", []],
    ["1 service will be created.", rowsOf([1, "service", "create"])],
    [
      "2 teams and 14 services will be created, 1 changed, 6 left out; 2 rows must be corrected first.",
      rowsOf(
        [2, "team", "create"],
        [14, "service", "create"],
        [1, "service", "change"],
        [6, "entity", "skip"],
        [2, "service", "error"],
      ),
    ],
    [
      "1 service will be created, 1 team and 1 service changed, 1 is already there and 2 left out.",
      rowsOf(
        [1, "service", "create"],
        [1, "team", "change"],
        [1, "service", "change"],
        [1, "service", "same"],
        [2, "entity", "skip"],
      ),
    ],
    [
      "1,204 answers will be changed and 3 are already there.",
      rowsOf([1204, "answer", "change"], [3, "answer", "same"]),
    ],
    ["Nothing to do: everything already matches the file.", rowsOf([4, "service", "same"])],
    [
      "Nothing to do: 1 row already matches the file, 2 are left out.",
      rowsOf([1, "service", "same"], [2, "entity", "skip"]),
    ],
    ["Nothing in it will be imported: 7 rows left out.", rowsOf([7, "entity", "skip"])],
    [
      "1 row must be corrected before anything can be imported.",
      rowsOf([1, "entity", "error"], [3, "team", "same"]),
    ],
  ])("%s", (sentence, rows) => {
    expect(plainWords(previewWords(rows))).toBe(sentence);
  });
  it("leads from each number to its rows", () => {
    const words = previewWords(rowsOf([2, "service", "create"], [1, "service", "error"]));
    expect(words.filter(({ show }) => show !== undefined)).toEqual([
      { text: "2 services", show: "create" },
      { text: "1 row", show: "error" },
    ]);
  });
});

describe("what the button does", () => {
  it.each<[string, string, ReturnType<typeof rowsOf>]>([
    [
      "Create 2 teams and 14 services",
      "Creating 2 teams and 14 services …",
      rowsOf([14, "service", "create"], [2, "team", "create"]),
    ],
    ["Change 3 services", "Changing 3 services …", rowsOf([3, "service", "change"], [1, "team", "same"])],
    [
      "Create 1 answer, change 2 answers",
      "Creating 1 answer, changing 2 answers …",
      rowsOf([1, "answer", "create"], [2, "answer", "change"]),
    ],
  ])("%s", (does, doing, rows) => {
    expect([doWords(rows), doingWords(rows)]).toEqual([does, doing]);
  });
});

describe("the sentence over a result", () => {
  it.each<[string, ReturnType<typeof rowsOf>]>([
    [
      "2 teams and 14 services were created and 1 service was changed.",
      rowsOf([2, "team", "create"], [14, "service", "create"], [1, "service", "change"]),
    ],
    ["1 plan was created.", rowsOf([1, "plan", "create"], [4, "plan", "same"])],
    ["3 services were changed.", rowsOf([3, "service", "change"])],
    ["Nothing to do: everything already matches the file.", rowsOf([3, "service", "same"])],
  ])("%s", (sentence, rows) => {
    expect(plainWords(resultWords(rows))).toBe(sentence);
  });
});

it("things are counted in one order, whatever the file's was", () => {
  expect(countThings(rowsOf([1, "service", "create"], [1, "entity", "skip"], [2, "team", "create"]))).toBe(
    "2 teams, 1 service and 1 entry",
  );
});
