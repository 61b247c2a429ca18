import { expect, it } from "vitest";
import { ANA, aQuestion, MIRA } from "@/lib/client/assessment/testing-questions";
import { isOpen, isShown, isUnanswered, neighbour, nextWhere, placeInArea, placeToBegin } from "./places";

const yes = (key: string) => aQuestion({ key, verdict: "yes", effectiveVerdict: "yes", gap: false });
const no = (key: string) => aQuestion({ key, verdict: "no", effectiveVerdict: "no" });
const old = (key: string) => aQuestion({ key, verdict: "yes", effectiveVerdict: "unclear", stale: true });
const none = (key: string) => aQuestion({ key });
const list = [yes("a"), none("b"), old("c"), none("d")];

it.each([
  ["a", 1, "b"],
  ["a", -1, "a"],
  ["d", 1, "d"],
  ["c", -1, "b"],
] as const)("from %s %i leads to %s", (from, step, to) => {
  expect(neighbour(list, from, step)?.key).toBe(to);
});

it.each([
  ["a", "b"],
  ["b", "d"],
  ["d", "b"],
])("the next unanswered question after %s is %s", (from, to) => {
  expect(nextWhere(list, from, isUnanswered)?.key).toBe(to);
});

it("finds none where every question has an answer", () => {
  expect(nextWhere([yes("a")], "a", isUnanswered)).toBeUndefined();
});

it("begins at the first unanswered question, else the first too old, else the first open, else the first", () => {
  expect([
    placeToBegin(list),
    placeToBegin([yes("a"), old("c")]),
    placeToBegin([yes("a"), no("e")]),
    placeToBegin([yes("a")]),
    placeToBegin([]),
  ]).toEqual(["b", "c", "e", "a", ""]);
  expect(placeInArea(list, "third_parties")).toBe("b");
});

it("the next open question may be one that is known to fall short", () => {
  expect(nextWhere([yes("a"), no("b"), none("c")], "a", isOpen)?.key).toBe("b");
});

it("shows what is open, what is stale, and what is mine: answered by me, or mine to close", () => {
  const open = { dueOn: null, effortDays: null, state: "open", ticket: null, note: "", version: 1 } as const;
  const plan = { owner: ANA, ...open };
  const all = [
    yes("a"),
    no("b"),
    old("c"),
    none("d"),
    { ...yes("mine"), savedBy: ANA },
    { ...yes("theirs"), savedBy: MIRA },
    aQuestion({ key: "planned", plan }),
    { ...yes("closed"), plan },
  ];
  const shown = (show: "" | "open" | "stale" | "mine") =>
    all.filter((question) => isShown(question, show, ANA.id)).map(({ key }) => key);
  expect(shown("")).toHaveLength(all.length);
  expect(shown("open")).toEqual(["b", "c", "d", "planned"]);
  expect(shown("stale")).toEqual(["c"]);
  expect(shown("mine")).toEqual(["mine", "planned"]);
});
