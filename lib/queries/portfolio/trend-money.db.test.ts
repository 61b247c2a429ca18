import { beforeAll, describe, expect, it } from "vitest";
import type { PortfolioFilters } from "../../contracts/portfolio";
import { db } from "../../db/client";
import { dayAfter, dayOf, endOfDay } from "../../domain/as-of";
import { ageServices } from "../../jobs/age-services";
import { fillDays } from "../../jobs/fill-days";
import { EXAMPLE_PRICES, modelsAsTimeGoes } from "../../testing/cost-models";
import { aPerson, scopeOf } from "../../testing/factories";
import { aLongHistory, type LongHistory } from "../../testing/long-history";
import {
  naiveModel,
  naivePoint,
  naivePortfolioRows,
  naiveServices,
  rounded,
} from "../../testing/naive-portfolio";
import { loadPortfolio } from "./portfolio";
import { loadTrend } from "./trend";

const ZONE = "Europe/Berlin";
const FROM = new Date("2026-03-12T09:00:00.000Z");
const NOW = new Date("2026-04-20T12:00:00.000Z");
const on = (day: string) => new Date(`${day}T00:00:00Z`);
let history: LongHistory;
let viewer: Awaited<ReturnType<typeof aPerson>>;
const portfolio = (filters: PortfolioFilters = {}) =>
  loadPortfolio(scopeOf(viewer, "portfolio:read"), { range: "90d", ...filters }, NOW);

beforeAll(async () => {
  viewer = await aPerson();
  await db().organisation.create({
    data: { name: "Acme", timeZone: ZONE, currency: "EUR", createdAt: FROM },
  });
  const watch = modelsAsTimeGoes([
    { from: on("2026-03-18"), model: { currency: "CHF" } },
    { from: on("2026-03-25"), model: { prices: { data_loss: { low: 1_000, high: 9_000 } } } },
    { from: on("2026-04-05"), model: { severity: { 1: 3, 2: 2, 3: 1, 4: 0 } } },
    {
      from: on("2026-04-14"),
      model: { prices: { ...EXAMPLE_PRICES, developer_confusion: { low: 1, high: 9 } } },
    },
  ]);
  history = await aLongHistory({ ...{ seed: 3, from: FROM, to: NOW, services: 6, steps: 160 }, watch });
  await ageServices(NOW);
});

type Told = Awaited<ReturnType<typeof naiveServices>>[number];
/** Every day told from entries, with the prices of its end; those in another currency as if there had been none. */
async function told(only: (each: Told) => boolean = () => true) {
  const points = [];
  const rows = await naivePortfolioRows();
  for (let day = dayOf(FROM, ZONE); day <= dayOf(NOW, ZONE); day = dayAfter(day)) {
    const at = new Date(Math.min(endOfDay(day, ZONE).getTime(), NOW.getTime()));
    const model = await naiveModel(at, rows);
    const services = (await naiveServices(at, rows)).filter(only);
    points.push(naivePoint(day, services, model?.currency === "EUR" ? model : null));
  }
  return points.slice(points.findIndex((point) => point.services > 0));
}

describe("a trend with prices (H2, H4)", () => {
  it("is priced day by day as was in force at the day's end, before and after days are rolled up", async () => {
    const expected = rounded(await told());
    const priced = expected.filter((point) => point.now.knownLoss !== null).length;
    expect(priced).toBeGreaterThan(20);
    expect(expected.length - priced).toBeGreaterThan(10);
    expect(rounded((await portfolio()).trend.points)).toEqual(expected);
    expect(await fillDays(NOW)).toBeGreaterThan(30);
    expect(rounded((await portfolio({ range: "all" })).trend.points)).toEqual(expected);
  });

  it("is priced the same when services are filtered by what they were, or looked up one by one", async () => {
    const tier = rounded(await told((each) => each.tier <= 2));
    expect(rounded((await portfolio({ tier: ["1", "2"] })).trend.points)).toEqual(tier);
    const one = history.services[0];
    if (!one) throw new RangeError("there are six");
    const scope = scopeOf(viewer, "service:read", one.resource);
    const alone = await loadTrend(scope, { range: "90d" }, NOW);
    expect(rounded(alone.points)).toEqual(rounded(await told((each) => each.id === one.id)));
  });

  it("what is different from a month before has the loss of then, where it can be said in the same money", async () => {
    const { since, currency } = await portfolio();
    expect([since?.day, since?.from.knownLoss, currency]).toEqual(["2026-03-20", null, "EUR"]);
    const then = (await told()).find((point) => point.day === "2026-03-28");
    const now = new Date("2026-04-28T12:00:00.000Z");
    const later = await loadPortfolio(scopeOf(viewer, "portfolio:read"), {}, now);
    expect(rounded(later.since?.from)).toMatchObject(
      rounded({ knownLoss: then?.now.knownLoss, unknownLoss: then?.now.unknownLoss }),
    );
  });
});
