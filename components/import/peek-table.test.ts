import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "@/lib/import/read-table";
import { peekRows, samplesOf } from "./peek-table";

describe("a look into a table", () => {
  it.each<[string, string, string, string[][]]>([
    [
      "commas",
      ",",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "tabs and empty lines",
      "\t",
      "a\tb\r\n\r\n1\t2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "quotes over lines",
      ";",
      'a;b\n"x\n;""y""";2\n',
      [
        ["a", "b"],
        ['x\n;"y"', "2"],
      ],
    ],
    ["a byte order mark", ",", "\ufeffa,b", [["a", "b"]]],
    ["nothing", ",", "", []],
  ])("reads %s", (_, separator, text, rows) => {
    expect(peekRows(text, separator)).toEqual(rows);
  });
  it("reads no further than it must", () => {
    expect(peekRows("a\n".repeat(100), ",", 5)).toHaveLength(5);
  });
  it("reads as the server does", () => {
    const cell = fc.stringMatching(/^[a-z ,;"\n]{0,6}$/);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (cells) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = `x,y\n${cells.map((row) => row.map(quote).join(",")).join("\n")}`;
        expect(peekRows(text, ",").slice(1)).toEqual(readTable(text).rows.map((row) => row.cells));
      }),
    );
  });
});

describe("samples of a column", () => {
  it("are its first three different values, each on one short line", () => {
    const text = `name,team\nA,Payments\nB,Payments\n"C\nD",\nE,${"🛒".repeat(50)}\nF,x`;
    expect(samplesOf(text, ",", 3)).toEqual([
      ["A", "B", "C D"],
      ["Payments", `${"🛒".repeat(39)}…`, "x"],
      [],
    ]);
  });
});
