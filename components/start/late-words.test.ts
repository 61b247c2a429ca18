import { expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import { LATE_HREF, lateWords } from "./late-words";

it.each([
  [0, ""],
  [1, " 1 fix of yours is overdue."],
  [12, " 12 fixes of yours are overdue."],
])("%i: %j", (count, text) => {
  expect(plainText(lateWords(count))).toBe(text);
  expect(lateWords(count).flatMap(({ href }) => href ?? [])).toEqual(count === 0 ? [] : [LATE_HREF]);
});
