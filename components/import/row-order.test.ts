import { describe, expect, it } from "vitest";
import { type ImportAction, importRow } from "@/lib/domain/import-rows";
import { ALL_ROWS, arrange, present } from "./row-order";

const row = (key: string, action: ImportAction, name = key) =>
  importRow({ key, line: Number(key) || null, kind: "service", name, action });
const ROWS = [
  row("2", "create", "Checkout"),
  row("3", "error", "Ledger"),
  row("4", "same"),
  row("5", "error"),
];
const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);

describe("the order of rows", () => {
  it("has those to mend first, then the file's", () => {
    expect(arrange(ROWS, ALL_ROWS).keys).toEqual(["3", "5", "2", "4"]);
  });
  it("has only what was asked for", () => {
    expect(arrange(ROWS, { show: "same", q: "" }).keys).toEqual(["4"]);
    expect(arrange(ROWS, { show: null, q: "  LEDG " }).keys).toEqual(["3"]);
    expect(arrange(ROWS, { show: "create", q: "ledger" }).keys).toEqual([]);
  });
  it("stays while rows are mended, also where they do not fit the filter any more", () => {
    const choice = { show: "error" as const, q: "" };
    const order = arrange(ROWS, choice);
    const mended = [row("2", "create"), row("3", "create"), row("4", "same"), row("5", "error")];
    const now = present(order, mended, choice);
    expect(now.map(({ key, action }) => [key, action])).toEqual([
      ["3", "create"],
      ["5", "error"],
    ]);
  });
  it("takes in at the end what came anew and fits, and lets go of what is not there", () => {
    const order = arrange(ROWS, ALL_ROWS);
    const now = [...ROWS.slice(0, 3), row("team:payments", "create")];
    expect(keys(present(order, now, ALL_ROWS))).toEqual(["3", "2", "4", "team:payments"]);
    expect(keys(present(order, now, { show: "error", q: "" }))).toEqual(["3", "2", "4"]);
  });
});
