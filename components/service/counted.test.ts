import { expect, it } from "vitest";
import { counted, plainText } from "./counted";

it.each([
  [0, "0 gaps"],
  [1, "1 gap"],
  [1204, "1,204 gaps"],
])("counts %d with its noun", (count, text) => {
  expect(counted(count, "gap")).toBe(text);
});

it("joins linked words to a plain sentence", () => {
  expect(plainText([{ text: "It has " }, { text: "1 gap", href: "#gaps" }, { text: "." }])).toBe(
    "It has 1 gap.",
  );
});
