import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { createService } from "../../commands/services/create-service";
import { deleteService } from "../../commands/services/delete-service";
import { editService } from "../../commands/services/edit-service";
import type { ServiceFilters, ServiceNew } from "../../contracts/services";
import { AREAS, STANDINGS } from "../../domain/vocabulary";
import { aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadServices, loadSummary } from "./services";

const QUESTION = "simultaneous-edits-kept";
/** Looked at again after 90 days. */
const QUARTERLY = "we-know-first";

type ATeam = Awaited<ReturnType<typeof aTeam>>;
let payments: ATeam;
let search: ATeam;
const slugs: Record<string, string> = {};

async function add(team: ATeam, name: string, some: Partial<ServiceNew> = {}) {
  const body: ServiceNew = { name, team: team.slug, tier: 3, lifecycle: "live", ...some };
  const { id, slug } = await createService(scopeOf(team.admin, "service:create", team.resource), body, NOON);
  slugs[name] = slug;
  return { kind: "service" as const, id, slug, teamId: team.id, deletedAt: null };
}
type AResource = Awaited<ReturnType<typeof add>>;
async function answer(to: AResource, key: string, verdict: "yes" | "partly" | "no" | "not_applicable") {
  const scope = scopeOf(payments.admin, "answer:save", to);
  await saveAnswer(scope, key, { verdict, reason: "because", expectedVersion: 0 }, NOON);
}

beforeAll(async () => {
  payments = await aTeam("Payments");
  search = await aTeam("Search 100%");
  const checkout = await add(payments, "Checkout", { tier: 1, tags: ["payments", "public"] });
  await answer(checkout, QUESTION, "yes");
  const invoices = await add(payments, "invoices 🚀", { tier: 4, lifecycle: "building", tags: ["batch"] });
  await answer(invoices, QUARTERLY, "yes");
  await answer(invoices, QUESTION, "partly");
  await add(search, "50% off_sale", { tier: 2, lifecycle: "planned", tags: ["public"] });
  await add(search, "Ärger", { lifecycle: "launching", tags: ["öffentlich"] });
  await add(search, "Old", { lifecycle: "retired" });
  const gone = await add(search, "Gone");
  await deleteService(scopeOf(search.admin, "service:delete", gone), daysLater(1));
});

const scope = () => scopeOf(payments.admin, "service:list");
const list = async (filters: ServiceFilters = {}, now = daysLater(2)) =>
  (await loadServices(scope(), filters, now)).items;
const names = async (filters: ServiceFilters, now?: Date) =>
  (await list(filters, now)).map((each) => each.name).sort();
const EVERYTHING = ["50% off_sale", "Checkout", "Old", "invoices 🚀", "Ärger"];

describe("filters of a list of services", () => {
  it.each<[string, ServiceFilters, string[]]>([
    ["nothing: all but deleted ones", {}, EVERYTHING],
    ["one team", { team: ["payments"] }, ["Checkout", "invoices 🚀"]],
    ["two teams widen", { team: ["payments", "search-100"] }, EVERYTHING],
    ["a team that is not there", { team: ["nobody"] }, []],
    ["a tier", { tier: ["1"] }, ["Checkout"]],
    ["two tiers widen", { tier: ["1", "4"] }, ["Checkout", "invoices 🚀"]],
    ["a lifecycle", { lifecycle: ["retired"] }, ["Old"]],
    ["two lifecycles widen", { lifecycle: ["planned", "building"] }, ["50% off_sale", "invoices 🚀"]],
    ["a standing", { standing: ["unassessed"] }, ["50% off_sale", "Old", "Ärger"]],
    ["another standing", { standing: ["working"] }, ["Checkout", "invoices 🚀"]],
    ["a standing of none", { standing: ["production_ready"] }, []],
    ["a tag", { tag: ["public"] }, ["50% off_sale", "Checkout"]],
    ["two tags widen", { tag: ["batch", "öffentlich"] }, ["invoices 🚀", "Ärger"]],
    ["half a tag", { tag: ["pub"] }, []],
    ["team and tier narrow", { team: ["payments"], tier: ["4", "2"] }, ["invoices 🚀"]],
    [
      "everything at once",
      {
        q: "check",
        team: ["payments"],
        tier: ["1"],
        lifecycle: ["live"],
        standing: ["working"],
        tag: ["payments"],
      },
      ["Checkout"],
    ],
    ["everything at once, one of it wrong", { q: "check", team: ["payments"], tier: ["2"] }, []],
    ["deleted ones", { deleted: "true" }, ["Gone"]],
    ["deleted ones of another team", { deleted: "true", team: ["payments"] }, []],
  ])("%s", async (_, filters, expected) => {
    expect(await names(filters)).toEqual(expected);
    const { listed, services, retired } = await loadSummary(scope(), filters, daysLater(2));
    if (!filters.deleted) expect([listed, services + retired]).toEqual([expected.length, expected.length]);
  });

  it.each<[string, string[]]>([
    ["CHECK", ["Checkout"]],
    ["50%", ["50% off_sale"]],
    ["%", ["50% off_sale", "Old", "Ärger"]],
    ["_", ["50% off_sale"]],
    ["f_s", ["50% off_sale"]],
    ["o_s", []],
    ["\\", []],
    ["'", []],
    ["🚀", ["invoices 🚀"]],
    ["ÄRG", ["Ärger"]],
    ["ärger", ["Ärger"]],
    ["arger", ["Ärger"]],
    ["search sale", ["50% off_sale"]],
    ["sale  SEARCH", ["50% off_sale"]],
    ["sale payments", []],
    ["payments", ["Checkout", "invoices 🚀"]],
    ["off-sale", ["50% off_sale"]],
    ["", EVERYTHING],
  ])("a search for %s finds names, short names and teams", async (q, expected) => {
    expect(await names({ q })).toEqual(expected);
  });
});

describe("sorting", () => {
  it.each<
    [NonNullable<ServiceFilters["sort"]>, (row: Awaited<ReturnType<typeof list>>[number]) => string | number]
  >([
    ["name", (row) => row.name.toLowerCase()],
    ["score", (row) => row.score ?? -1],
    ["tier", (row) => row.tier],
    ["gaps", (row) => row.gaps],
  ])("by %s, and back", async (sort, key) => {
    const up = (await list({ sort })).map(key);
    const expected = [...up].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(up).toEqual(expected);
    expect(new Set(up).size).toBeGreaterThan(1);
    const down = (await list({ sort: `-${sort}` as "-name" })).map(key);
    expect(down).toEqual([...expected].reverse());
    expect((await list({})).map((row) => row.slug)).toEqual(
      (await list({ sort: "name" })).map((row) => row.slug),
    );
  });
});

describe("ageing in a list (S5)", () => {
  it("an answer that went stale counts as of now: score, standing of areas, filter, sum", async () => {
    const [fresh] = await list({ q: "invoices" }, daysLater(90));
    const [stale] = await list({ q: "invoices" }, daysLater(90, 1_000));
    expect(fresh).toMatchObject({ stale: 0, score: expect.any(Number) });
    expect(stale).toMatchObject({ stale: 1, gaps: (fresh?.gaps ?? 0) + 1 });
    expect(stale?.score).toBeLessThan(fresh?.score ?? 0);
    const detection = AREAS.indexOf("detection");
    expect([fresh?.areas[detection], stale?.areas[detection]]).toEqual(["yes", "unclear"]);
    const sum = (now: Date) => loadSummary(scope(), { q: "invoices" }, now);
    expect((await sum(daysLater(90))).stale).toBe(0);
    expect(await sum(daysLater(90, 1_000))).toMatchObject({ stale: 1, score: stale?.score });
  });

  it("a service is filtered and sorted by its standing of now, whatever its last point says", async () => {
    const team = await aTeam("Ageing");
    const only = { team: [team.slug] };
    const ready = await add(team, "Ready once", { tier: 4 });
    const { loadScorecard } = await import("../scorecard/scorecard");
    const scorecard = await loadScorecard(scopeOf(team.admin, "service:read", ready), NOON);
    for (const question of scorecard.questions) await answer(ready, question.key, "yes");
    await add(team, "Never", { tier: 4 });
    const standing = ["production_ready" as const];
    expect(await names({ ...only, standing }, daysLater(90))).toEqual(["Ready once"]);
    expect(await names({ ...only, standing }, daysLater(90, 1_000))).toEqual([]);
    expect(await names({ ...only, standing: ["working"] }, daysLater(90, 1_000))).toEqual(["Ready once"]);
    const later = await list({ ...only, sort: "-score" }, daysLater(5000));
    expect(later.map((row) => row.score)).toEqual([0, 0]);
    const summary = await loadSummary(scope(), only, daysLater(90));
    expect(summary.byStanding).toEqual({ ...zero, production_ready: 1, unassessed: 1 });
    expect(summary.score).toBe(50);
  });
});

const zero = Object.fromEntries(STANDINGS.map((standing) => [standing, 0]));

describe("the summary (S8)", () => {
  it("counts neither retired nor deleted services, unassessed ones with 0, and rounds down", async () => {
    const team = await aTeam("Sums");
    const only = { team: [team.slug] };
    const empty = await loadSummary(scope(), only, daysLater(1));
    expect(empty).toMatchObject({ services: 0, score: null, listed: 0, gaps: 0, byStanding: zero });
    const half = await add(team, "Half", { tier: 4 });
    await answer(half, QUESTION, "yes");
    const score = (await list(only))[0]?.score ?? 0;
    expect(score).toBeGreaterThan(0);
    expect(await loadSummary(scope(), only, daysLater(1))).toMatchObject({ services: 1, score });
    await add(team, "Unassessed", { tier: 4 });
    const retired = await add(team, "Retired", { tier: 4 });
    await answer(retired, QUESTION, "yes");
    await editService(scopeOf(team.admin, "service:edit", retired), { lifecycle: "retired" }, NOON);
    const deleted = await add(team, "Deleted", { tier: 4 });
    await answer(deleted, QUESTION, "yes");
    await deleteService(scopeOf(team.admin, "service:delete", deleted), NOON);
    const rows = await list(only);
    const counted = rows.filter((row) => row.lifecycle !== "retired");
    expect(await loadSummary(scope(), only, daysLater(1))).toMatchObject({
      services: 2,
      listed: 3,
      retired: 1,
      score: Math.floor(score / 2),
      byStanding: { ...zero, working: 1, unassessed: 1 },
      gaps: counted.reduce((sum, row) => sum + row.gaps, 0),
      blockers: counted.reduce((sum, row) => sum + row.blockers, 0),
    });
  });
});
