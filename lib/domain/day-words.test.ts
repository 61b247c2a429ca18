import { describe, expect, it } from "vitest";
import { dayInWords } from "./day-words";

describe("a day in a sentence", () => {
  it.each<[string, string | undefined, string]>([
    ["2026-12-09", undefined, "9 December 2026"],
    ["2026-12-09", "2026-01-01", "9 December"],
    ["2027-01-31", "2026-12-09", "31 January 2027"],
  ])("%s beside %s", (day, beside, expected) => {
    expect(dayInWords(day, beside)).toBe(expected);
  });
});
