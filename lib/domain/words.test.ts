import { expect, it } from "vitest";
import { counted, countedInWords, listed, quoted, sentence } from "./words";

it("numbers with their nouns", () => {
  expect([counted(1, "second"), counted(15, "second"), counted(1204, "person", "people")]).toEqual([
    "1 second",
    "15 seconds",
    "1,204 people",
  ]);
});

it("words in a row", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual(["", "a", "a and b", "a, b and c"]);
});

it("numbers in running text", () => {
  const texts = [0, 1, 3, 12].map((count) => countedInWords(count, "blocker"));
  expect(texts).toEqual(["no blocker", "one blocker", "three blockers", "12 blockers"]);
  expect(countedInWords(2, "person", "people")).toBe("two people");
});

it("what somebody wrote, on one line", () => {
  expect(quoted(" There are\n no faxes. ")).toBe("“There are no faxes.”");
  expect([sentence("It says “no”"), sentence("It says “No.”"), sentence("Why?")]).toEqual([
    "It says “no”.",
    "It says “No.”",
    "Why?",
  ]);
});
