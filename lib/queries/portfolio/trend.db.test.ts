import { beforeAll, describe, expect, it } from "vitest";
import { editOrganisation } from "../../commands/organisation/edit-organisation";
import type { PortfolioFilters } from "../../contracts/portfolio";
import { db } from "../../db/client";
import { dayAfter, dayOf, endOfDay } from "../../domain/as-of";
import { ageServices } from "../../jobs/age-services";
import { fillDays } from "../../jobs/fill-days";
import { countStatements } from "../../testing/count-statements";
import { aPerson, scopeOf } from "../../testing/factories";
import { aLongHistory, type LongHistory } from "../../testing/long-history";
import { naivePoint, naivePortfolioRows, naiveServices, rounded } from "../../testing/naive-portfolio";
import { naiveThen } from "../../testing/then";
import { loadPortfolio } from "./portfolio";
import { loadTrend } from "./trend";

// Clocks go forward in Berlin on 29 March, and back by half an hour on Lord Howe Island on 5 April.
const FROM = new Date("2026-03-12T09:00:00.000Z");
const NOW = new Date("2026-04-11T12:00:00.000Z");
let history: LongHistory;
let viewer: Awaited<ReturnType<typeof aPerson>>;

beforeAll(async () => {
  viewer = await aPerson();
  await db().organisation.create({
    data: { name: "Acme", timeZone: "UTC", currency: "EUR", createdAt: FROM },
  });
  history = await aLongHistory({ seed: 3, from: FROM, to: NOW, services: 6, steps: 140 });
  await ageServices(NOW);
});
const inZone = async (timeZone: string) => {
  const admin = await aPerson({ admin: true });
  await editOrganisation(scopeOf(admin, "organisation:edit"), { timeZone }, NOW);
};
const trend = async (filters: PortfolioFilters, now = NOW) =>
  (await loadPortfolio(scopeOf(viewer, "portfolio:read"), { range: "30d", ...filters }, now)).trend.points;

type Told = Awaited<ReturnType<typeof naiveServices>>[number];
/** Every day told from the entries of each service up to its end; the last one up to now. */
async function told(timeZone: string, only: (each: Told) => boolean = () => true, now = NOW) {
  const points = [];
  const rows = await naivePortfolioRows();
  for (let day = dayOf(FROM, timeZone); day <= dayOf(now, timeZone); day = dayAfter(day)) {
    const at = new Date(Math.min(endOfDay(day, timeZone).getTime(), now.getTime()));
    points.push(naivePoint(day, (await naiveServices(at, rows)).filter(only)));
  }
  const first = points.findIndex((point) => point.services > 0);
  return points.slice(first);
}

describe.each(["Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "America/Havana"])(
  "a trend by the days of %s (H4)",
  (zone) => {
    beforeAll(async () => {
      await inZone(zone);
    });

    it("is what entries say of each day, before and after its days are rolled up", async () => {
      const expected = rounded(await told(zone));
      expect(expected.length).toBeGreaterThan(30);
      expect(await db().wholeDay.count()).toBe(0);
      expect(rounded(await trend({}))).toEqual(expected);
      expect(await fillDays(NOW)).toBe(30);
      // Another range of the same days, so that it is made anew.
      expect(rounded(await trend({ range: "90d" }))).toEqual(expected);
    });

    it("is filtered by what services were on each day", async () => {
      const filters: [PortfolioFilters, (each: Told) => boolean][] = [
        [{ tier: ["3"] }, (each) => each.tier === 3],
        [{ lifecycle: ["live", "launching"] }, (each) => each.live],
        [
          { team: [history.services[0]?.teamSlug ?? ""] },
          (each) => each.team === history.services[0]?.teamSlug,
        ],
      ];
      for (const [filter, only] of filters) {
        const expected = rounded(await told(zone, only));
        expect(expected.length).toBeGreaterThan(5);
        expect(rounded(await trend(filter))).toEqual(expected);
      }
    });
  },
);

describe("a trend", () => {
  beforeAll(async () => {
    await inZone("Europe/Berlin");
    await fillDays(NOW);
  });

  it("follows the services that name, tag and standing mean now back through the days", async () => {
    const now = await naiveServices(NOW);
    // Retired and deleted ones among them: they counted once.
    const all = await Promise.all(
      history.services.map(async ({ id }) => ({ id, told: await naiveThen(id, NOW) })),
    );
    const working = all.filter((each) => each.told?.readiness.standing === "working");
    const meant = new Set(working.map(({ id }) => id));
    const expected = await told("Europe/Berlin", (each) => meant.has(each.id));
    expect(rounded(await trend({ standing: ["working"] }))).toEqual(rounded(expected));
    const one = now[0]?.name ?? "";
    // Retired and deleted ones too: services that are found by the words of a name, whatever stands between them.
    const words = one.toLowerCase().split(" ");
    const services = await db().service.findMany({ select: { id: true, name: true } });
    const found = services.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
    expect(found.length).toBeLessThan(services.length);
    const ids = new Set(found.map(({ id }) => id));
    const named = await told("Europe/Berlin", (each) => ids.has(each.id));
    expect(rounded(await trend({ q: one }))).toEqual(rounded(named));
  });

  it("as of a day ends on it", async () => {
    const points = await trend({ asOf: "2026-03-29" });
    const expected = await told("Europe/Berlin", undefined, endOfDay("2026-03-29", "Europe/Berlin"));
    expect(rounded(points)).toEqual(rounded(expected));
    expect(points.at(-1)?.day).toBe("2026-03-29");
  });

  it.each([
    ["1y", ["2026-03-14", "2026-03-21", "2026-03-28", "2026-04-04", "2026-04-11"]],
    ["90d", null],
    ["all", null],
  ] as const)("over %s has its days, from the first service on", async (range, days) => {
    const points = await trend({ range });
    expect(points.map((point) => point.day)).toEqual(
      days ?? (await told("Europe/Berlin")).map((point) => point.day),
    );
  });

  it("says which checklist versions were published meanwhile", async () => {
    const version = await db().checklistVersion.findFirstOrThrow({ include: { checklist: true } });
    const publishedAt = version.publishedAt as Date;
    const from = new Date(publishedAt.getTime() - 86_400_000);
    const { trend: long } = await loadPortfolio(scopeOf(viewer, "portfolio:read"), {}, publishedAt);
    expect(long.checklists).toEqual([
      { day: dayOf(publishedAt, "Europe/Berlin"), checklist: version.checklist.name, version: 1 },
    ]);
    expect((await loadPortfolio(scopeOf(viewer, "portfolio:read"), {}, from)).trend.checklists).toEqual([]);
  });

  it("of a service and of a team is what entries say of them, in two statements", async () => {
    const made = history.services[2];
    if (!made) throw new RangeError("there are six");
    const byService = scopeOf(viewer, "service:read", made.resource);
    const one = await countStatements(() => loadTrend(byService, { range: "30d" }, NOW));
    expect(one.statements).toHaveLength(2);
    expect(rounded(one.result.points)).toEqual(
      rounded(await told("Europe/Berlin", (each) => each.id === made.id)),
    );
    const team = { kind: "team" as const, id: made.teamId, slug: made.teamSlug, teamId: made.teamId };
    const byTeam = scopeOf(viewer, "team:read", team);
    const all = await countStatements(() => loadTrend(byTeam, { range: "30d" }, NOW));
    expect(all.statements).toHaveLength(2);
    expect(rounded(all.result.points)).toEqual(
      rounded(await told("Europe/Berlin", (each) => each.team === made.teamSlug)),
    );
    const past = await loadTrend(byService, { range: "30d", asOf: "2026-03-29" }, NOW);
    expect(past.points.at(-1)?.day).toBe("2026-03-29");
    await expect(loadTrend(byTeam, { asOf: "2026-04-12" }, NOW)).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});
