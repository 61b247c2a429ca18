import { describe, expect, it } from "vitest";
import { CELL_LIMIT, fitting, plainNumber, serialDay, textCell, xmlText } from "./cell";

describe("a text within a sheet", () => {
  it.each([
    ["plain", "plain"],
    ["a < b & c > d", "a &lt; b &amp; c &gt; d"],
    ["two\nlines\tand a tab", "two\nlines\tand a tab"],
    ["\r\n", "_x000D_\n"],
    ["bell\u0007 nul\u0000 del\u007f", "bell_x0007_ nul_x0000_ del_x007F_"],
    ["_x000D_ as it was typed", "_x005F_x000D_ as it was typed"],
    ["snake_case _xyz_", "snake_case _xyz_"],
    ["👩‍👩‍👧‍👦 \u202eעברית\u202c e\u0301", "👩‍👩‍👧‍👦 \u202eעברית\u202c e\u0301"],
    ["half \ud83d a pair", "half \ufffd a pair"],
    ["no character \uffff", "no character _xFFFF_"],
  ])("%j becomes %j", (text, xml) => {
    expect(xmlText(text)).toBe(xml);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝x"])("%j stays text, and is marked so", (text) => {
    expect(textCell("B2", text)).toMatch(/^<c r="B2" s="4" t="inlineStr"><is><t xml:space="preserve">/);
    expect(textCell("B2", text)).not.toContain("<f");
  });

  it("is cut where a cell ends, says so, and never in the middle of a sign", () => {
    const fits = "x".repeat(CELL_LIMIT);
    expect(fitting(fits)).toBe(fits);
    for (const long of [`${fits}y`, "🚀".repeat(20_000), `x${"🚀".repeat(20_000)}`]) {
      const cut = fitting(long);
      expect(cut.length).toBeLessThanOrEqual(CELL_LIMIT);
      expect(cut.length).toBeGreaterThan(CELL_LIMIT - 3);
      expect(cut).toContain(`cut: ${long.length.toLocaleString("en")} characters`);
      expect(cut.isWellFormed?.() ?? true).toBe(true);
      expect(xmlText(cut)).not.toContain("\ufffd");
    }
  });
});

describe("numbers and dates", () => {
  it.each([
    ["2026-07-31", 46234],
    ["1900-03-01", 61],
    ["2026-06-15T12:00:00.000Z", 46188.5],
    ["1899-12-31", null],
    ["soon", null],
  ])("%s is day %s", (text, serial) => {
    expect(serialDay(text)).toBe(serial);
  });

  it.each([
    ["12", true],
    ["-0.5", true],
    ["1e-7", true],
    ["1 000", false],
    ["", false],
    ["=1", false],
    ["Infinity", false],
    ["0x10", false],
  ])("%j is a number: %s", (text, is) => {
    expect(plainNumber(text)).toBe(is ? text : null);
  });
});
