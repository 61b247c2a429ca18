import { describe, expect, it } from "vitest";
import { readTable } from "./read-table";

describe("reading a table", () => {
  it.each([
    ["name,team\nA,T\n", ","],
    ["name;team\nA;T\n", ";"],
    ["name\tteam\nA\tT\n", "\t"],
    ['"name, or so";team\nA;T\n', ";"],
    ["name, with a comma\tteam\nA\tT", "\t"],
    ["\ufeffname;team\r\nA;T\r\n", ";"],
    ["\n\nname,team\n\nA,T\n,\n \n", ","],
    ["name,team\rA,T\r", ","],
  ])("%j is parted by %j", (text, separator) => {
    const table = readTable(text);
    expect(table.separator).toBe(separator);
    expect(table.headers[1]).toBe("team");
    expect(table.rows.map((row) => row.cells)).toEqual([["A", "T"]]);
  });

  it("says on which line each row begins, whatever its cells hold", () => {
    const text = 'name,note\r\nA,"one\r\ntwo"\r\n\r\nB,"1\n2\n3"\r\nC,x\n"D ""d""",5" pipe\n';
    expect(readTable(text).rows).toEqual([
      { line: 2, cells: ["A", "one\r\ntwo"] },
      { line: 5, cells: ["B", "1\n2\n3"] },
      { line: 8, cells: ["C", "x"] },
      { line: 9, cells: ['D "d"', '5" pipe'] },
    ]);
  });

  it("takes rows that are shorter or longer than the headers", () => {
    expect(readTable("a,b\n1\n1,2,3\n").rows.map((row) => row.cells)).toEqual([["1"], ["1", "2", "3"]]);
  });

  it.each([
    ["", "There is nothing in it"],
    [" \n,,\n", "There is nothing in it"],
    ['a,b\n"x,1\n', "A quote is opened and never closed."],
  ])("refuses %j", (text, message) => {
    expect(() => readTable(text)).toThrow(message);
  });

  it("takes one column alone", () => {
    expect(readTable("slug\ncheckout\n")).toMatchObject({
      separator: ",",
      headers: ["slug"],
      rows: [{ line: 2 }],
    });
  });
});
