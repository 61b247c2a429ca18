import { describe, expect, it } from "vitest";
import { decodeFile, readFiles } from "./read-file";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);
const part = (text: string) => ({ part: { name: "a.csv", text }, note: null });

describe("the text of a file", () => {
  it.each<[string, Uint8Array, string]>([
    ["UTF-8", utf8("Prüfung 🛒"), "Prüfung 🛒"],
    ["UTF-8 with its mark, which goes", bytes(0xef, 0xbb, 0xbf, 0x61), "a"],
    ["UTF-16 as Windows saves it", bytes(0xff, 0xfe, 0xfc, 0, 0x61, 0), "üa"],
    ["UTF-16 the other way round", bytes(0xfe, 0xff, 0, 0xfc), "ü"],
  ])("is read from %s", (_, given, text) => {
    expect(decodeFile("a.csv", given)).toEqual(part(text));
  });
  it("is read as older spreadsheets save it, and says so", () => {
    expect(decodeFile("a.csv", bytes(0x50, 0x72, 0xfc, 0x66))).toMatchObject({
      part: { text: "Prüf" },
      note: expect.stringContaining("Windows-1252"),
    });
  });
  it.each([
    ["a new spreadsheet", bytes(0x50, 0x4b, 3, 4, 1), /save it as CSV/],
    ["an old spreadsheet", bytes(0xd0, 0xcf, 0x11, 0xe0, 1), /save it as CSV/],
    ["something that is no text", bytes(0x61, 0, 0x62), /is not text/],
  ])("is refused for %s", (_, given, why) => {
    expect(decodeFile("a.xlsx", given)).toMatchObject({ problem: expect.stringMatching(why) });
  });
});

it("several files: what can be read is, the rest is named", async () => {
  const large = new File([new Uint8Array(5_000_001)], "all.yaml");
  const folder = {
    name: "services",
    size: 0,
    arrayBuffer: () => Promise.reject(new DOMException()),
  } as unknown as File;
  const read = await readFiles([new File(["kind: Group"], "a.yaml"), large, folder]);
  expect(read.parts).toEqual([{ name: "a.yaml", text: "kind: Group" }]);
  expect(read.problems).toEqual([
    expect.stringMatching(/^all\.yaml has 5 MB, and one import may carry 1 MB\. Split it team by team/),
    "services cannot be read; is it a folder?",
  ]);
});
