import { beforeAll, describe, expect, it } from "vitest";
import { EXPORTS, type ExportFilters, type ExportName } from "../../contracts/exports";
import { db } from "../../db/client";
import { text } from "../../testing/awkward-portfolio";
import { aModel } from "../../testing/cost-models";
import { countStatements } from "../../testing/count-statements";
import { aPerson } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { aLongHistory, dice, type LongHistory } from "../../testing/long-history";
import { waiveSomething } from "../../testing/waivers";

const FROM = new Date("2026-01-10T09:00:00.000Z");
const TO = new Date("2027-01-15T09:00:00.000Z");
const NOW = new Date("2027-05-01T09:00:00.000Z");

/** Launches are exported as they stand. */
const OF_THEN = EXPORTS.filter((what) => what !== "launches");
type Rows = Record<string, unknown>[];
const seen: { at: Date; rows: Record<ExportName, Rows> }[] = [];
let history: LongHistory;

const rowsOf = async (what: ExportName, filters: Omit<ExportFilters, "format">, now: Date): Promise<Rows> =>
  JSON.parse(await text(what, "json", filters, now)).items;
/** Sums that were added up in another order are the same to this many digits. */
const plain = (rows: Rows) =>
  JSON.parse(
    JSON.stringify(rows, (_, value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value)),
  ) as Rows;

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: FROM },
  });
  let turn = 0;
  const [roll, decider] = [dice(7), await aPerson({ executive: true })];
  history = await aLongHistory({
    seed: 33,
    from: FROM,
    to: TO,
    services: 3,
    steps: 120,
    watch: async ({ services }, at) => {
      turn += 1;
      if (turn === 40) await aModel(at);
      // On other turns: what people do is dated after what was done just before.
      const made = services[turn % services.length];
      if (turn % 4 === 1 && made) await waiveSomething(made, decider, roll, at);
      if (turn % 12 !== 0) return;
      const rows = {} as Record<ExportName, Rows>;
      for (const what of OF_THEN) rows[what] = plain(await rowsOf(what, {}, at));
      seen.push({ at, rows });
    },
  });
});

describe("an export as of an earlier instant (H3)", () => {
  it.each(OF_THEN)("of %s is the one that was made then", async (what) => {
    expect(seen.length).toBeGreaterThan(8);
    for (const { at, rows } of seen) {
      expect(plain(await rowsOf(what, { asOf: at.toISOString() }, NOW))).toEqual(rows[what]);
    }
    expect(seen.some(({ rows }) => rows[what].length > 0)).toBe(true);
  });

  it("takes filters as they were true then, those of gaps too", async () => {
    for (const { at, rows } of seen.slice(-3)) {
      const asOf = at.toISOString();
      const slug = history.services[0]?.slug ?? "";
      for (const what of OF_THEN) {
        const there = rows[what].filter((row) => (what === "services" ? row.slug : row.service) === slug);
        expect(plain(await rowsOf(what, { asOf, service: [slug] }, NOW))).toEqual(there);
      }
      const known = rows.gaps.filter((gap) => ["no", "partly"].includes(String(gap.effectiveVerdict)));
      expect(plain(await rowsOf("gaps", { asOf, kind: ["known"] }, NOW))).toEqual(known);
      const stale = rows.gaps.filter((gap) => gap.stale && gap.area === "concurrency");
      expect(plain(await rowsOf("gaps", { asOf, kind: ["stale"], area: ["concurrency"] }, NOW))).toEqual(
        stale,
      );
    }
  });

  it("counts what aged and was written down by nobody", async () => {
    const asOf = "2027-04-01T00:00:00.000Z";
    const gaps = await rowsOf("gaps", { asOf }, NOW);
    const sums = await rowsOf("services", { asOf }, NOW);
    expect(gaps.filter((gap) => gap.stale).length).toBeGreaterThan(0);
    const counted = sums.filter((row) => row.lifecycle !== "retired");
    expect(gaps).toHaveLength(counted.reduce((sum, row) => sum + Number(row.gaps), 0));
  });

  it("costs a bounded number of statements, whatever happened", async () => {
    for (const what of OF_THEN) {
      const { statements } = await countStatements(() => rowsOf(what, { asOf: "2026-09-01" }, NOW));
      expect(statements.filter((each) => each.startsWith("SELECT")).length, what).toBeLessThanOrEqual(10);
    }
  });
});

describe("asked over the API", () => {
  const get = async (what: ExportName, query: string) =>
    send("loadExport", { as: await signedIn(await aPerson()), params: { what }, query });

  it("a day means its end where the organisation is, and names the file", async () => {
    const reply = await get("services", "asOf=2026-03-29&format=csv");
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-disposition")).toContain("plumbline-services-2026-03-29.csv");
    expect((await get("history", "asOf=2026-01-09")).body).toMatchObject({ items: [] });
  });

  it.each<[ExportName, string, string, RegExp]>([
    ["services", "asOf=9998-01-01", "asOf", /Choose a day up to today/],
    ["services", "cursor=abc", "cursor", /whole/],
    ["answers", "sort=name", "sort", /Only the export of services/],
    ["gaps", "sort=-loss", "sort", /Only the export of services/],
    ["services", "sort=worth", "sort", /./],
    ["gaps", "asOf=2026-09-01&owner=none", "owner", /present only/],
    ["gaps", "asOf=2026-09-01&due=overdue", "due", /present only/],
    ["exposure", "due=overdue", "due", /Only the export of gaps/],
  ])("%s?%s is refused, naming %s", async (what, query, field, message) => {
    expect(await get(what, query)).toMatchObject({
      status: 400,
      body: { code: "invalid_input", errors: [{ field, message: expect.stringMatching(message) }] },
    });
  });
});

describe("services in an order", () => {
  it.each(["score", "gaps", "name"] as const)("by %s, rising or falling, now and then", async (field) => {
    for (const asOf of [undefined, "2026-09-01"]) {
      const up = await rowsOf("services", { sort: field, asOf }, NOW);
      const down = await rowsOf("services", { sort: `-${field}`, asOf }, NOW);
      expect(up.map((row) => row.slug).reverse()).toEqual(down.map((row) => row.slug));
      if (field === "name") continue;
      const values = up.map((row) => Number(row[field] ?? -1));
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  });

  it.each(["tier", "-loss", "-incidents"] as const)("by %s, now and then", async (sort) => {
    const distinct: number[] = [];
    for (const asOf of [undefined, "2026-09-01"]) {
      const sums = new Map<string, number>();
      for (const row of await rowsOf("exposure", { asOf }, NOW)) {
        const [slug, part] = [
          String(row.service),
          Number(sort === "-loss" ? row.knownLoss : row.known) + (sort === "-loss" ? 0 : Number(row.unknown)),
        ];
        sums.set(slug, (sums.get(slug) ?? 0) + part);
      }
      const rows = await rowsOf("services", { sort, asOf }, NOW);
      const values = rows.map((row) =>
        sort === "tier" ? Number(row.tier) : -(sums.get(String(row.slug)) ?? 0),
      );
      distinct.push(new Set(values).size);
      values.slice(1).forEach((value, at) => {
        expect(value).toBeGreaterThanOrEqual((values[at] ?? 0) - 1e-6);
      });
    }
    expect(Math.max(...distinct)).toBeGreaterThan(1);
  });
});
