import { describe, expect, it } from "vitest";
import { readYaml } from "@/lib/import/read-yaml";
import { fileName, guessSource, joinParts, type Part, placeOf, readWanted } from "./parts";

const part = (name: string | null, text: string): Part => ({ name, text });
const a = part("a.yaml", "kind: Group\nmetadata: {name: a}");
const b = part("b.yaml", "---\nkind: Component\nmetadata: {name: b}\n");
const c = part("c.yaml", "%YAML 1.2\n---\nkind: Component\nmetadata: {name: c}\n");

describe("several files as one text", () => {
  it.each<[string, Part[]]>([
    ["ended by a line or not", [a, b, a]],
    ["one that begins with a directive", [a, c, b]],
    ["with an empty one between", [b, part(null, ""), a]],
  ])("every document is read, and its line is found again: %s", (_, parts) => {
    const documents = readYaml(joinParts(parts));
    expect(documents.map(({ problem }) => problem)).toEqual(documents.map(() => null));
    const filled = parts.filter(({ text }) => text !== "");
    expect(documents).toHaveLength(filled.length);
    for (const [index, document] of documents.entries()) {
      const place = placeOf(document.line, parts);
      const there = filled[index]?.text.split("\n")[place.line - 1];
      expect(place.name).toBe(filled[index]?.name);
      expect(there).toMatch(/^kind:/);
    }
  });
  it("a lone file keeps its lines and needs no name", () => {
    expect(placeOf(7, [a])).toEqual({ index: 0, name: null, line: 7 });
    expect(joinParts([a])).toBe(a.text);
  });
});

describe("what a text is", () => {
  it.each([
    ["its name says so", part("x.YML", "a,b"), "backstage"],
    ["its name says it is a table", part("x.csv", "kind: x"), "csv"],
    ["it begins like an entity", part(null, "# us\napiVersion: v1\n"), "backstage"],
    ["its first line has cells", part("list.txt", "name\tteam\nCheckout\tPayments"), "csv"],
    ["nothing tells", part(null, "Checkout"), null],
    ["nothing is there", part(null, "  \n"), null],
  ])("%s", (_, given, source) => {
    expect(guessSource(given)).toBe(source);
  });
});

describe("the name for the audit trail", () => {
  it("is that of the file, names of several, nothing for pasted text", () => {
    expect(fileName([part(null, "x")])).toBeUndefined();
    expect(fileName([a])).toBe("a.yaml");
    expect(fileName([a, b, part(null, "x")])).toBe("2 files: a.yaml, b.yaml");
  });
  it("is cut at 200 characters, never within one", () => {
    const long = fileName([part(`${"🛒".repeat(300)}.csv`, "x")]) ?? "";
    expect([...long]).toHaveLength(200);
    expect(long.isWellFormed()).toBe(true);
  });
});

describe("what the address asks for", () => {
  it.each([
    ["gaps", { source: "csv", what: "gaps" }],
    ["csv", { source: "csv", what: null }],
    ["else", { source: "backstage", what: null }],
    [["gaps", "csv"], { source: "backstage", what: null }],
    [undefined, { source: "backstage", what: null }],
  ])("%s", (value, wanted) => {
    expect(readWanted(value)).toEqual(wanted);
  });
});
