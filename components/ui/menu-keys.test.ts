import { expect, it } from "vitest";
import { menuTarget } from "./menu-keys";

const labels = ["Light", "Dark", "Settings", "Sign out"];

it.each([
  ["ArrowDown", -1, 0],
  ["ArrowDown", 3, 0],
  ["ArrowUp", 0, 3],
  ["ArrowUp", -1, 3],
  ["Home", 2, 0],
  ["End", 0, 3],
  ["s", -1, 2],
  ["S", 2, 3],
  ["s", 3, 2],
  ["x", 0, null],
  [" ", 0, null],
  ["Enter", 0, null],
])("%s from %i goes to %s", (key, current, target) => {
  expect(menuTarget(key, labels, current)).toBe(target);
});

it("goes nowhere in an empty menu", () => {
  expect(menuTarget("ArrowDown", [], -1)).toBeNull();
});
