import { describe, expect, it } from "vitest";
import { IMPORT_TABLES, TABLE_FIELDS } from "@/lib/domain/import-columns";
import { fieldColumns, neededText } from "./column-words";

describe("the columns of a table", () => {
  it("say how each came to its field", () => {
    const all = fieldColumns(
      "answers",
      { service: 0, question: null, verdict: 2, reason: null },
      { verdict: 2, reason: null },
      ["question"],
    );
    expect(all.slice(0, 6).map(({ field, place, matched }) => [field, place, matched])).toEqual([
      ["service", 0, "by name"],
      ["question", null, "needed"],
      ["verdict", 2, "by hand"],
      ["reason", null, "left out by hand"],
      ["evidence", null, "not found"],
      ["version", null, "not found"],
    ]);
  });
  it.each(IMPORT_TABLES)("have words of their own for every field of %s", (what) => {
    const labels = fieldColumns(what, {}, {}, []).map(({ label }) => label);
    expect(new Set(labels).size).toBe(TABLE_FIELDS[what].length);
  });
});

describe("what a table cannot be read without", () => {
  it.each([
    [["name" as const], "services" as const, "name or short name"],
    [
      ["service" as const, "question" as const, "verdict" as const],
      "answers" as const,
      "service, question and verdict",
    ],
    [["question" as const], "gaps" as const, "question"],
  ])("%j of %s", (missing, what, text) => {
    expect(neededText(missing, what)).toBe(text);
  });
});
