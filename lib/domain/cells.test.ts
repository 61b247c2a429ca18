import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMN_TEXT, csvCell, defuse, readLinks, readList, restore } from "./cells";
import { isLinkable } from "./text";

const awkward = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."'=+-@\t\r\n\\,;|<> \u00a0\u2028\"＝aé".split("")),
    fc.string({ unit: "grapheme" }),
  ),
});

describe("a cell that no spreadsheet computes", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30", "'+49 30"],
    ["-", "'-"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["\rx", "'\rx"],
    ["＝1", "'＝1"],
    ["'=1", "''=1"],
    ["'plain", "'plain"],
    ["a=b", "a=b"],
    ["", ""],
  ])("%j is written as %j", (text, cell) => {
    expect(defuse(text)).toBe(cell);
    expect(restore(cell)).toBe(text);
  });

  it("gives every text back", () => {
    fc.assert(fc.property(awkward, (text) => restore(defuse(text)) === text));
    fc.assert(fc.property(awkward, (text) => !/^[=+\-@\t\r]/.test(defuse(text))));
  });

  it.each([
    ["plain", "plain"],
    ['a "b"', '"a ""b"""'],
    ["a,b", '"a,b"'],
    ["a;b", '"a;b"'],
    ["two\r\nlines", '"two\r\nlines"'],
    [" x", '" x"'],
    ["=1", "'=1"],
  ])("%j stands in a file as %s", (text, cell) => expect(csvCell(text)).toBe(cell));
});

describe("a list in a cell", () => {
  it.each([
    ["a, b;c|d\ne", ["a", "b", "c", "d", "e"]],
    [" a ,, ;", ["a"]],
    ["", []],
    ["personal data", ["personal data"]],
    ["a\\, b, c", ["a, b", "c"]],
    ["\\ a\\ ", [" a "]],
    ["a\\", ["a\\"]],
  ])("%j holds %j", (cell, items) => expect(readList(cell)).toEqual(items));

  it("gives back whatever was written into it", () => {
    const items = fc.array(awkward.filter((item) => item !== ""));
    fc.assert(
      fc.property(items, (list) => {
        expect(readList(COLUMN_TEXT.list(list))).toEqual(list);
      }),
    );
  });
});

describe("links in a cell", () => {
  it.each([
    ["https://a.example", [{ label: "", url: "https://a.example" }]],
    ["Run book <https://a.example/b>", [{ label: "Run book", url: "https://a.example/b" }]],
    [
      "https://a.example mailto:x@y.example\r\n\r\nb <https://b.example>\r\n",
      [
        { label: "", url: "https://a.example" },
        { label: "", url: "mailto:x@y.example" },
        { label: "b", url: "https://b.example" },
      ],
    ],
    ["", []],
  ])("%j are %j", (cell, links) => expect(readLinks(cell)).toEqual(links));

  it.each(["javascript:alert(1)", "x <javascript:alert(1)>", "see the wiki", "https://a.example ftp://b"])(
    "%j are none, and it says which is wrong",
    (cell) => expect(readLinks(cell)).toEqual({ wrong: expect.any(String) }),
  );

  it("give back every label and address", () => {
    const url = fc.webUrl({ withQueryParameters: true }).filter(isLinkable);
    const links = fc.array(
      fc.record({ label: awkward, url: fc.oneof(url, fc.constant("https://e.example/<a,b;c>")) }),
    );
    fc.assert(
      fc.property(links, (list) => {
        expect(readLinks(COLUMN_TEXT.links(list))).toEqual(list);
      }),
    );
  });
});
