import { describe, expect, it } from "vitest";
import { NO_CHOICE } from "@/components/addresses/pages";
import { exportFilters } from "@/lib/contracts/exports";
import { exportHref, exportWords, formatWords } from "./export-search";

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
  it("carries one service, and the day that the page is as of", () => {
    const href = exportHref("exposure", "xlsx", { ...NO_CHOICE, service: ["pay"], asOf: "2026-03-29" });
    expect(href).toBe("/api/v1/exports/exposure?service=pay&asOf=2026-03-29&format=xlsx");
    const sent = { service: ["pay"], asOf: "2026-03-29", format: "xlsx" };
    expect(exportFilters.parse(sent)).toEqual(sent);
    expect(exportHref("gaps", "csv", { service: [], asOf: "" })).toBe("/api/v1/exports/gaps?format=csv");
  });
  it("is plain without filters", () => {
    expect(exportHref("services", "ndjson", NO_CHOICE)).toBe("/api/v1/exports/services?format=ndjson");
  });
});

it("asks for the gaps of the services that a filter leaves, and for those services by its own name", () => {
  const owner = ["0b6f7f0e-3d52-4b8e-9a44-6a1f0f1d2c3b"];
  const search = (what: "gaps" | "answers") =>
    new URL(exportHref(what, "csv", { owner }), "http://here").search;
  expect(search("gaps")).toBe(`?serviceOwner=${owner[0]}&format=csv`);
  expect(search("answers")).toBe(`?owner=${owner[0]}&format=csv`);
});

describe("the file of gaps", () => {
  const choice = { ...NO_CHOICE, team: ["pay"], ofGaps: "owner=me&due=overdue&kind=blocker&kind=stale" };

  it("takes the filters of their list along", () => {
    const url = new URL(exportHref("gaps", "xlsx", choice), "http://here");
    expect(url.search).toBe("?team=pay&owner=me&due=overdue&kind=blocker&kind=stale&format=xlsx");
    const sent = { team: ["pay"], owner: ["me"], due: "overdue", kind: ["blocker", "stale"], format: "xlsx" };
    expect(exportFilters.parse(sent)).toEqual(sent);
  });

  it("is the only one that does", () => {
    expect(exportHref("answers", "csv", choice)).toBe("/api/v1/exports/answers?team=pay&format=csv");
  });
});

describe("what the files hold", () => {
  it.each([
    ["services", {}, "For all services, including retired ones."],
    ["services", { q: "pay" }, "For the services that match the filters, including retired ones."],
    ["answers", { lifecycle: ["live" as const] }, "For the services that match the filters."],
    ["exposure", { service: ["pay"] }, "For the services that match the filters."],
    ["exposure", {}, "For all services that are not retired."],
    ["gaps", {}, "For all services that are not retired."],
    ["gaps", { team: ["pay"] }, "For the services that match the filters."],
    ["gaps", { ofGaps: "owner=me" }, "Gaps: as listed here. The rest: everything that their services have."],
  ] as const)("%s %j", (what, choice, words) => {
    expect(exportWords(what, choice)).toBe(words);
  });

  it("says as of when they are, on a page of another day", () => {
    expect(exportWords("exposure", {}, "at the end of 29 March 2026")).toBe(
      "For all services that are not retired. As it was at the end of 29 March 2026, like this page.",
    );
  });

  it.each([
    ["services", "csv", false, "CSV, imports again (to 1 MB)"],
    ["services", "csv", true, "CSV"],
    ["exposure", "csv", false, "CSV"],
    ["answers", "xlsx", false, "Excel"],
  ] as const)("%s as %s, of another day: %s, is called %s", (what, format, past, words) => {
    expect(formatWords(what, format, past)).toBe(words);
  });
});
