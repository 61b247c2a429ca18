import { expect, it } from "vitest";
import { plainText } from "@/components/service/counted";
import { dayInWords, listed } from "./words";

it("writes the year of a day only where it is another one", () => {
  expect(dayInWords("2026-10-20", "2026-11-21")).toBe("20 October");
  expect(dayInWords("2025-12-20", "2026-01-20")).toBe("20 December 2025");
});

it.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("puts %j in a row", (parts, words) => {
  expect(plainText(listed(parts.map((text) => ({ text }))))).toBe(words);
});
