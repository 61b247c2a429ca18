import { expect, it } from "vitest";
import { passwordAdvice } from "./password-advice";

it("says nothing before something is typed", () => {
  expect(passwordAdvice("")).toBeNull();
});

it.each([
  ["short", "5 of at least 12 characters", false],
  ["🧱🧱🧱", "3 of at least 12 characters", false],
  ["password123456", "Among the first that anybody would guess", false],
  ["x".repeat(129), "At most 128 characters; this has 129", false],
  ["a plumb line hangs straight", "27 characters: good", true],
])("says of %s: %s", (password, text, good) => {
  expect(passwordAdvice(password)).toEqual({ text, good });
});
