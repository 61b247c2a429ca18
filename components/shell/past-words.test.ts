import { expect, it } from "vitest";
import { pastWords } from "./past-words";

it.each([
  ["2026-03-29", "at the end of 29 March 2026"],
  ["2026-03-29T08:42:00.000Z", "on 29 March 2026, 10:42"],
])("what was asked as of %s was so %s", (asOf, words) => {
  const view = { asOf: "2026-03-29T08:42:00.000Z", day: "2026-03-29" };
  expect(pastWords(view, { asOf }, "Europe/Berlin")).toBe(words);
});
