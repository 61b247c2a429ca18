import { expect, it } from "vitest";
import { dayInWords } from "./words";

it("writes the year of a day only where it is another one", () => {
  expect(dayInWords("2026-10-20", "2026-11-21")).toBe("20 October");
  expect(dayInWords("2025-12-20", "2026-01-20")).toBe("20 December 2025");
});
