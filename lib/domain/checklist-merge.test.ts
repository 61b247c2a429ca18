import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeQuestions } from "./checklist-merge";

interface Q {
  key: string;
  text: string;
}
/** "a=1 b=2": keys with their texts, in order. */
const list = (words: string): Q[] =>
  words
    .split(" ")
    .filter(Boolean)
    .map((word) => ({ key: word[0] ?? "", text: word.slice(2) }));
const words = (questions: readonly Q[]) => questions.map(({ key, text }) => `${key}=${text}`).join(" ");

describe("two people edited a list at once", () => {
  it.each([
    ["only I changed", "a=1 b=1", "a=2 b=1", "a=1 b=1", "a=2 b=1", {}, []],
    ["only they changed", "a=1 b=1", "a=1 b=1", "a=2 b=1", "a=2 b=1", {}, ["a"]],
    ["each another question", "a=1 b=1", "a=2 b=1", "a=1 b=2", "a=2 b=2", {}, ["b"]],
    ["both the same question", "a=1 b=1", "a=2 b=1", "a=3 b=1", "a=2 b=1", { a: "3" }, []],
    ["both the same words", "a=1", "a=2", "a=2", "a=2", {}, []],
    ["they retired what I did not touch", "a=1 b=1", "a=1 b=1", "b=1", "b=1", {}, ["a"]],
    ["they retired what I changed", "a=1 b=1", "a=2 b=1", "b=1", "a=2 b=1", { a: null }, []],
    ["I retired what they did not touch", "a=1 b=1", "b=1", "a=1 b=1", "b=1", {}, []],
    ["I retired what they changed", "a=1 b=1", "b=1", "a=2 b=1", "a=2 b=1", { a: "2" }, []],
    ["both added one", "a=1", "a=1 m=1", "a=1 t=1", "a=1 t=1 m=1", {}, ["t"]],
    ["both added the same key", "a=1", "a=1 n=1", "a=1 n=2", "a=1 n=1", { n: "2" }, []],
    ["they reordered", "a=1 b=1 c=1", "a=2 b=1 c=1", "c=1 a=1 b=1", "c=1 a=2 b=1", {}, []],
    ["only I reordered", "a=1 b=1 c=1", "c=1 a=1 b=1", "a=1 b=2 c=1", "c=1 a=1 b=2", {}, ["b"]],
    ["I added one first, they changed nothing", "a=1", "n=1 a=1", "a=1", "n=1 a=1", {}, []],
  ])("%s", (_, base, mine, now, merged, theirs, taken) => {
    const result = mergeQuestions(list(base), list(mine), list(now));
    expect(words(result.questions)).toBe(merged);
    expect(Object.fromEntries([...result.theirs].map(([key, other]) => [key, other?.text ?? null]))).toEqual(
      theirs,
    );
    expect(result.taken).toEqual(taken);
  });

  it("takes any key for a key", () => {
    const [mine, theirs] = [
      { key: "constructor", text: "1" },
      { key: "a", text: "1" },
    ];
    expect(mergeQuestions([], [mine], [theirs])).toEqual({
      questions: [theirs, mine],
      theirs: new Map(),
      taken: ["a"],
    });
  });

  it("loses no word that either of them wrote", () => {
    const some = fc.uniqueArray(
      fc.record({ key: fc.constantFrom("a", "b", "c", "d"), text: fc.constantFrom("1", "2", "3") }),
      {
        selector: (each) => each.key,
      },
    );
    fc.assert(
      fc.property(some, some, some, (base, mine, now) => {
        const { questions, theirs } = mergeQuestions(base, mine, now);
        const there = (each: Q) =>
          questions.some((one) => one.key === each.key && one.text === each.text) ||
          theirs.get(each.key)?.text === each.text;
        const written = (side: Q[]) =>
          side.filter((each) => !base.some((was) => was.key === each.key && was.text === each.text));
        expect([...written(mine), ...written(now)].filter((each) => !there(each))).toEqual([]);
        expect(new Set(questions.map((each) => each.key)).size).toBe(questions.length);
      }),
    );
  });
});
