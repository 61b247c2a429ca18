import { expect, it } from "vitest";
import { aQuestion } from "@/lib/client/assessment/testing-questions";
import type { Confirmed } from "@/lib/contracts/answers";
import { staleRows } from "./stale-rows";

const listed = ["a", "b", "c"].map((key) => aQuestion({ key, verdict: "no", stale: true, version: 3 }));
const still = () => ({ stale: true });
const refusal = (question: string): Confirmed["refused"][number] => ({
  ...{ question, code: "conflict", message: "Changed meanwhile.", current: null },
});
const none = new Set<string>();
const told = (...since: Parameters<typeof staleRows>) =>
  staleRows(...since).map(({ question, isChosen, whyNot }) => [question.key, isChosen, whyNot]);

it("confirms all but those that are left out", () => {
  expect(told(listed, { left: new Set(["b"]), refused: [], newest: still })).toEqual([
    ["a", true, null],
    ["b", false, null],
    ["c", true, null],
  ]);
});

it("does not confirm again what was refused; what was confirmed is not listed any more", () => {
  const newest = (key: string) => ({ stale: key !== "c" });
  expect(told(listed, { left: new Set(["b"]), refused: [refusal("a")], newest })).toEqual([
    ["a", false, "Changed meanwhile."],
    ["b", false, null],
  ]);
});

it("does not confirm what was answered meanwhile, or is not asked any more", () => {
  const newest = (key: string) => (key === "a" ? { stale: false } : key === "b" ? undefined : still());
  expect(told(listed, { left: none, refused: [], newest })).toEqual([
    ["a", false, "It was answered meanwhile."],
    ["b", false, "It is not asked any more."],
    ["c", true, null],
  ]);
});
