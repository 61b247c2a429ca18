import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { planGap } from "../../commands/gaps/plan-gap";
import { importCsv } from "../../commands/import/import-csv";
import { readTable } from "../../commands/import/read-table";
import { createService } from "../../commands/services/create-service";
import { deleteService } from "../../commands/services/delete-service";
import { EXPORTS, type ExportFilters, type ExportFormat } from "../../contracts/exports";
import { operations } from "../../contracts/operations";
import { db } from "../../db/client";
import { countStatements } from "../../testing/count-statements";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { loadExport } from "./load-export";

const QUESTION = "simultaneous-edits-kept";
/** What spreadsheets, parsers and careless code trip over. */
const AWKWARD = [
  '=HYPERLINK("https://evil.example","x")',
  "+1",
  "-1",
  "@SUM(A1)",
  "\tTab",
  "'=already",
  "''=twice",
  "'quoted'",
  " spaces at both ends ",
  'He said "no", then; left\r\nfor\rgood\n',
  "👩‍👩‍👧‍👦 \u202eعברית\u202c e\u0301 \u2028 ﷽",
  "\\back, slash\\",
  "＝full width",
];

async function text(
  what: string,
  format: ExportFormat,
  filters: Omit<ExportFilters, "format"> = {},
  now = daysLater(1),
) {
  const viewer = await aPerson();
  const { body } = await loadExport(scopeOf(viewer, "export:read"), what, { format, ...filters }, now);
  return new Response(body).text();
}

/** A service whose every text is awkward, answered and planned; another that depends on it; a deleted one. */
async function anAwkwardPortfolio() {
  const [first] = AWKWARD;
  const made = await aService(
    {
      name: String(first),
      tier: 2,
      description: AWKWARD.join("|"),
      tags: AWKWARD.map((tag) => [...tag].slice(0, 40).join("")),
      links: AWKWARD.map((label) => ({ label, url: "https://example.com/a,b;c?<d>" })),
    },
    NOON,
  );
  const create = scopeOf(made.admin, "service:create", {
    kind: "team",
    id: made.teamId,
    slug: made.teamSlug,
    teamId: made.teamId,
  });
  const other = await createService(
    create,
    { name: " Ledger ", team: made.teamSlug, tier: 1, lifecycle: "building", dependsOn: [made.slug] },
    NOON,
  );
  const gone = await createService(
    create,
    { name: "Gone", team: made.teamSlug, tier: 1, lifecycle: "live" },
    NOON,
  );
  const third = await createService(
    create,
    { name: "Third", team: made.teamSlug, tier: 4, lifecycle: "retired", dependsOn: [gone.slug] },
    NOON,
  );
  const resource = {
    kind: "service" as const,
    id: gone.id,
    slug: gone.slug,
    teamId: made.teamId,
    deletedAt: null,
  };
  await deleteService(scopeOf(made.admin, "service:delete", resource), NOON);
  const save = scopeOf(made.member, "answer:save", made.resource);
  const { questions } = await db().checklistVersion.findFirstOrThrow({
    include: {
      questions: { where: { upToTier: { gte: 2 }, tags: { isEmpty: true } }, take: AWKWARD.length },
    },
  });
  for (const [at, reason] of AWKWARD.entries()) {
    const evidence = [
      { label: reason, url: "https://example.com/'x" },
      { label: "", url: "mailto:a@example.com" },
    ];
    const answer = {
      verdict: at % 2 ? ("no" as const) : ("partly" as const),
      reason,
      evidence,
      expectedVersion: 0,
    };
    await saveAnswer(save, questions[at]?.key ?? "", answer, NOON);
  }
  const plan = scopeOf(made.member, "gap:plan", made.resource);
  for (const [at, note] of AWKWARD.entries()) {
    const details = { note, owner: made.lead.person.id, dueOn: "2026-12-31", effortDays: 0.25 };
    await planGap(
      plan,
      questions[at]?.key ?? "",
      at === 0 ? { note } : { ...details, ticket: "https://example.com/t?=1" },
      NOON,
    );
  }
  return { made, other, third };
}

describe("a round trip: what is exported and imported again changes nothing", () => {
  let admin: Awaited<ReturnType<typeof anAwkwardPortfolio>>["made"]["admin"];
  beforeAll(async () => {
    await resetDatabase();
    ({
      made: { admin },
    } = await anAwkwardPortfolio());
  });

  it.each(["services", "answers", "gaps"] as const)("%s, byte for byte", async (what) => {
    const csv = await text(what, "csv");
    const events = await db().auditEvent.count();
    const result = await importCsv(scopeOf(admin, "import:run"), { csv }, daysLater(1));
    expect(result.what).toBe(what);
    expect(result.rows.filter((row) => row.action !== "same")).toEqual([]);
    expect(result.counts.same).toBeGreaterThanOrEqual(what === "services" ? 3 : 40);
    expect(result.applied).toBe(false);
    expect(await db().auditEvent.count()).toBe(events);
    const pasted = csv.replaceAll("\r\n", "\n");
    expect(pasted).not.toBe(csv);
  });

  it("no cell of any export begins like a formula", async () => {
    for (const what of EXPORTS) {
      const csv = await text(what, "csv");
      expect(csv).toMatch(/"?'=HYPERLINK/);
      const cells = readTable(csv).rows.flatMap((row) => row.cells);
      expect(cells.length).toBeGreaterThan(30);
      expect(cells.filter((cell) => /^[=+\-@\t\r＝]/.test(cell))).toEqual([]);
    }
  });

  it("an installation that knows nothing yet gets the same services from the export", async () => {
    const csv = await text("services", "csv", { lifecycle: ["live", "building"] });
    const before = await db().service.findMany({
      where: { lifecycle: { not: "retired" }, deletedAt: null },
      orderBy: { slug: "asc" },
    });
    await resetDatabase();
    const scope = scopeOf(await aPerson({ admin: true }), "import:run");
    await importCsv(scope, { csv }, NOON);
    const after = await db().service.findMany({ orderBy: { slug: "asc" } });
    const facts = ({ name, description, tier, lifecycle, tags, links }: (typeof after)[number]) => ({
      ...{ name: name.trim(), description, tier, lifecycle, links },
      tags: [...tags].sort(),
    });
    expect(after.map(facts)).toEqual(before.map(facts));
    expect(await importCsv(scope, { csv: csv.replace(/^slug/, "was"), dryRun: true }, NOON)).toMatchObject({
      counts: { same: 2 },
    });
  });
});

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
    const state = await db().serviceState.findUniqueOrThrow({ where: { serviceId: made.id } });
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
    // Who asks, what aged, everybody's names, the checklist at most, and one for each 100 services.
    expect(statements.filter((each) => each.startsWith("SELECT")).length).toBeLessThanOrEqual(9);
  });

  it("stop reading when nobody listens any more", async () => {
    const made = await aService();
    const rows = Array.from({ length: 250 }, (_, at) => `S ${at},${made.teamSlug},1`);
    await importCsv(scopeOf(made.admin, "import:run"), { csv: `name,team,tier\n${rows.join("\n")}` }, NOON);
    const { statements } = await countStatements(async () => {
      const { body } = await loadExport(
        scopeOf(made.admin, "export:read"),
        "services",
        { format: "ndjson" },
        NOON,
      );
      const reader = body.getReader();
      await reader.read();
      await reader.cancel();
    });
    expect(statements.filter((each) => /FROM "Service" s JOIN/.test(each)).length).toBeLessThanOrEqual(2);
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
    expect(large).toMatchObject({ status: 413, body: { code: "too_large" } });
    expect(await db().team.count()).toBe(0);
    expect(await db().auditEvent.count()).toBe(0);
  });
});
