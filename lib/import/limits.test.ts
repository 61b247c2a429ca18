import { describe, expect, it } from "vitest";
import { AppError } from "../domain/errors";
import { readTable } from "./read-table";
import { readYaml } from "./read-yaml";

const refusalOf = (csv: string) => {
  try {
    readTable(csv);
    return null;
  } catch (error) {
    return error instanceof AppError ? error.message : error;
  }
};

describe("limits of what the parsers see", () => {
  it.each([
    ["a row of very many cells", "a,".repeat(400_000), "csv: It has more than 1,000 columns."],
    [
      "very many cells",
      "a,".repeat(99).concat("\n").repeat(4_000),
      "csv: It has more than 300,000 cells. Split it",
    ],
    ["very many rows", "a\n".repeat(450_000), "csv: It has 449,999 rows: import at most 20,000 at once."],
  ])("a table with %s is refused before it is parsed", (_, csv, message) => {
    expect(refusalOf(csv)).toContain(message);
  });

  it.each([
    ["separators within quotes", `a,b\n"${"1,".repeat(2_000)}","${"\n".repeat(30_000)}"\n`],
    ["doubled quotes", `a,b\n"say ""${",".repeat(2_000)}""",x\n`],
    ["lines without anything", `a,b\n${"\n".repeat(100_000)}1,2\n`],
    ["a quote within a cell", `a,b\n5" pipe,x\n`],
  ])("a table with %s is counted as it is read", (_, csv) => {
    expect(readTable(csv).rows).toHaveLength(1);
  });

  it.each([
    [
      "brackets opened and closed on one line",
      "[".repeat(60_000) + "]".repeat(60_000),
      "It is nested too deeply to be read.",
    ],
    ["tags", "!a ".repeat(60_000), "There are more than 5,000 anchors, aliases and tags."],
    ["anchors", "- &a 1\n".repeat(60_000), "There are more than 5,000 anchors, aliases and tags."],
  ])("YAML with very many %s is refused before it is parsed", (_, yaml, problem) => {
    expect(readYaml(yaml)).toEqual([{ line: expect.any(Number), value: null, problem }]);
  });

  const lines = (indent: string, line: string) => `${indent}${line}\n`.repeat(70);
  it.each([
    ["a block text", `description: |\n${lines("  ", "use [ or { to begin")}`],
    ["a folded text", `description: >-\n${lines("  ", "- - { ? [")}`],
    ["a text of many lines", `description: begins\n${lines("  ", "[ { more")}`],
    ["quotes", `a: "${"[".repeat(70)}"\nb: '${"{".repeat(70)}'\n`],
    ["quotes over lines", `a: "b\n${lines("  ", "[ {")}  "\n`],
    ["comments", `a: 1\n${lines("", "# use [ or {")}b: 2 # ${"[{".repeat(70)}\n`],
    ["a line of dashes in a text", `a: |\n  ${"- ".repeat(70)}\n`],
    ["brackets that are closed", `a: [${"[],".repeat(500)}]\n`],
  ])("brackets and dashes in %s are no nesting", (_, yaml) => {
    expect(readYaml(yaml)).toMatchObject([{ problem: null }]);
  });

  it.each([
    ["brackets behind a text", `a: |\n  text\nb: ${"[".repeat(61)}${"]".repeat(61)}\n`, 3],
    ["brackets behind an apostrophe", `a: it's\nb: ${"[{x: ".repeat(31)}\n`, 2],
    ["brackets behind quotes", `"a": '"'\nb: ["x", ${"[".repeat(61)}\n`, 2],
    ["brackets behind a sign of comments", `a: x#y\nb: [z#, ${"[".repeat(61)}\n`, 2],
    ["brackets over lines, with texts and comments", `a:\n${lines(" ", '[ "]", # ]')}`, 62],
    ["dashes", `a: 1\nb:\n  ${"- ".repeat(61)}x\n`, 3],
    ["dashes behind tags", `b:\n  ${"- !a ".repeat(61)}x\n`, 2],
    ["indentation", `a:\n${" ".repeat(1_000)}b: 1\n`, 2],
  ])("%s nested too deeply are still refused, with their line", (_, yaml, line) => {
    const problem = "It is nested too deeply to be read.";
    expect(readYaml(yaml)).toEqual([{ line, value: null, problem }]);
  });

  it("sixty brackets are read", () => {
    expect(readYaml(`a: ${"[".repeat(60)}${"]".repeat(60)}\n`)).toMatchObject([{ problem: null }]);
  });

  it("stars and exclamation marks of a text are no aliases or tags", () => {
    const text = `kind: A\nmetadata:\n  description: |\n${"    * one! & two\n".repeat(5_000)}`;
    expect(readYaml(text)).toMatchObject([{ problem: null }]);
  });
});
