import { describe, expect, it } from "vitest";
import { guessTable, IMPORT_TABLES, matchColumns, missingFields } from "@/lib/domain/import-columns";
import { readTable } from "@/lib/import/read-table";
import { readServiceRows } from "@/lib/import/service-rows";
import { templateHref, templateOf } from "./template";

describe("a template", () => {
  it.each(IMPORT_TABLES)("of %s is known again: what it is, and every column", (what) => {
    const { headers, rows } = readTable(templateOf(what));
    expect(guessTable(headers)).toBe(what);
    const columns = matchColumns(what, headers);
    expect(missingFields(what, columns)).toEqual([]);
    expect(new Set(Object.values(columns))).toEqual(new Set(headers.keys()));
    expect(Object.entries(columns).map(([field, place]) => [field, headers[place]])).toEqual(
      Object.keys(columns).map((field) => [field, field]),
    );
    expect(rows).toHaveLength(1);
  });
  it("of services has an example that can be imported as it is", () => {
    const { headers, rows } = readTable(templateOf("services"));
    const { services } = readServiceRows(rows, matchColumns("services", headers));
    expect(services).toMatchObject([{ name: "Checkout", problems: [], notes: [] }]);
  });
  it("says in its address that it is UTF-8, and can be read there", () => {
    const [head = "", text = ""] = templateHref("gaps").split(/,(.*)/s);
    expect(head).toBe("data:text/csv;charset=utf-8");
    expect(decodeURIComponent(text)).toBe(`\ufeff${templateOf("gaps")}`);
  });
});
