import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { servicesPage } from "@/components/addresses/pages";
import { saveAnswer } from "../../commands/answers/save-answer";
import { createService } from "../../commands/services/create-service";
import { editService } from "../../commands/services/edit-service";
import type { ServiceFilters } from "../../contracts/services";
import { db } from "../../db/client";
import { countStatements } from "../../testing/count-statements";
import { aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { cookieOf, send, signedIn } from "../../testing/http";
import { loadHistory } from "../history/history";
import { loadScorecard } from "../scorecard/scorecard";
import { loadServices, loadSummary } from "./services";

const QUESTION = "simultaneous-edits-kept";
const COUNT = 120;
let team: Awaited<ReturnType<typeof aTeam>>;
const services: { kind: "service"; id: string; slug: string; teamId: string; deletedAt: null }[] = [];

beforeAll(async () => {
  team = await aTeam();
  const scope = scopeOf(team.admin, "service:create", team.resource);
  const words = [
    "Same",
    "same",
    "SAME",
    "Émail",
    "zebra",
    "🚀",
    "a'b\"c\\",
    "Ünïcode",
    "0",
    "long ".repeat(20),
  ];
  for (let n = 0; n < COUNT; n += 1) {
    const tier = ([1, 2, 3, 4] as const)[n % 4] ?? 4;
    const name = words[n % words.length] ?? "Same";
    const body = { name, team: team.slug, tier, lifecycle: "live" as const };
    const { id, slug } = await createService(scope, body, NOON);
    services.push({ kind: "service" as const, id, slug, teamId: team.id, deletedAt: null });
  }
  const dependsOn = services.slice(2, 5).map((service) => service.slug);
  await editService(scopeOf(team.admin, "service:edit", two()), { dependsOn }, NOON);
  for (const service of services.slice(0, 40)) {
    const save = scopeOf(team.admin, "answer:save", service);
    await saveAnswer(save, QUESTION, { verdict: "yes", expectedVersion: 0 }, NOON);
  }
});
const scope = () => scopeOf(team.admin, "service:list");

async function walk(filters: ServiceFilters, now = NOON): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 200; page += 1) {
    const { items, nextCursor } = await loadServices(scope(), { ...filters, ...(cursor && { cursor }) }, now);
    expect(items.length).toBeLessThanOrEqual(filters.limit ?? 50);
    seen.push(...items.map((item) => item.slug));
    if (nextCursor === null) return seen;
    cursor = nextCursor;
  }
  throw new RangeError("the pages do not end");
}

describe("paging by key", () => {
  const sorts = ["name", "-name", "score", "-score", "tier", "-tier", "gaps", "-gaps"] as const;
  it.each(sorts)("by %s visits every service exactly once, in the order of one long page", async (sort) => {
    const whole = (await loadServices(scope(), { sort, limit: 200 }, NOON)).items.map((item) => item.slug);
    expect(whole).toHaveLength(COUNT);
    expect(new Set(whole).size).toBe(COUNT);
    for (const limit of [7, 60, 119, 120]) expect(await walk({ sort, limit })).toEqual(whole);
  });

  it("visits every service once when all of them aged since", async () => {
    const seen = await walk({ sort: "-score", limit: 11 }, daysLater(400));
    expect(seen).toHaveLength(COUNT);
    expect(new Set(seen).size).toBe(COUNT);
  });

  it("goes on where it was when the service at the border is deleted, and misses none that stayed", async () => {
    const { items, nextCursor } = await loadServices(scope(), { limit: 30 }, NOON);
    const last = items.at(-1)?.slug ?? "";
    await db().service.update({ where: { slug: last }, data: { deletedAt: NOON } });
    const rest = await walk({ limit: 30, cursor: nextCursor ?? "" });
    await db().service.update({ where: { slug: last }, data: { deletedAt: null } });
    expect(new Set([...items.map((item) => item.slug), ...rest]).size).toBe(COUNT);
  });

  it("takes every cursor that it gave, however long the name it stands for", async () => {
    const long = await aTeam("Long names");
    const create = scopeOf(long.admin, "service:create", long.resource);
    for (let n = 0; n < 60; n += 1) {
      const name = `${["🚀", "漢", '"', "İ"][n % 4] ?? ""}`.repeat(120);
      await createService(create, { name, team: long.slug, tier: 4, lifecycle: "live" }, NOON);
    }
    const as = await signedIn(long.admin);
    const seen = new Set<string>();
    let cursor: string | null = "";
    for (let page = 0; cursor !== null && page < 70; page += 1) {
      const search = new URLSearchParams({ team: long.slug, limit: "1", ...(cursor ? { cursor } : {}) });
      const reply = await send("listServices", { as, query: search.toString() });
      expect(reply.status, JSON.stringify(reply.body)).toBe(200);
      const body = reply.body as { items: { slug: string }[]; nextCursor: string | null };
      for (const item of body.items) seen.add(item.slug);
      cursor = body.nextCursor;
      if (cursor) expect(servicesPage.read({ cursor }).cursor).toBe(cursor);
    }
    expect(seen.size).toBe(60);
    await db().service.updateMany({ where: { teamId: long.id }, data: { deletedAt: NOON } });
  });

  it.each(["", "x", "W10", Buffer.from('["a"]').toString("base64url"), randomUUID()])(
    "refuses a cursor that it did not give: %s",
    async (cursor) => {
      const asked = loadServices(scope(), { cursor }, NOON);
      if (cursor === "") await expect(asked).resolves.toMatchObject({ nextCursor: expect.any(String) });
      else await expect(asked).rejects.toMatchObject({ code: "invalid_input" });
    },
  );
});

describe("statements", () => {
  it("are counted, whoever sends them", async () => {
    const { statements } = await countStatements(() => db().$queryRaw`SELECT 1 AS "one"`);
    expect(statements).toEqual([expect.stringContaining("SELECT 1")]);
  });

  it.each<[string, number, () => Promise<unknown>]>([
    ["a page of services", 2, () => loadServices(scope(), { limit: 50 }, NOON)],
    ["a filtered page", 2, () => loadServices(scope(), { q: "same", tier: ["1"], sort: "-gaps" }, NOON)],
    ["a page of services that all aged", 3, () => loadServices(scope(), { limit: 50 }, daysLater(400))],
    ["the summary", 2, () => loadSummary(scope(), {}, NOON)],
    ["a scorecard", 6, () => loadScorecard(scopeOf(team.admin, "service:read", one()), NOON)],
    [
      "a scorecard with dependencies",
      6,
      () => loadScorecard(scopeOf(team.admin, "service:read", two()), NOON),
    ],
    ["a history", 5, () => loadHistory(scopeOf(team.admin, "service:read", one()), {}, NOON)],
  ])("%s takes at most %i", async (_, most, work) => {
    await work();
    const { statements } = await countStatements(work);
    expect(statements.length, statements.join("\n\n")).toBeLessThanOrEqual(most);
    expect(statements.length).toBeGreaterThan(0);
  });

  it("a request for a page of services takes two: the session and a look at what is new", async () => {
    const as = await signedIn(team.admin);
    await send("listServices", { as });
    const { result, statements } = await countStatements(() => send("listServices", { as }));
    expect(result.status).toBe(200);
    expect(statements.filter((sql) => sql.includes('"Session"'))).toHaveLength(1);
    expect(statements, statements.join("\n\n")).toHaveLength(2);
  });

  it("a request of nobody takes none, of a cookie without a row one", async () => {
    expect((await countStatements(() => send("listServices"))).statements).toEqual([]);
    const as = await cookieOf(randomUUID());
    expect((await countStatements(() => send("listServices", { as }))).statements).toHaveLength(1);
  });
});

const one = () => services[0] as (typeof services)[number];
const two = () => services[1] as (typeof services)[number];
