import { describe, expect, it } from "vitest";
import { moneyText } from "./money";

describe("money for people", () => {
  it.each([
    [0, "€0"],
    [0.4, "<€1"],
    [7, "€7"],
    [754, "€750"],
    [999, "€1k"],
    [1_049, "€1k"],
    [9_440, "€9.4k"],
    [37_496.53, "€37k"],
    [102_121, "€100k"],
    [184_999, "€180k"],
    [996_000, "€1m"],
    [1_240_000, "€1.2m"],
    [64_000_000, "€64m"],
    [2_500_000_000, "€2.5bn"],
    [-184_999, "−€180k"],
  ])("%d is %s: two digits, no more", (amount, text) => {
    expect(moneyText(amount, "EUR")).toBe(text);
  });

  it("keeps a symbol of letters apart from the figure, and an unknown code as it is", () => {
    expect(moneyText(94_000, "CHF")).toBe("CHF 94k");
    expect(moneyText(94_000, "USD")).toBe("$94k");
    expect(moneyText(94_000, "XQQ")).toBe("XQQ 94k");
    expect(moneyText(94_000, "nonsense")).toBe("nonsense 94k");
  });
});
