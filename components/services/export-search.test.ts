import { describe, expect, it } from "vitest";
import { exportFilters } from "@/lib/contracts/exports";
import { NO_CHOICE } from "./choice-query";
import { exportHref, exportWords } from "./export-search";

describe("the address of a file", () => {
  it("carries the filters of the page as the server takes them", () => {
    const choice = { q: "pay & ledger", team: ["a", "b"], tier: ["1" as const], tag: ["ü"] };
    const url = new URL(exportHref("answers", "csv", choice), "http://here");
    expect(url.pathname).toBe("/api/v1/exports/answers");
    const sent: Record<string, string | string[]> = {};
    for (const name of new Set(url.searchParams.keys())) {
      const values = url.searchParams.getAll(name);
      sent[name] = name === "q" || name === "format" ? (values[0] ?? "") : values;
    }
    expect(exportFilters.parse(sent)).toMatchObject({
      q: choice.q,
      team: ["a", "b"],
      tag: ["ü"],
      format: "csv",
    });
  });
  it("is plain without filters", () => {
    expect(exportHref("services", "ndjson", NO_CHOICE)).toBe("/api/v1/exports/services?format=ndjson");
  });
});

describe("what the files hold", () => {
  it.each([
    [{}, [], "Of all services, the retired ones too."],
    [{ q: "pay" }, [], "Of the services that the filters leave, the retired ones too."],
    [{ lifecycle: ["live" as const] }, [], "Of the services that the filters leave."],
    [{}, ["owner"], "Of all services, the retired ones too. Filters by owner are not in it."],
    [
      {},
      ["area", "owner", "due date"],
      "Of all services, the retired ones too. Filters by area, owner and due date are not in it.",
    ],
  ])("%j %j", (choice, others, words) => {
    expect(exportWords(choice, others)).toBe(words);
  });
});
