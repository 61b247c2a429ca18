import { describe, expect, it } from "vitest";
import { readSheet, unzip } from "../../../testing/read-xlsx";
import { columnsOf } from "../export";
import { letters } from "./sheet";
import { writeWorkbook } from "./workbook";

const AT = new Date("2026-06-15T12:00:00Z");
const columns = columnsOf({ name: 20, count: "number", day: "day", at: "instant", open: "boolean" });

async function* each(rows: readonly string[][]) {
  yield* rows;
}
async function made(rows: readonly string[][], limit?: number) {
  const parts: Buffer[] = [];
  const workbook = { title: "Gaps & more", columns, rows: each(rows), at: AT, ...(limit ? { limit } : {}) };
  for await (const part of writeWorkbook(workbook)) parts.push(part);
  return unzip(Buffer.concat(parts));
}
const sheet = (files: Map<string, string>, number = 1) =>
  readSheet(files.get(`xl/worksheets/sheet${number}.xml`) ?? "");

describe("a workbook", () => {
  it("keeps numbers, days, instants and yes or no as such; what is none of them stays text", async () => {
    const [head, first, second] = sheet(
      await made([
        ["=1+1", "2.5", "2026-07-31", "2026-06-15T12:00:00.000Z", "true"],
        ["", "many", "soon", "1850-01-01T00:00:00Z", "perhaps"],
      ]),
    );
    expect([...(head ?? [])].map(([letter, { value, style }]) => [letter, value, style])).toEqual([
      ["A", "name", 1],
      ["B", "count", 1],
      ["C", "day", 1],
      ["D", "at", 1],
      ["E", "open", 1],
    ]);
    expect([...(first?.values() ?? [])]).toEqual([
      { value: "=1+1", style: 4 },
      { value: 2.5, style: 0 },
      { value: 46234, style: 2 },
      { value: 46188.5, style: 3 },
      { value: true, style: 0 },
    ]);
    expect(second?.has("A")).toBe(false);
    expect([...(second?.values() ?? [])].map(({ value }) => value)).toEqual([
      "many",
      "soon",
      "1850-01-01T00:00:00Z",
      "perhaps",
    ]);
  });

  it("shows money as money, and leads where its links do; a text that looks like a formula stays marked as text", async () => {
    const files = new Map<string, string>();
    const some = columnsOf({ loss: "money", evidence: "link", ticket: "link" });
    const rows = [
      ["1234.5", "a run <https://example.com/run?a=1&b=2>\nhttps://example.com/2", "mailto:ana@example.com"],
      ["", '=cmd <https://example.com/"x">', "no address"],
    ];
    const parts: Buffer[] = [];
    for await (const part of writeWorkbook({ title: "T", columns: some, rows: each(rows), at: AT }))
      parts.push(part);
    for (const [path, text] of unzip(Buffer.concat(parts))) files.set(path, text);
    const [, first, second] = sheet(files);
    expect([...(first?.values() ?? [])].map(({ style }) => style)).toEqual([5, 6, 6]);
    expect([...(second?.values() ?? [])].map(({ style }) => style)).toEqual([4, 0]);
    expect(files.get("xl/worksheets/sheet1.xml")).toContain(
      '<hyperlinks><hyperlink ref="B2" r:id="rId1"/><hyperlink ref="C2" r:id="rId2"/><hyperlink ref="B3" r:id="rId3"/></hyperlinks></worksheet>',
    );
    const targets = [
      ...(files.get("xl/worksheets/_rels/sheet1.xml.rels") ?? "").matchAll(/Target="([^"]*)"/g),
    ];
    expect(targets.map(([, target]) => target)).toEqual([
      "https://example.com/run?a=1&amp;b=2",
      "mailto:ana@example.com",
      "https://example.com/&quot;x&quot;",
    ]);
    expect(files.get("xl/styles.xml")).toContain('numFmtId="166" formatCode="#,##0.00"');
  });

  it("leads from as many cells as spreadsheets allow; further ones do not look as if they led anywhere", async () => {
    const some = columnsOf({ ticket: "link" });
    const rows = Array.from({ length: 65_531 }, () => ["https://example.com/"]);
    const parts: Buffer[] = [];
    for await (const part of writeWorkbook({ title: "T", columns: some, rows: each(rows), at: AT }))
      parts.push(part);
    const read = sheet(unzip(Buffer.concat(parts)));
    expect(read.slice(-2).map((row) => row.get("A")?.style)).toEqual([6, 0]);
  });

  it("keeps its first row in sight, gives columns their widths, and names its parts", async () => {
    const files = await made([]);
    expect([...files.keys()]).toEqual([
      "xl/worksheets/sheet1.xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "_rels/.rels",
      "[Content_Types].xml",
    ]);
    const xml = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<col min="1" max="1" width="20" customWidth="1"/>');
    expect(files.get("xl/workbook.xml")).toContain('<sheet name="Gaps &amp; more" sheetId="1" r:id="rId1"/>');
  });

  it("goes on in the next sheet where one is full, each with its head", async () => {
    const rows = Array.from({ length: 7 }, (_, index) => [`row ${index}`, String(index), "", "", ""]);
    const files = await made(rows, 4);
    const names = [1, 2, 3].map((number) => sheet(files, number).map((row) => row.get("A")?.value));
    expect(names).toEqual([
      ["name", "row 0", "row 1", "row 2"],
      ["name", "row 3", "row 4", "row 5"],
      ["name", "row 6"],
    ]);
    expect(files.get("xl/workbook.xml")).toContain('name="Gaps &amp; more 3" sheetId="3" r:id="rId3"');
    expect(files.get("[Content_Types].xml")).toContain("/xl/worksheets/sheet3.xml");
    expect(files.has("xl/worksheets/sheet4.xml")).toBe(false);
  });

  it("makes no empty sheet when the rows end where the sheet does", async () => {
    const rows = Array.from({ length: 3 }, (_, index) => [`row ${index}`]);
    expect((await made(rows, 4)).has("xl/worksheets/sheet2.xml")).toBe(false);
  });

  it("breaks off with the error of its rows, and stops them when nobody reads on", async () => {
    let stopped = 0;
    async function* rows(fail: boolean) {
      try {
        for (let index = 0; index < 100_000; index += 1) {
          if (fail && index === 5_000) throw new Error("gone");
          yield [`row ${index} ${Math.sin(index)}`];
        }
      } finally {
        stopped += 1;
      }
    }
    const read = async (fail: boolean, most: number) => {
      let parts = 0;
      for await (const part of writeWorkbook({ title: "T", columns, rows: rows(fail), at: AT })) {
        parts += Number(part.length > 0);
        if (parts === most) return;
      }
    };
    await expect(read(true, Number.POSITIVE_INFINITY)).rejects.toThrow("gone");
    await read(false, 2);
    expect(stopped).toBe(2);
  });
});

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (column, name) => {
  expect(letters(column)).toBe(name);
});
