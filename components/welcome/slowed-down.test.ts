import { expect, it } from "vitest";
import { clock, secondsToWait } from "./slowed-down";

it.each([
  ["too_many_attempts", "Too many attempts. Wait 42 seconds, then try again.", 42],
  ["too_many_attempts", "Too many attempts.", null],
  ["unavailable", "Wait 2 seconds.", null],
])("reads from %s, %s: %s", (code, detail, seconds) => {
  expect(secondsToWait({ code, detail })).toBe(seconds);
});

it.each([
  [9, "9 s"],
  [60, "1:00"],
  [75, "1:15"],
  [900, "15:00"],
])("writes %d seconds as %s", (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});
