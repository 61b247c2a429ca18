import { describe, expect, it } from "vitest";
import { isReadablePath } from "./incoming";

describe("addresses that can be read", () => {
  it.each([
    ["/services", true],
    ["/services/%F0%9F%99%83?q=%ff", true],
    ["/services/100%25", true],
    ["/services/%00", false],
    ["/services/%ff", false],
    ["/api/v1/services/%ed%a0%80", false],
    ["/services/%", false],
  ])("%s: %s", (url, expected) => {
    expect(isReadablePath(url)).toBe(expected);
  });
});
