import { beforeEach, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { importCsv } from "../../commands/import/import-csv";
import type { ExportFilters } from "../../contracts/exports";
import { operations } from "../../contracts/operations";
import { db } from "../../db/client";
import { AWKWARD, anAwkwardPortfolio, QUESTION, text } from "../../testing/awkward-portfolio";
import { countStatements } from "../../testing/count-statements";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { newestPoint } from "../../testing/fold";
import { send, signedIn } from "../../testing/http";
import { loadExport } from "./load-export";

describe("exports", () => {
  beforeEach(resetDatabase);

  it("of answers hold every question that applies, answered or not, as it stands now (S1, S5)", async () => {
    const made = await aService();
    const save = scopeOf(made.member, "answer:save", made.resource);
    await saveAnswer(
      save,
      QUESTION,
      {
        verdict: "yes",
        reason: "Tested.",
        evidence: [{ label: "t", url: "https://example.com" }],
        expectedVersion: 0,
      },
      NOON,
    );
    const lines = (await text("answers", "ndjson", {}, daysLater(4000)))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const state = await newestPoint(made.id);
    expect(lines).toHaveLength(state.counting);
    const { person } = made.member;
    expect(lines.find((line) => line.question === QUESTION)).toEqual({
      service: made.slug,
      serviceName: "Checkout",
      team: made.teamSlug,
      tier: 3,
      lifecycle: "live",
      question: QUESTION,
      area: "concurrency",
      critical: expect.any(Boolean),
      verdict: "yes",
      effectiveVerdict: "unclear",
      stale: true,
      reason: "Tested.",
      evidence: [{ label: "t", url: "https://example.com" }],
      savedAt: NOON.toISOString(),
      savedBy: { id: person.id, name: person.name },
      source: "person",
      origin: null,
      version: 1,
    });
    expect(lines.filter((line) => line.verdict === "unanswered" && line.version === 0)).toHaveLength(
      lines.length - 1,
    );
  });

  it("take the portfolio's filters, and leave deleted services out", async () => {
    const { made, other, third } = await anAwkwardPortfolio();
    const slugs = async (filters: Omit<ExportFilters, "format">) =>
      JSON.parse(await text("services", "json", filters)).items.map((item: { slug: string }) => item.slug);
    expect(await slugs({})).toEqual([other.slug, made.slug, third.slug]);
    expect(await slugs({ tier: ["1"] })).toEqual([other.slug]);
    expect(await slugs({ q: "Led", standing: ["unassessed"], lifecycle: ["building"] })).toEqual([
      other.slug,
    ]);
    expect(await slugs({ team: ["no-such"] })).toEqual([]);
    const gaps = JSON.parse(await text("gaps", "json", { tier: ["1"] }));
    expect(new Set(gaps.items.map((item: { service: string }) => item.service))).toEqual(
      new Set([other.slug]),
    );
    const history = JSON.parse(await text("history", "json", { tier: ["2"] }));
    expect(history.items).toHaveLength(AWKWARD.length);
    expect(JSON.parse(await text("history", "json", { tier: ["1"] }))).toEqual({
      items: [],
      nextCursor: null,
    });
    expect(await text("history", "csv", { tier: ["1"] })).toMatch(/^service,question,version,[\w,]+\r\n$/);
    expect(await text("history", "ndjson", { tier: ["1"] })).toBe("");
  });

  it("go on page by page over what one statement reads, each service once", async () => {
    const made = await aService();
    const scope = scopeOf(made.admin, "import:run");
    const rows = Array.from({ length: 250 }, (_, at) => `Same name ${at % 3},${made.teamSlug} ${at},1`);
    await importCsv(scope, { csv: `name,team,tier\n${rows.join("\n")}` }, NOON);
    const { result, statements } = await countStatements(() => text("answers", "ndjson"));
    const services = result
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).service);
    expect(new Set(services).size).toBe(251);
    // Who asks, what is new, everybody's names, the checklist at most, and one for each 40 services.
    expect(statements.filter((each) => each.startsWith("SELECT")).length).toBeLessThanOrEqual(12);
  });

  it("of answers without what stands in texts alone read nothing of it, in the order that is asked for", async () => {
    const made = await aService();
    const save = scopeOf(made.member, "answer:save", made.resource);
    await saveAnswer(save, QUESTION, { verdict: "no", reason: "So.", expectedVersion: 0 }, NOON);
    await text("answers", "csv");
    const { result, statements } = await countStatements(() =>
      text("answers", "ndjson", { fields: "verdict,service,question,version,savedAt" }),
    );
    const lines = result.trim().split("\n");
    expect(lines).toContain(
      `{"verdict":"no","service":"${made.slug}","question":"${QUESTION}","version":1,"savedAt":"${NOON.toISOString()}"}`,
    );
    expect(statements.filter((each) => /unnest|"Answer"/.test(each))).toEqual([]);
    const csv = await text("answers", "csv", { fields: "question,verdict,text,reason" });
    expect(csv).toMatch(/^question,verdict,text,reason\r\n/);
    expect(csv).toMatch(new RegExp(`\r\n${QUESTION},no,[^\r]+,So\\.\r\n`));
  });

  it.each([
    ["services", "slug,standing,expectedLoss"],
    ["gaps", "service,openedAt,plan,owner"],
    ["exposure", "cost,known"],
    ["history", "id,to,by"],
  ])("of %s hold only what is asked for: %s", async (what, fields) => {
    const made = await aService();
    const save = scopeOf(made.member, "answer:save", made.resource);
    await saveAnswer(save, QUESTION, { verdict: "no", reason: "So.", expectedVersion: 0 }, NOON);
    const [first] = JSON.parse(await text(what, "json", { fields: fields.replace(",plan", "") })).items;
    expect(Object.keys(first)).toEqual(fields.replace(",plan", "").split(","));
    const all = JSON.parse(await text(what, "json")).items;
    expect(all[0]).toMatchObject(first);
    await expect(text(what, "json", { fields: `${fields},nonsense` })).rejects.toMatchObject({
      code: "invalid_input",
      details: { message: expect.stringContaining(what === "gaps" ? '"plan"' : '"nonsense"') },
    });
  });

  it.each(["ndjson", "xlsx"] as const)("stop reading %s when nobody listens any more", async (format) => {
    const made = await aService();
    const rows = Array.from({ length: 250 }, (_, at) => `S ${at},${made.teamSlug},1`);
    await importCsv(scopeOf(made.admin, "import:run"), { csv: `name,team,tier\n${rows.join("\n")}` }, NOON);
    const { statements } = await countStatements(async () => {
      const { body } = await loadExport(scopeOf(made.admin, "export:read"), "answers", { format }, NOON);
      const reader = body.getReader();
      await reader.read();
      await reader.cancel();
    });
    expect(statements.filter((each) => /string_agg/.test(each)).length).toBeLessThanOrEqual(2);
  });
});

describe("the export of history", () => {
  beforeEach(resetDatabase);

  it("looks at the entries that it exports, however many others there are", async () => {
    const [made, other] = [await aService(), await aService({ name: "Other" })];
    const answer = { verdict: "yes", expectedVersion: 0 } as const;
    await saveAnswer(scopeOf(made.member, "answer:save", made.resource), QUESTION, answer, NOON);
    await db().$executeRaw`
      INSERT INTO "Entry" ("serviceId", "questionKey", "version", "kind", "at", "personId", "source", "from", "to", "reason", "evidence")
      SELECT ${other.id}::uuid, ${QUESTION}, n, 'save', ${NOON}, ${made.admin.person.id}::uuid, 'person', CASE WHEN n > 1 THEN 'yes'::"Verdict" END, 'yes', '', '[]'
      FROM generate_series(1, 5000) n`;
    const scope = scopeOf(made.admin, "export:read");
    const read = async (service: string[]) => {
      const { result, statements } = await countStatements(async () => {
        const { body } = await loadExport(scope, "history", { service, format: "ndjson" }, NOON);
        return (await new Response(body).text()).trim().split("\n").length;
      });
      return {
        lines: result,
        reads: statements.filter((each) => /FROM "Entry" e WHERE e."id" = ANY/.test(each)).length,
      };
    };
    expect(await read([made.slug])).toEqual({ lines: 1, reads: 1 });
    expect(await read([other.slug])).toEqual({ lines: 5000, reads: 5 });
    expect((await read([])).lines).toBe(5001);
  });
});

describe("over HTTP", () => {
  beforeEach(resetDatabase);

  it.each([
    ["json", "application/json"],
    ["ndjson", "application/x-ndjson"],
    ["csv", "text/csv"],
  ])("%s comes as %s, as a file with a name", async (format, type) => {
    const made = await aService();
    const reply = await send("loadExport", {
      as: await signedIn(made.member),
      params: { what: "services" },
      query: `format=${format}&tier=3`,
    });
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-type")).toMatch(type);
    expect(Object.keys(operations.loadExport.streams)).toContain(type);
    expect(reply.headers.get("content-disposition")).toMatch(
      new RegExp(`^attachment; filename="plumbline-services-\\d{4}-\\d\\d-\\d\\d\\.${format}"$`),
    );
    expect(reply.headers.get("cache-control")).toBe("no-store");
  });

  it("is named by the day that it is in the organisation's time zone", async () => {
    const made = await aService();
    const data = { name: "Acme", timeZone: "Pacific/Kiritimati", currency: "EUR", createdAt: NOON };
    await db().organisation.create({ data });
    const late = new Date("2026-06-15T11:30:00Z");
    const { headers } = await loadExport(scopeOf(made.admin, "export:read"), "services", {}, late);
    expect(headers?.["content-disposition"]).toContain("plumbline-services-2026-06-16.json");
  });

  it("refuses what there is not, before anything is sent", async () => {
    const as = await signedIn(await aPerson());
    const get = (what: string, query = "") => send("loadExport", { as, params: { what }, query });
    expect(await get("nothing")).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await get("__proto__")).toMatchObject({ status: 404 });
    expect(await get("answers", "format=xml")).toMatchObject({
      status: 400,
      body: { errors: [{ field: "format" }] },
    });
    expect(await get("answers", "tier=5")).toMatchObject({ status: 400 });
  });

  it("a file with NUL is refused with 400, one over 1 MB with 413, and neither leaves a trace", async () => {
    const as = await signedIn(await aPerson({ admin: true }));
    const nul = await send("importCsv", { as, body: { csv: "name,team,tier\nA\u0000,T,1" } });
    expect(nul).toMatchObject({ status: 400, body: { errors: [{ field: "csv" }] } });
    const escaped = await send("importBackstage", {
      as,
      body: { yaml: 'kind: Group\nmetadata: {name: "a\\0b"}' },
    });
    expect(escaped).toMatchObject({ status: 422, body: { code: "refused" } });
    const large = await send("importBackstage", { as, body: { yaml: `# ${"x".repeat(1_000_000)}` } });
    expect(large).toMatchObject({
      status: 413,
      body: { code: "too_large", detail: expect.stringContaining("Split it team by team") },
    });
    expect(await db().team.count()).toBe(0);
    expect(await db().auditEvent.count()).toBe(0);
  });
});
