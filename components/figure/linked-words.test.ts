import { expect, it } from "vitest";
import { inARow, plainText } from "./linked-words";

it("joins linked words to a plain sentence", () => {
  expect(plainText([{ text: "It has " }, { text: "1 gap", href: "#gaps" }, { text: "." }])).toBe(
    "It has 1 gap.",
  );
});

it.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("puts %j in a row", (parts, words) => {
  expect(plainText(inARow(parts.map((text) => ({ text }))))).toBe(words);
});
