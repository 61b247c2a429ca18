import { expect, it } from "vitest";
import { aQuestion } from "@/lib/client/assessment/testing-questions";
import { isUnanswered, neighbour, nextWhere, placeInArea, placeToBegin } from "./places";

const yes = (key: string) => aQuestion({ key, verdict: "yes", effectiveVerdict: "yes" });
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

it("begins at the first unanswered question, else at the first that is too old, else at the first", () => {
  expect([
    placeToBegin(list),
    placeToBegin([yes("a"), old("c")]),
    placeToBegin([yes("a")]),
    placeToBegin([]),
  ]).toEqual(["b", "c", "a", ""]);
  expect(placeInArea(list, "third_parties")).toBe("b");
});
