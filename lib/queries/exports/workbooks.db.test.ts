import { beforeAll, describe, expect, it } from "vitest";
import { importCsv } from "../../commands/import/import-csv";
import { EXPORTS, type ExportFilters, type ExportName } from "../../contracts/exports";
import { db } from "../../db/client";
import { AWKWARD, anAwkwardPortfolio, QUESTION, text } from "../../testing/awkward-portfolio";
import { aModel } from "../../testing/cost-models";
import { resetDatabase } from "../../testing/database";
import { aPerson, daysLater, NOON, scopeOf } from "../../testing/factories";
import { newestPoint } from "../../testing/fold";
import { send, signedIn } from "../../testing/http";
import { type ReadCell, readSheet, unzip } from "../../testing/read-xlsx";
import { loadGaps } from "../gaps/gaps";
import { loadExport } from "./load-export";

type Awkward = Awaited<ReturnType<typeof anAwkwardPortfolio>>;
let portfolio: Awkward;
beforeAll(async () => {
  await resetDatabase();
  portfolio = await anAwkwardPortfolio();
});

/** The rows of an export as a spreadsheet shows them, by the names of its columns. */
async function table(what: ExportName, filters: ExportFilters = {}) {
  const asked = { ...filters, format: "xlsx" as const };
  const scope = scopeOf(await aPerson(), "export:read");
  const { body, contentType } = await loadExport(scope, what, asked, daysLater(1));
  expect(contentType).toContain("spreadsheetml");
  const files = unzip(Buffer.from(await new Response(body).arrayBuffer()));
  const xml = files.get("xl/worksheets/sheet1.xml") ?? "";
  expect(xml).not.toMatch(/<f[ >]/);
  const [head = new Map<string, ReadCell>(), ...rows] = readSheet(xml);
  return rows.map(
    (row) =>
      Object.fromEntries([...head].map(([letter, { value }]) => [value, row.get(letter)?.value])) as Record<
        string,
        string | number | boolean | undefined
      >,
  );
}
const lines = async (what: ExportName) =>
  (await text(what, "ndjson"))
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("a workbook of", () => {
  it("answers has every text as it is, whatever spreadsheets make of it", async () => {
    const rows = await table("answers");
    const answered = rows.filter((row) => row.version === 1);
    expect(answered.map((row) => row.reason).sort()).toEqual([...AWKWARD].sort());
    const json = await lines("answers");
    expect(rows).toHaveLength(json.length);
    for (const [at, { question, reason, verdict, stale, version, tier }] of json.entries()) {
      expect(rows[at]).toMatchObject({ question, verdict, stale, version, tier });
      expect(rows[at]?.reason ?? "").toBe(reason);
    }
    expect(answered[0]?.savedAt).toBeCloseTo(NOON.getTime() / 86_400_000 + 25_569, 6);
  });

  it("gaps has effort as a number and due dates as days", async () => {
    const planned = (await table("gaps")).filter((row) => row.effortDays === 0.25);
    expect(planned).toHaveLength(AWKWARD.length - 1);
    expect(planned[0]).toMatchObject({ dueOn: 46387, state: "open", version: 1 });
    expect(planned.map((row) => row.note).sort()).toEqual(AWKWARD.slice(1).sort());
  });

  it.each(EXPORTS)("%s has as many rows as its JSON", async (what) => {
    expect(await table(what)).toHaveLength((await lines(what)).length);
  });

  it("a text that is longer than a cell is cut there, and whole in the other formats", async () => {
    const { serviceId, questionKey, version, verdict, savedById } = await db().answer.findFirstOrThrow({
      where: { serviceId: portfolio.made.id },
    });
    const long = "🚀".repeat(20_000);
    await db().entry.create({
      data: {
        ...{ serviceId, questionKey, version: version + 1, kind: "save", at: NOON, personId: savedById },
        ...{ source: "person", from: verdict, to: verdict, reason: long, evidence: [] },
      },
    });
    const row = (await table("answers")).find(
      (each) => each.question === questionKey && each.service === portfolio.made.slug,
    );
    expect(String(row?.reason).length).toBeLessThanOrEqual(32_767);
    expect(String(row?.reason)).toMatch(/^(🚀)+ … \[cut: 40,000 characters/u);
    expect(await text("answers", "csv")).toContain(long);
  });
});

describe("the export of gaps", () => {
  const gaps = async (filters: ExportFilters, by?: Awkward["made"]["lead"]) => {
    const scope = scopeOf(by ?? (await aPerson()), "export:read");
    const { body } = await loadExport(scope, "gaps", filters, daysLater(1));
    return (await new Response(body).json()).items as { question: string; service: string; note: string }[];
  };

  it("takes the filters of the list of gaps", async () => {
    const { made, other, third } = portfolio;
    expect(await gaps({ question: QUESTION, service: [made.slug] })).toHaveLength(1);
    expect(await gaps({ due: "planned" })).toHaveLength(AWKWARD.length - 1);
    expect(await gaps({ owner: ["me"] }, made.lead)).toHaveLength(AWKWARD.length - 1);
    expect(await gaps({ owner: ["me"] })).toEqual([]);
    const known = await gaps({ kind: ["known"] });
    expect(known.map((gap) => gap.service)).toEqual(Array(AWKWARD.length).fill(made.slug));
    const services = new Set((await gaps({})).map((gap) => gap.service));
    expect(services).toEqual(new Set([made.slug, other.slug]));
    expect(new Set((await gaps({ lifecycle: ["retired"] })).map((gap) => gap.service))).toEqual(
      new Set([third.slug]),
    );
  });

  it("is the only one that does: another is refused, naming the filter", async () => {
    const as = await signedIn(await aPerson());
    const reply = await send("loadExport", { as, params: { what: "answers" }, query: "due=overdue" });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ field: "due" }] } });
  });

  it("says nothing of a plan that was about the time before the gap opened again, but its version", async () => {
    const { made } = portfolio;
    const plan = await db().gapPlan.findFirstOrThrow({ where: { serviceId: made.id, note: { not: "" } } });
    const { serviceId, questionKey, changedAt, version } = plan;
    const where = { serviceId_questionKey: { serviceId, questionKey } };
    await db().gapPlan.update({ where, data: { changedAt: daysLater(-400) } });
    const [gap] = await gaps({ question: questionKey, service: [made.slug] });
    expect(gap).toMatchObject({ owner: null, dueOn: null, note: "", state: "open", version });
    await db().gapPlan.update({ where, data: { changedAt } });
  });
});

describe("the export of exposure", () => {
  it("has known and unknown incidents by service and cost, and no money while nothing is priced (R2, R5)", async () => {
    const rows = await lines("exposure");
    const { made, other, third } = portfolio;
    expect(new Set(rows.map((row) => row.service))).toEqual(new Set([made.slug, other.slug]));
    expect(rows.every((row) => row.expectedLoss === null)).toBe(true);
    expect(rows.find((row) => row.service === other.slug)).toMatchObject({ carried: "at_launch", known: 0 });
    expect(rows.some((row) => row.service === third.slug)).toBe(false);
    const state = await newestPoint(made.id);
    const incidents = state.incidents as Record<string, { known: number; unknown: number }>;
    for (const row of rows.filter((each) => each.service === made.slug)) {
      expect(row).toMatchObject({ ...incidents[row.cost], carried: "now" });
    }
    const services = await lines("services");
    const total = rows
      .filter((row) => row.service === made.slug)
      .reduce((sum, row) => sum + row.known + row.unknown, 0);
    expect(services.find((each) => each.slug === made.slug).incidentsPerYear).toBeCloseTo(total, 9);
    expect(services.find((each) => each.slug === third.slug)).toMatchObject({ incidentsPerYear: 0 });
  });
});

describe("what gaps are expected to cost", () => {
  it("stands in their export as in their list, and an import passes over it", async () => {
    const viewer = await aPerson({ admin: true });
    const unpriced = await lines("gaps");
    expect(unpriced.every((gap) => gap.expectedLoss === null && gap.currency === null)).toBe(true);
    await aModel(NOON);
    const list = await loadGaps(scopeOf(viewer, "gap:list"), { limit: 200, sort: "service" }, daysLater(1));
    const gaps = await lines("gaps");
    expect(gaps).toHaveLength(list.total.gaps);
    for (const row of list.items) {
      const gap = gaps.find((each) => each.service === row.service && each.question === row.question);
      const { usualEffortDays, overdue, number, teamName } = row;
      expect(gap).toMatchObject({ usualEffortDays, overdue, number, teamName });
      expect(gap.costs).toEqual(row.costs.map(({ cost }) => cost));
      if (row.expectedLoss === null) expect(gap).toMatchObject({ expectedLoss: null, currency: null });
      else expect(gap.expectedLoss / row.expectedLoss).toBeCloseTo(1, 9);
      expect(gap.currency).toBe(row.expectedLoss === null ? null : "EUR");
    }
    expect(gaps.some((gap) => gap.expectedLoss > 0)).toBe(true);
    const [cell] = await table("gaps");
    expect(cell).toMatchObject({
      expectedLoss: expect.any(Number),
      currency: "EUR",
      usualEffortDays: expect.any(Number),
    });
    const csv = await text("gaps", "csv");
    const { counts, applied } = await importCsv(scopeOf(viewer, "import:run"), { csv }, daysLater(1));
    expect({ ...counts, applied }).toMatchObject({ change: 0, create: 0, error: 0, applied: false });
  });
});
