import { expect, it } from "vitest";
import { hereWords } from "./here-words";

it.each([
  [["Ana Kirsch"], "Ana Kirsch is here"],
  [["Ana Kirsch", "Jonas 🧭"], "Ana Kirsch and Jonas 🧭 are here"],
  [["Ana", "Jonas", "Li"], "3 others are here"],
])("%j: %s", (names, words) => {
  expect(hereWords(names)).toBe(words);
});
