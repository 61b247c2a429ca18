import { describe, expect, it } from "vitest";
import { returnPath } from "./return-path";

describe("where signing in leads", () => {
  it.each([
    ["/services", "/services"],
    ["/services/checkout/assess?x=1#key", "/services/checkout/assess?x=1#key"],
    ["/services?q=a%20b", "/services?q=a%20b"],
    ["/sign-in?to=/x", "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/\n/evil.example", "/"],
    ["/\r\n//evil.example", "/"],
    ["/./\\evil.example", "/"],
    ["/x/..//evil.example", "/"],
    ["https://evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["", "/"],
    [undefined, "/"],
    [["/a", "/b"], "/"],
  ])("%j → %s", (to, expected) => {
    expect(returnPath(to)).toBe(expected);
  });
});
