import { beforeAll, describe, expect, it } from "vitest";
import type { GapFilters } from "../../contracts/gaps";
import { db } from "../../db/client";
import { COSTS } from "../../domain/vocabulary";
import { largestGaps } from "../../domain/worth";
import { ageServices } from "../../jobs/age-services";
import { aModel, twoModels } from "../../testing/cost-models";
import { countStatements } from "../../testing/count-statements";
import { aPerson, daysLater, NOON, scopeOf } from "../../testing/factories";
import { aLongHistory } from "../../testing/long-history";
import { naivePoint, naiveServices, rankable } from "../../testing/naive-portfolio";
import { loadGaps } from "./gaps";

const NOW = daysLater(200);
let viewer: Awaited<ReturnType<typeof aPerson>>;
const load = (filters: GapFilters = {}) => loadGaps(scopeOf(viewer, "gap:list"), filters, NOW);

beforeAll(async () => {
  viewer = await aPerson();
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  await aLongHistory({
    ...{ seed: 7, from: NOON, to: NOW, services: 7, steps: 120 },
    watch: twoModels(daysLater(30), daysLater(86)),
  });
  await ageServices(NOW);
});
const cents = (amount: number | null | undefined) => (amount == null ? null : Math.round(amount * 100));

describe("the list of gaps by what they are worth (R8)", () => {
  it("is the ranking that the rules make one by one, page by page", async () => {
    const expected = largestGaps(await rankable(await naiveServices(NOW), COSTS), 10_000);
    const found = [];
    for (let cursor: string | undefined, page = 0; page === 0 || cursor; page += 1) {
      const { items, nextCursor } = await load({ sort: "worth", limit: 40, ...(cursor ? { cursor } : {}) });
      found.push(...items);
      cursor = nextCursor ?? undefined;
    }
    const led = found.filter((gap) => gap.costs.length > 0);
    expect(led.length).toBeGreaterThan(80);
    expect(led.map((gap) => cents(gap.expectedLoss))).toEqual(expected.map((gap) => cents(gap.expectedLoss)));
    expect(led.map((gap) => gap.lifecycle === "live")).toEqual(expected.map((gap) => gap.live));
    const byName = (gap: { service: string; question: string }) => `${gap.service} ${gap.question}`;
    expect(led.map(byName).sort()).toEqual(expected.map(byName).sort());
    for (const { costs, expectedLoss } of led) {
      const losses = costs.flatMap((each) => each.expectedLoss ?? []);
      expect(cents(losses.length === 0 ? null : losses.reduce((sum, loss) => sum + loss, 0))).toBe(
        cents(expectedLoss),
      );
    }
  });

  it("for a day of work it is the loss, else the incidents, through the days, live services first", async () => {
    const { items } = await load({ sort: "worthPerDay", limit: 200 });
    const priced = items.filter((gap) => gap.expectedLoss !== null);
    expect(priced.length).toBeGreaterThan(40);
    const perDay = (live: boolean) =>
      priced
        .filter((gap) => (gap.lifecycle === "live") === live)
        .map((gap) => (gap.expectedLoss ?? 0) / Math.max(gap.effortDays, 0.1));
    for (const each of [perDay(true), perDay(false)]) {
      expect(each).toEqual([...each].sort((a, b) => b - a));
    }
    const lives = items.map((gap) => gap.lifecycle === "live");
    expect(lives).toEqual([...lives].sort((a, b) => Number(b) - Number(a)));
    const { items: byWorth } = await load({ limit: 200 });
    expect(byWorth).toEqual((await load({ sort: "worth", limit: 200 })).items);
    expect(byWorth.map((gap) => gap.question)).not.toEqual(items.map((gap) => gap.question));
  });

  it("adds up what the filters leave, known and unknown apart", async () => {
    const services = await naiveServices(NOW);
    const { total } = await load();
    const { now, atLaunch } = naivePoint("", services);
    expect(total.currency).toBe("EUR");
    expect(total.pricedCosts).toBe(5);
    expect(cents(total.knownLoss)).toBe(cents(now.knownLoss));
    expect(cents(total.unknownLoss)).toBe(cents(now.unknownLoss));
    expect(cents(total.atLaunch.knownLoss)).toBe(cents(atLaunch.knownLoss));
    expect(cents(total.atLaunch.unknownLoss)).toBe(cents(atLaunch.unknownLoss));
    expect(await load({ q: "nobody" })).toMatchObject({ total: { knownLoss: 0, unknownLoss: 0 } });
  });

  it("a chosen cost means its loss alone", async () => {
    const { items } = await load({ cost: ["data_loss"], sort: "worth", limit: 200 });
    expect(items.length).toBeGreaterThan(5);
    for (const { costs, expectedLoss } of items) {
      expect(cents(expectedLoss)).toBe(cents(costs.find((each) => each.cost === "data_loss")?.expectedLoss));
    }
  });

  it("takes one statement where no owner is to be named", async () => {
    expect((await countStatements(() => load({ sort: "worth" }))).statements).toHaveLength(1);
  });

  it("what leads to no priced cost comes after what does, live services first", async () => {
    await aModel(NOW, { prices: { data_loss: { low: 20_000, high: 500_000 } } });
    const { items } = await load({ sort: "worth", limit: 200 });
    const ranks = items.map(
      ({ lifecycle, expectedLoss }) => (lifecycle === "live" ? 0 : 2) + (expectedLoss === null ? 1 : 0),
    );
    expect(new Set(ranks).size).toBe(4);
    expect(ranks).toEqual([...ranks].sort());
  });
});
