import { beforeAll, describe, expect, it } from "vitest";
import { planGap } from "../../commands/gaps/plan-gap";
import type { PortfolioFilters } from "../../contracts/portfolio";
import { db } from "../../db/client";
import { ageServices } from "../../jobs/age-services";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { twoModels } from "../../testing/cost-models";
import { aPerson, daysLater, NOON, scopeOf } from "../../testing/factories";
import { aLongHistory } from "../../testing/long-history";
import { naiveCosts, naiveModel, naivePoint, naiveServices, rounded } from "../../testing/naive-portfolio";
import { loadPortfolio } from "./portfolio";

const NOW = daysLater(200);
let viewer: Awaited<ReturnType<typeof aPerson>>;
const load = (filters: PortfolioFilters, now = NOW) =>
  loadPortfolio(scopeOf(viewer, "portfolio:read"), filters, now);

beforeAll(async () => {
  viewer = await aPerson();
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  const { services } = await aLongHistory({
    ...{ seed: 7, from: NOON, to: NOW, services: 9, steps: 220 },
    watch: twoModels(daysLater(30), daysLater(86)),
  });
  await ageServices(NOW);
  // Two gaps are less work than their questions say.
  // What is retired takes no plans.
  const gaps = (await snapshotNow(NOW)).services
    .filter(({ counts }) => counts)
    .flatMap((then) =>
      then
        .questions()
        .flatMap(({ verdict, question }) =>
          verdict === "unanswered" ? [{ serviceId: then.id, questionKey: question.key }] : [],
        ),
    );
  for (const [index, gap] of [gaps[0], gaps[39]].entries()) {
    const made = services.find((each) => each.id === gap?.serviceId);
    if (!made || !gap) throw new RangeError("the history left no unanswered gap");
    const row = await db().service.findUniqueOrThrow({ where: { id: made.id } });
    const scope = scopeOf(made.admin, "gap:plan", { ...made.resource, teamId: row.teamId });
    await planGap(scope, gap.questionKey, { effortDays: index === 0 ? 0.05 : 0.3 }, NOW);
  }
});

/** As the API says it, and told service by service from entries. */
async function both(filters: PortfolioFilters, only: (each: Told) => boolean = () => true) {
  const portfolio = await load(filters);
  const at = new Date(portfolio.asOf);
  const [services, model] = [(await naiveServices(at)).filter(only), await naiveModel(at)];
  return { portfolio, services, model, point: naivePoint(portfolio.day, services, model) };
}
type Told = Awaited<ReturnType<typeof naiveServices>>[number];

const MOMENTS: [string, string | undefined][] = [
  ["now", undefined],
  ["as of a day", "2026-09-01"],
  ["as of the day of the first service", "2026-06-15"],
  ["as of an instant", "2026-11-01T08:15:00.000Z"],
  ["as of the day on which clocks go back", "2026-10-25"],
];

describe.each(MOMENTS)("the portfolio %s", (_, asOf) => {
  it("adds up what entries say of each service (S8, R2, R6, H3)", async () => {
    const { portfolio, services, point } = await both({ asOf });
    const { day, ...sums } = point;
    const { totals } = portfolio;
    expect(services.length).toBeGreaterThan(3);
    expect(rounded(totals)).toMatchObject(rounded(sums));
    expect(totals.services).toBe(services.length);
    expect(totals.stale).toBe(services.reduce((sum, each) => sum + each.readiness.stale, 0));
    expect(totals.unanswered).toBe(services.reduce((sum, each) => sum + each.readiness.unanswered, 0));
    expect(rounded(portfolio.trend.points.at(-1))).toEqual(rounded(point));
    expect(portfolio.pricedCosts).toBe({ "2026-06-15": 0, "2026-09-01": 4 }[asOf ?? ""] ?? 5);
    expect(portfolio).toMatchObject({ day, past: asOf !== undefined });
  });

  it("ranks costs, their largest gaps and the best questions as the rules do one by one (R8)", async () => {
    const { portfolio, services } = await both({ asOf });
    const { costs, fixes, questions } = await naiveCosts(services);
    expect(rounded(portfolio.costs)).toEqual(rounded(costs));
    expect(rounded(portfolio.fixes)).toEqual(rounded(fixes));
    expect(rounded(portfolio.questions)).toEqual(rounded(questions));
    expect(portfolio.costs.flatMap((share) => share.largest).length).toBeGreaterThan(8);
    expect(portfolio.questions.now.length + portfolio.questions.atLaunch.length).toBeGreaterThan(4);
  });

  it("lists the services that count, with what was true of them", async () => {
    const { portfolio, services } = await both({ asOf, limit: 200 });
    const told = services.map(({ slug, name, team, tier, lifecycle, readiness }) => ({
      ...{ slug, name, team, tier, lifecycle },
      standing: readiness.standing,
      score: readiness.score,
      gaps: readiness.gaps,
    }));
    const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1);
    expect([...portfolio.items].sort(bySlug)).toMatchObject(told.sort(bySlug));
    expect(portfolio.items).toHaveLength(told.length);
  });

  it.each<[string, PortfolioFilters, (each: Told) => boolean]>([
    ["tier", { tier: ["1", "2"] }, (each) => each.tier <= 2],
    ["lifecycle", { lifecycle: ["building"] }, (each) => each.lifecycle === "building"],
    ["standing", { standing: ["working"] }, (each) => each.readiness.standing === "working"],
    ["tier and lifecycle", { tier: ["3"], lifecycle: ["live"] }, (each) => each.tier === 3 && each.live],
  ])("filters everything by %s", async (__, filters, only) => {
    const { portfolio, services, model, point } = await both({ ...filters, asOf }, only);
    const { day: ___, ...sums } = point;
    expect(rounded(portfolio.totals)).toMatchObject(rounded(sums));
    expect(rounded(portfolio.costs)).toEqual(rounded((await naiveCosts(services, model)).costs));
    expect(portfolio.items.map((item) => item.slug).sort()).toEqual(services.map((each) => each.slug).sort());
  });
});

describe("as of", () => {
  it("takes no estimate of the work that was made later", async () => {
    const daysOf = async (filters: PortfolioFilters) =>
      (await load(filters)).questions.atLaunch
        .concat((await load(filters)).questions.now)
        .map(({ effortDays }) => effortDays);
    expect(await daysOf({})).toContain(0.05);
    expect(await daysOf({ asOf: "2026-12-31" })).not.toContain(0.05);
  });

  it("today is now, and what is still to come is refused by name", async () => {
    expect(await load({ asOf: "2027-01-01" })).toMatchObject({ past: false, asOf: NOW.toISOString() });
    for (const asOf of ["2027-01-02", "2027-01-01T12:00:00.001Z"]) {
      await expect(load({ asOf })).rejects.toMatchObject({
        code: "invalid_input",
        details: { fields: [{ field: "asOf" }] },
      });
    }
  });

  it("a day on which nothing was there yet is empty, and has nothing to compare with", async () => {
    const empty = await load({ asOf: "2026-06-01" });
    expect(empty.totals).toMatchObject({ services: 0, score: null, gaps: 0 });
    expect(empty).toMatchObject({ items: [], nextCursor: null, since: null });
    expect(empty.trend.points).toHaveLength(1);
    expect(empty.costs.map((share) => share.largest)).toEqual(Array(8).fill([]));
  });
});
