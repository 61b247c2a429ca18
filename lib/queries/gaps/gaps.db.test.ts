import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { planGap } from "../../commands/gaps/plan-gap";
import { createService } from "../../commands/services/create-service";
import { deleteService } from "../../commands/services/delete-service";
import type { GapFilters } from "../../contracts/gaps";
import type { ServiceNew } from "../../contracts/services";
import { db } from "../../db/client";
import { checklistVersion } from "../../db/published-questions";
import { applies } from "../../domain/applies";
import { openness } from "../../domain/exposure";
import type { Tier, Verdict } from "../../domain/vocabulary";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadGaps, loadGroupedGaps } from "./gaps";

const EDITS = "simultaneous-edits-kept";
/** Looked at again after 90 days. */
const QUARTERLY = "we-know-first";

let team: Awaited<ReturnType<typeof aTeam>>;
let member: Awaited<ReturnType<typeof aPerson>>;
type Place = Awaited<ReturnType<typeof add>>;
let checkout: Place;
let ledger: Place;

async function add(name: string, some: Partial<ServiceNew> = {}) {
  const body: ServiceNew = { name, team: team.slug, tier: 2, lifecycle: "live", ...some };
  const { id, slug } = await createService(scopeOf(team.admin, "service:create", team.resource), body, NOON);
  return { kind: "service" as const, id, slug, teamId: team.id, deletedAt: null };
}
async function answer(to: Place, key: string, verdict: Verdict) {
  const scope = scopeOf(team.admin, "answer:save", to);
  await saveAnswer(scope, key, { verdict, reason: "because", expectedVersion: 0 }, NOON);
}
const plan = (to: Place, key: string, body: Parameters<typeof planGap>[2]) =>
  planGap(scopeOf(team.admin, "gap:plan", to), key, body, NOON);
const load = (filters: GapFilters = {}, now = daysLater(1), who = team.admin) =>
  loadGaps(scopeOf(who, "gap:list"), filters, now);

/** Expected incidents a year of one gap, from its question. */
async function expected(
  place: Place,
  key: string,
  verdict: Verdict | "unanswered",
  costs?: readonly string[],
) {
  const { checklistVersionId } = await db().service.findUniqueOrThrow({ where: { id: place.id } });
  const { questions } = await checklistVersion(checklistVersionId);
  const asked = questions.find((each) => each.key === key)?.costs ?? [];
  return asked
    .filter(({ cost }) => !costs || costs.includes(cost))
    .reduce((sum, { incidentsPerYear }) => sum + incidentsPerYear * openness(verdict), 0);
}

beforeAll(async () => {
  team = await aTeam("Payments");
  member = await aPerson({ name: "Li Wen", teams: { [team.id]: "member" } });
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Pacific/Auckland", currency: "EUR", createdAt: NOON },
  });
  checkout = await add("Checkout", { tier: 1 });
  ledger = await add("ledger", { lifecycle: "building", tags: ["payments"] });
  const retired = await add("Old", { lifecycle: "retired" });
  const gone = await add("Gone");
  await deleteService(scopeOf(team.admin, "service:delete", gone), NOON);
  expect(retired.slug).toBe("old");
  await answer(checkout, EDITS, "no");
  await answer(checkout, QUARTERLY, "yes");
  await answer(ledger, EDITS, "partly");
  await plan(checkout, EDITS, {
    owner: member.person.id,
    dueOn: "2026-06-16",
    effortDays: 3,
    ticket: "https://example.com/1",
  });
  await plan(ledger, EDITS, { dueOn: "2026-06-30" });
});

describe("the gaps by their question", () => {
  it("are those of the list, those of live services apart, with what they come to together", async () => {
    const filters = { area: ["concurrency" as const], sort: "due" as const };
    const { items, total } = await load({ ...filters, limit: 200 });
    const grouped = await loadGroupedGaps(scopeOf(team.admin, "gap:list"), filters, daysLater(1));
    expect(grouped.total).toEqual(total);
    expect(grouped.groups.reduce((sum, { all }) => sum + all.gaps, 0)).toBe(total.gaps);
    const edits = grouped.groups.filter(({ question }) => question === EDITS);
    expect(edits.map(({ live, first }) => [live, first.map(({ name }) => name)])).toEqual([
      [true, ["Checkout"]],
      [false, ["ledger"]],
    ]);
    for (const { live, all, title } of edits) {
      const [own, ...others] = items.filter(
        (each) => each.question === EDITS && (each.lifecycle === "live") === live,
      );
      expect(others).toEqual([]);
      expect(title).toBe(own?.title);
      expect(all.incidentsPerYear).toBeCloseTo(own?.incidentsPerYear ?? -1, 9);
    }
  });
});

describe("a list of all gaps", () => {
  it("holds every gap of services in use, each with its question, its plan and its incidents (S4, R2)", async () => {
    const { items, total } = await load({ limit: 200 });
    const services = await db().service.findMany({ where: { slug: { in: ["checkout", "ledger"] } } });
    const counts = await Promise.all(
      services.map(async (row) => {
        const { questions } = await checklistVersion(row.checklistVersionId);
        const asked = questions.filter((each) => applies(each, { ...row, tier: row.tier as Tier })).length;
        return row.slug === "checkout" ? asked - 1 : asked;
      }),
    );
    expect(items).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
    expect(total).toMatchObject({ gaps: items.length, services: 2, unowned: items.length - 1 });
    const mine = items.find((each) => each.service === "checkout" && each.question === EDITS);
    expect(mine).toMatchObject({
      verdict: "no",
      given: "no",
      tier: 1,
      team: team.slug,
      openedAt: NOON.toISOString(),
      effortDays: 3,
      plan: { owner: { id: member.person.id, name: "Li Wen" }, dueOn: "2026-06-16", state: "open" },
      can: { plan: true },
    });
    expect(mine?.incidentsPerYear).toBeCloseTo(await expected(checkout, EDITS, "no"), 9);
    expect(mine?.number).toMatch(/^1\.\d+$/);
    expect(total.known).toBeCloseTo(await expected(checkout, EDITS, "no"), 9);
    expect(total.atLaunch.known).toBeCloseTo(await expected(ledger, EDITS, "partly"), 9);
  });

  it.each<[string, GapFilters, (each: Awaited<ReturnType<typeof load>>["items"][number]) => boolean]>([
    ["service", { service: ["ledger"] }, (each) => each.service === "ledger"],
    ["tier", { tier: ["1"] }, (each) => each.tier === 1],
    ["lifecycle", { lifecycle: ["building"] }, (each) => each.lifecycle === "building"],
    ["tag", { tag: ["payments"] }, (each) => each.service === "ledger"],
    ["area", { area: ["traffic", "rollback"] }, (each) => ["traffic", "rollback"].includes(each.area)],
    ["question", { question: EDITS }, (each) => each.question === EDITS],
    ["known", { kind: ["known"] }, (each) => each.verdict === "no" || each.verdict === "partly"],
    ["unknown", { kind: ["unknown"] }, (each) => each.verdict === "unanswered"],
    ["blockers", { kind: ["blocker"] }, (each) => each.blocker],
    ["cost", { cost: ["data_loss"] }, (each) => each.costs.some(({ cost }) => cost === "data_loss")],
    ["no owner", { owner: ["none"] }, (each) => each.plan?.owner == null],
    ["planned", { due: "planned" }, (each) => Boolean(each.plan?.dueOn)],
    ["search", { q: "LEDG" }, (each) => each.service === "ledger"],
  ])("is narrowed by %s", async (_, filters, matches) => {
    const [{ items: all }, { items, total }] = [
      await load({ limit: 200 }),
      await load({ ...filters, limit: 200 }),
    ];
    const left = all.filter(matches);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(all.length);
    const keys = (rows: typeof all) => rows.map((each) => `${each.service}/${each.question}`).sort();
    expect(keys(items)).toEqual(keys(left));
    expect(total.gaps).toBe(left.length);
  });

  it("counts only incidents of the chosen costs", async () => {
    const { items } = await load({ cost: ["data_loss"], question: EDITS, service: ["checkout"] });
    const [row] = items;
    expect(row?.incidentsPerYear ?? 0).toBeCloseTo(await expected(checkout, EDITS, "no", ["data_loss"]), 9);
  });

  it("whose due day is over in the organisation's time zone is overdue, unless it is said to be done", async () => {
    // 11:59 UTC on the 16th is still the 16th in Auckland; a minute later the 17th has begun there.
    const early = await load({ due: "overdue" }, new Date("2026-06-16T11:59:00Z"));
    expect(early.items).toHaveLength(0);
    const late = await load({ due: "overdue" }, new Date("2026-06-16T12:00:00Z"));
    expect(late.items.map((each) => [each.service, each.overdue])).toEqual([["checkout", true]]);
    expect(late.total.overdue).toBe(1);
  });

  it("owner=me is whoever asks", async () => {
    expect((await load({ owner: ["me"] }, NOON, member)).items).toHaveLength(1);
    expect((await load({ owner: ["me"] }, NOON)).items).toHaveLength(0);
  });

  it("shows an answer that went stale as unknown, before the ageing job wrote it down (S5)", async () => {
    const later = daysLater(91);
    const { items } = await load({ service: ["checkout"], question: QUARTERLY }, later);
    const where = { serviceId_questionKey: { serviceId: checkout.id, questionKey: QUARTERLY } };
    const { savedAt } = await db().answer.findUniqueOrThrow({ where });
    const openedAt = new Date(savedAt.getTime() + 90 * 86_400_000 + 1).toISOString();
    expect(items).toMatchObject([{ verdict: "unclear", given: "yes", stale: true, openedAt }]);
    const [before] = (await load({ service: ["checkout"], question: EDITS }, later)).items;
    expect(before?.openedAt).toBe(NOON.toISOString());
  });

  it.each(["incidents", "worth", "worthPerDay", "due", "age", "service", "effort"] as const)(
    "by %s shows every gap once, page by page",
    async (sort) => {
      const whole = (await load({ sort, limit: 200 })).items;
      const seen = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof load>> = await load({
          sort,
          limit: 7,
          ...(cursor ? { cursor } : {}),
        });
        seen.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(whole);
    },
  );

  it("by incidents: live services first, then by incidents and tier (R8)", async () => {
    const { items } = await load({ limit: 200 });
    const firstOther = items.findIndex((each) => each.lifecycle !== "live");
    expect(items.slice(firstOther).every((each) => each.lifecycle !== "live")).toBe(true);
    const live = items.slice(0, firstOther).map((each) => each.incidentsPerYear);
    expect(live).toEqual(live.toSorted((a, b) => b - a));
  });

  it("a member may plan, a stranger may not; a cursor of somebody's own making is refused", async () => {
    const stranger = await aPerson({ name: "Noa" });
    expect((await load({ limit: 1 }, NOON, member)).items[0]?.can.plan).toBe(true);
    expect((await load({ limit: 1 }, NOON, stranger)).items[0]?.can.plan).toBe(false);
    await expect(load({ cursor: "x" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("takes two statements", async () => {
    expect((await countStatements(() => load({ owner: [member.person.id] }))).statements).toHaveLength(2);
  });
});
