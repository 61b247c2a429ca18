import { beforeAll, describe, expect, it } from "vitest";
import { type ExposureFilters, exposureView } from "../../contracts/exposure";
import { db } from "../../db/client";
import { COSTS } from "../../domain/vocabulary";
import { largestGaps } from "../../domain/worth";
import { ageServices } from "../../jobs/age-services";
import { twoModels } from "../../testing/cost-models";
import { countStatements } from "../../testing/count-statements";
import { aPerson, daysLater, NOON, scopeOf } from "../../testing/factories";
import { aLongHistory } from "../../testing/long-history";
import {
  type NaiveService,
  naivePoint,
  naiveServices,
  rankable,
  rounded,
} from "../../testing/naive-portfolio";
import { loadPortfolio } from "../portfolio/portfolio";
import { loadExposure } from "./exposure";

const NOW = daysLater(200);
let viewer: Awaited<ReturnType<typeof aPerson>>;
const load = (filters: ExposureFilters = {}, now = NOW) =>
  loadExposure(scopeOf(viewer, "exposure:read"), filters, now);

beforeAll(async () => {
  viewer = await aPerson({ admin: true });
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "CHF", createdAt: NOON },
  });
  await aLongHistory({
    ...{ seed: 7, from: NOON, to: NOW, services: 9, steps: 220 },
    watch: twoModels(daysLater(30), daysLater(86)),
  });
  await ageServices(NOW);
});

const MOMENTS: [string, string | undefined, number][] = [
  ["now", undefined, 5],
  ["as of a day under the first model", "2026-09-01", 4],
  ["as of a day before any model", "2026-07-01", 0],
];
/** To a hundredth of a cent: sums were added up in another order. */
const cents = (amount: number | null | undefined) => Math.round((amount ?? 0) * 1e4);

describe.each(MOMENTS)("the exposure %s", (_, asOf, pricedCosts) => {
  const told = async (view: { asOf: string }) => naiveServices(new Date(view.asOf));

  it("is what entries say of each service, with the assumptions in force then (R2–R6, H3)", async () => {
    const view = await load({ asOf });
    const { now, atLaunch } = naivePoint("", await told(view));
    for (const [is, said] of [
      [view.now, now],
      [view.atLaunch, atLaunch],
    ] as const) {
      expect(is.pricedCosts).toBe(pricedCosts);
      expect(rounded(is.known.incidents)).toBe(rounded(said.known));
      expect(rounded(is.unknown.incidents)).toBe(rounded(said.unknown));
      expect(cents(is.known.expectedLoss)).toBe(cents(said.knownLoss));
      expect(cents(is.unknown.expectedLoss)).toBe(cents(said.unknownLoss));
      expect(is.expectedLoss === null).toBe(pricedCosts === 0);
      expect(is.spread === null).toBe(pricedCosts === 0);
    }
    expect(view.currency).toBe(asOf === "2026-07-01" ? "CHF" : "EUR");
    expect(exposureView.safeParse(view).error).toBeUndefined();
  });

  it("teams, tiers and services add up to it", async () => {
    const view = await load({ asOf });
    for (const parts of [view.byTeam, view.byTier, view.byService]) {
      for (const when of ["now", "atLaunch"] as const) {
        const sum = (of: (part: (typeof parts)[number][typeof when]) => number | null) =>
          parts.reduce((total, part) => total + (of(part[when]) ?? 0), 0);
        expect(sum((part) => part.incidents)).toBeCloseTo(view[when].incidents, 6);
        expect(cents(sum((part) => part.expectedLoss))).toBe(cents(view[when].expectedLoss));
        expect(cents(sum((part) => part.knownLoss))).toBe(cents(view[when].known.expectedLoss));
        expect(cents(sum((part) => part.acceptedLoss))).toBe(cents(view[when].accepted.expectedLoss));
      }
      expect(parts.reduce((total, part) => total + part.services, 0)).toBe((await told(view)).length);
    }
  });

  it("lists every gap by what it is worth, page by page (R8)", async () => {
    const expected = largestGaps(await everyGap(await told(await load({ asOf }))), 10_000);
    const found = [];
    for (let cursor: string | undefined, page = 0; page === 0 || cursor; page += 1) {
      const view = await load({ asOf, limit: 37, ...(cursor ? { cursor } : {}) });
      found.push(...view.gaps);
      cursor = view.nextCursor ?? undefined;
    }
    expect(found.length).toBeGreaterThan(100);
    const shown = (gap: { service: string; question: string; expectedLoss: number | null }) => [
      gap.service,
      gap.question,
      gap.expectedLoss === null ? null : cents(gap.expectedLoss),
    ];
    expect(found.map(shown)).toEqual(expected.map(shown));
    expect(new Set(found.map((gap) => gap.plan))).toEqual(new Set([asOf === undefined]));
  });
});

it("each cost names its largest gaps, whether they stand on the first page or not (R5, R6)", async () => {
  const view = await load({ limit: 1 });
  const services = await naiveServices(new Date(view.asOf));
  expect(new Set(view.costs.map(({ cost }) => cost))).toEqual(new Set(COSTS));
  for (const { cost, now, atLaunch, gaps, largest } of view.costs) {
    const own = await rankable(services, [cost]);
    const part = (live: boolean) => own.filter((gap) => gap.live === live);
    const shown = (some: readonly { service: string; question: string; expectedLoss: number | null }[]) =>
      some.map(({ service, question, expectedLoss }) => [
        service,
        question,
        expectedLoss && cents(expectedLoss),
      ]);
    expect(shown(largest.now)).toEqual(shown(largestGaps(part(true), 4)));
    expect(shown(largest.atLaunch)).toEqual(shown(largestGaps(part(false), 4)));
    expect(gaps).toEqual({ now: part(true).length, atLaunch: part(false).length });
    expect([now.known, now.unknown, atLaunch.known].map(rounded)).toEqual(
      [view.now.byCost[cost].known, view.now.byCost[cost].unknown, view.atLaunch.byCost[cost].known].map(
        rounded,
      ),
    );
  }
  expect(view.costs.some(({ gaps }) => gaps.atLaunch > 4)).toBe(true);
});

const everyGap = async (services: readonly NaiveService[]) => rankable(services, COSTS);

it("the portfolio's services sort by what each is expected to lose: the known first, then the unknown", async () => {
  const { byService } = await load();
  const sum = (parts: readonly (number | null)[]) =>
    parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  const lossOf = new Map(
    byService.map(({ service, now, atLaunch }) => {
      const known = sum([now.knownLoss, atLaunch.knownLoss]);
      return [service, { known, unknown: sum([now.expectedLoss, atLaunch.expectedLoss]) - known }];
    }),
  );
  for (const [sort, sign] of [
    ["-loss", -1],
    ["loss", 1],
  ] as const) {
    const { items } = await loadPortfolio(scopeOf(viewer, "portfolio:read"), { sort, limit: 200 }, NOW);
    const losses = items.map(({ slug }) => [lossOf.get(slug)?.known, lossOf.get(slug)?.unknown].map(cents));
    expect(new Set(losses.map(String)).size).toBeGreaterThan(3);
    const inOrder = [...losses].sort(
      ([a = 0, b = 0], [c = 0, d = 0]) => sign * (Math.abs(a - c) > 0.01 ? a - c : b - d),
    );
    expect(losses).toEqual(inOrder);
  }
});

describe("asked about", () => {
  it("now or the launch, the gaps are those of then by worth, and every figure stays (R6)", async () => {
    const { gaps: all, ...figures } = await load({ limit: 200 });
    for (const when of ["now", "launch"] as const) {
      const { gaps, nextCursor, ...same } = await load({ limit: 7, when });
      const own = all.filter(({ live }) => live === (when === "now")).slice(0, 7);
      expect(gaps.slice(0, own.length)).toEqual(own);
      expect(gaps).toHaveLength(7);
      expect(gaps.every(({ live }) => live === (when === "now"))).toBe(true);
      expect({ ...same, nextCursor: figures.nextCursor }).toEqual(figures);
      const next = await load({ limit: 7, when, cursor: nextCursor ?? "" });
      expect(next.gaps.some((gap) => gap.live !== (when === "now"))).toBe(false);
    }
  });

  it("a tier, a team or a service means those only", async () => {
    const all = await load();
    const { service, team } = all.byService[0] ?? { service: "", team: "" };
    const one = await load({ service });
    expect(one.byService.map((each) => each.service)).toEqual([service]);
    expect(one.byService[0]).toEqual(all.byService[0]);
    expect(new Set(one.gaps.map((gap) => gap.service))).toEqual(new Set([service]));
    expect((await load({ team: [team] })).byTeam.map((each) => each.team)).toEqual([team]);
    const tiers = await load({ tier: ["1", "2"] });
    expect(tiers.byTier.every((each) => each.tier <= 2)).toBe(true);
    expect((await load({ service: "nobody" })).now).toMatchObject({ incidents: 0, expectedLoss: 0 });
  });

  it("what is still to come, or after a page that nobody gave, is refused by name", async () => {
    for (const [filters, field] of [
      [{ asOf: "2027-01-02" }, "asOf"],
      [{ cursor: "x" }, "cursor"],
    ] as const) {
      await expect(load(filters)).rejects.toMatchObject({
        code: "invalid_input",
        details: { fields: [{ field }] },
      });
    }
  });
});

describe("cost", () => {
  it("one statement, whatever is asked, now or as of an earlier day", async () => {
    const asked: ExposureFilters[] = [{}, { limit: 3 }, { tier: ["1"] }, { asOf: "2026-09-12" }];
    for (const filters of asked)
      expect((await countStatements(() => load(filters))).statements).toHaveLength(1);
  });

  it("the same inputs have the same answer, to the last digit (R7)", async () => {
    const first = await load();
    const second = await load({}, new Date(NOW.getTime() + 120_000));
    expect(second.asOf).not.toBe(first.asOf);
    expect(second.now.spread).toEqual(first.now.spread);
  });
});
