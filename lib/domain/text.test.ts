import { describe, expect, it } from "vitest";
import { isCommonPassword } from "./password";
import { codePoints, isBlank, isLinkable, isStorable, slugOf } from "./text";
import { waitAfter } from "./throttle";

describe("text", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["🙃", 1],
    ["👩‍👩‍👧", 5],
    ["e\u0301", 2],
    ["שלום", 4],
  ])("%j has %i code points", (text, expected) => {
    expect(codePoints(text)).toBe(expected);
  });

  it.each([
    ["plain", true],
    ["🙃", true],
    ["a\u0000b", false],
    ["\ud83d", false],
    ["\ude43\ud83d", false],
  ])("%j can be stored: %s", (text, expected) => {
    expect(isStorable(text)).toBe(expected);
  });

  it.each([
    ["", true],
    [" \n\t", true],
    ["\u200b\u200d\u2060", true],
    ["\u3000", true],
    ["x", false],
    ["🙃", false],
    ["ا", false],
  ])("%j is blank: %s", (text, expected) => {
    expect(isBlank(text)).toBe(expected);
  });

  it.each([
    ["https://example.com/a?b#c", true],
    ["http://localhost:3000", true],
    ["mailto:ana@example.com", true],
    ["javascript:alert(1)", false],
    [" javascript:alert(1)", false],
    ["java\nscript:alert(1)", false],
    ["data:text/html,x", false],
    ["ftp://example.com", false],
    ["http:foo", false],
    ["https://", false],
    ["mailto:", false],
    ["//example.com", false],
    ["example.com", false],
    ["", false],
  ])("%j may be shown as a link: %s", (url, expected) => {
    expect(isLinkable(url)).toBe(expected);
  });

  it.each([
    ["Checkout", "checkout"],
    ["  Ledger   API!  ", "ledger-api"],
    ["Größe & Café", "gro-e-cafe"],
    ["🙃", "service"],
    ["支払い", "service"],
    ["x".repeat(200), "x".repeat(60)],
    [`${"x".repeat(59)}- y`, "x".repeat(59)],
  ])("%j becomes the short name %s", (name, expected) => {
    expect(slugOf(name, "service")).toBe(expected);
  });
});

describe("passwords", () => {
  it.each([
    ["password1234", true],
    ["Password!2024", true],
    ["aaaaaaaaaaaa", true],
    ["abcabcabcabc", true],
    ["123456789012", true],
    ["qwertyuiop12", true],
    ["letmein!!!!!!", true],
    ["welcome-welcome", true],
    ["a plumb line hangs straight", false],
    ["correct horse battery staple", false],
    ["🙃🦊🌵🎈🧀🚲🪐🥨🪴🦉🧭🪁", false],
    ["Tr0ub4dor&3xyz", false],
  ])("%j is common: %s", (password, expected) => {
    expect(isCommonPassword(password)).toBe(expected);
  });
});

describe("throttling", () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 15_000],
    [11, 30_000],
    [13, 120_000],
    [16, 900_000],
    [1000, 900_000],
  ])("after %i failures: %i ms", (failures, expected) => {
    expect(waitAfter(failures)).toBe(expected);
  });
});
