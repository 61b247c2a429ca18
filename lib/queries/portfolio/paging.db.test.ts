import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { createService } from "../../commands/services/create-service";
import { editService } from "../../commands/services/edit-service";
import type { PortfolioFilters } from "../../contracts/portfolio";
import { aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadPortfolio } from "./portfolio";

const COUNT = 60;
const NOW = daysLater(3);
const WORDS = ["Same", "same", "SAME", "Émail", "zebra", "🚀", "a'b\"c\\", "Ünïcode", "0", "漢".repeat(120)];
const teams: Awaited<ReturnType<typeof aTeam>>[] = [];

beforeAll(async () => {
  // Two teams of one name stand together by short name.
  for (const name of ["Search", "payments", "Payments", "Search"]) teams.push(await aTeam(name));
  for (let n = 0; n < COUNT; n += 1) {
    const team = teams[n % 4] as (typeof teams)[number];
    const tier = ([1, 2, 3, 4] as const)[n % 4] ?? 4;
    const lifecycle = n % 10 === 9 ? ("planned" as const) : ("live" as const);
    const body = {
      name: WORDS[n % WORDS.length] ?? "",
      team: team.slug,
      tier,
      lifecycle,
      tags: tier === 1 ? ["public"] : [],
    };
    const scope = scopeOf(team.admin, "service:create", team.resource);
    const { id, slug } = await createService(scope, body, NOON);
    const resource = { kind: "service" as const, id, slug, teamId: team.id, deletedAt: null };
    if (n % 3 === 0) {
      const answer = { verdict: "partly", reason: "Some.", expectedVersion: 0 } as const;
      await saveAnswer(
        scopeOf(team.admin, "answer:save", resource),
        "simultaneous-edits-kept",
        answer,
        daysLater(1),
      );
    }
    if (n >= COUNT - 4)
      await editService(
        scopeOf(team.admin, "service:edit", resource),
        { lifecycle: "retired" },
        daysLater(2),
      );
  }
});

const load = (filters: PortfolioFilters, now = NOW) =>
  loadPortfolio(scopeOf(teams[0]?.admin as (typeof teams)[number]["admin"], "portfolio:read"), filters, now);

async function walk(filters: PortfolioFilters): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 100; page += 1) {
    const { items, nextCursor, totals } = await load({ ...filters, ...(cursor && { cursor }) });
    expect(items.length).toBeLessThanOrEqual(filters.limit ?? 50);
    expect(totals.services).toBe(COUNT - 4);
    seen.push(...items.map((item) => item.slug));
    if (nextCursor === null) return seen;
    cursor = nextCursor;
  }
  throw new RangeError("the pages do not end");
}

describe("paging by key", () => {
  const sorts = ["name", "score", "tier", "gaps", "incidents"].flatMap((sort) => [sort, `-${sort}`]);
  const cases = sorts.flatMap((sort) =>
    [undefined, "team" as const].flatMap((group) =>
      [undefined, "2026-06-16"].map((asOf) => ({ sort, group, asOf })),
    ),
  );
  it.each(cases)("by $sort, grouped by $group, as of $asOf visits every service once", async (which) => {
    const filters = which as PortfolioFilters;
    // The day before they were retired, the last four counted still.
    const count = which.asOf ? COUNT : COUNT - 4;
    const whole = await load({ ...filters, limit: 200 });
    const slugs = whole.items.map((item) => item.slug);
    expect(new Set(slugs).size).toBe(count);
    if (which.asOf) return;
    for (const limit of [7, 55, 56]) expect(await walk({ ...filters, limit })).toEqual(slugs);
  });

  it("sorts by what is asked, the other way round too, and unassessed services as the lowest score", async () => {
    const all = async (sort: PortfolioFilters["sort"]) => (await load({ sort, limit: 200 })).items;
    const incidents = (await all("-incidents")).map((item) => item.incidents.known + item.incidents.unknown);
    const rounded = incidents.map((value) => Math.round(value * 1e9));
    expect(rounded).toEqual([...rounded].sort((a, b) => b - a));
    expect(new Set(rounded).size).toBeGreaterThan(3);
    const scores = (await all("score")).map((item) => item.score ?? -1);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    const gaps = (await all("-gaps")).map((item) => item.gaps);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
  });

  it("keeps the services of a team together, teams of one name apart", async () => {
    const { items } = await load({ group: "team", sort: "-score", limit: 200 });
    const order = items.map((item) => item.team).filter((team, index, all) => team !== all[index - 1]);
    expect(order).toEqual(["payments", "payments-2", "search", "search-2"]);
    const scores = items.filter((item) => item.team === "search").map((item) => item.score ?? -1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it("lists retired services only when they are asked for; they carry nothing (R6)", async () => {
    const { items, totals } = await load({ lifecycle: ["retired"], limit: 200 });
    expect(items).toHaveLength(4);
    expect(items.map((item) => item.incidents)).toEqual(Array(4).fill({ known: 0, unknown: 0 }));
    expect(totals).toMatchObject({ services: 0, retired: 4, gaps: 0, now: { known: 0, unknown: 0 } });
  });

  it.each([
    "x",
    Buffer.from('["a","b"]').toString("base64url"),
    Buffer.from(JSON.stringify(["a", "5f8a3c1e-0000-4000-8000-000000000000"])).toString("base64url"),
    Buffer.from(JSON.stringify(["[1]", "5f8a3c1e-0000-4000-8000-000000000000"])).toString("base64url"),
  ])("refuses a cursor that it did not give: %s", async (cursor) => {
    await expect(load({ cursor })).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field: "cursor" }] },
    });
  });

  it("filters by name, team and tag at once, in any order and spelling of the same", async () => {
    const { items } = await load({ q: "SAME", team: ["search", "payments"], tag: ["public", "batch"] });
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((item) => item.team === "search" && item.tier === 1)).toBe(true);
    const again = await load({ tag: ["batch", "public"], team: ["payments", "search", "search"], q: "SAME" });
    expect(again).toBe(await load({ q: "SAME", team: ["search", "payments"], tag: ["public", "batch"] }));
  });
});
