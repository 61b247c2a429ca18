import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someGaps, services as someServices } from "../testing/alike-gaps";
import { type CostModel, unpricedModel } from "./cost-model";
import { exposureOf, type TierIncidents } from "./expected-loss";
import { sumIncidents } from "./exposure";
import { type AlikeGaps, bestOf, firstOf, inRankOrder, leadingTo, type PlacedGap } from "./gap-table";
import { pricingOf } from "./gap-worth";
import { COSTS, TIERS } from "./vocabulary";
import { bestGaps, largestGaps, worthADay, worthAYear } from "./worth";

const UNPRICED = unpricedModel("EUR");
const MODEL: CostModel = {
  ...UNPRICED,
  prices: {
    ...UNPRICED.prices,
    data_loss: { low: 20_000, high: 500_000 },
    emergency_fixes: { low: 2_000, high: 20_000 },
  },
};
const PRICING = pricingOf(MODEL);
const base = { question: 0, verdict: "no", accepted: false, tier: 1, live: true, places: [1] } as const;
const gap = (some: Partial<Parameters<typeof someGaps>[0]> = {}, pricing = PRICING) =>
  someGaps({ ...base, ...some }, pricing);
const named = (ranking: readonly PlacedGap[]) => ranking.map(({ gap, place }) => `${gap.question}@${place}`);

const gaps = someServices.map((all): AlikeGaps[] =>
  all.flatMap(({ tier, live, verdicts, accepted }, index) =>
    verdicts.flatMap((verdict, question) =>
      verdict === "yes" || verdict === "not_applicable"
        ? []
        : [
            gap({
              question,
              verdict,
              tier,
              live,
              accepted: accepted[question] ?? false,
              places: [index + 1],
            }),
          ],
    ),
  ),
);

/** What gaps are expected to cause in a year, by tier (R2, R4), added up gap by gap: the control. */
const incidentsByTier = (of: readonly AlikeGaps[]): TierIncidents[] =>
  TIERS.map((tier) => ({
    tier,
    incidents: sumIncidents(
      of
        .filter((row) => row.tier === tier)
        .flatMap(({ costs, places, known, accepted }) =>
          costs.map(({ cost, incidentsPerYear }) => ({
            ...{ cost, incidents: incidentsPerYear * places.length, known, accepted },
          })),
        ),
    ),
  }));

describe("best next fixes and best questions (R8)", () => {
  it("known gaps without a waiver are fixed, unknown ones answered, accepted ones neither", () => {
    const some = [
      gap({ verdict: "no", places: [1] }),
      gap({ verdict: "partly", places: [2] }),
      gap({ verdict: "unclear", places: [3] }),
      gap({ verdict: "unanswered", places: [4] }),
      gap({ verdict: "no", accepted: true, places: [5] }),
      gap({ verdict: "unclear", accepted: true, places: [6] }),
    ];
    expect(named(bestOf(some, "fixes", 9, 2).now)).toEqual(["q0@1", "q0@2"]);
    expect(named(bestOf(some, "questions", 9, 2).now)).toEqual(["q0@3", "q0@4"]);
  });

  it("live and not yet live ones are never interleaved", () => {
    const some = [
      gap({ live: false, places: [1] }),
      gap({ tier: 4, places: [2] }),
      gap({ live: false, tier: 2, places: [3] }),
    ];
    const { now, atLaunch } = bestOf(some, "fixes", 9, 2);
    expect([named(now), named(atLaunch)]).toEqual([["q0@2"], ["q0@1", "q0@3"]]);
  });

  it("those without a priced cost have rankings of their own, by incidents and severity; while nothing is priced there is one", () => {
    const some = [
      gap({ question: 2, places: [1] }),
      gap({ question: 2, tier: 2, places: [2] }),
      gap({ places: [3] }),
    ];
    const { now, unpriced } = bestOf(some, "fixes", 9, 2);
    expect([named(now), named(unpriced.now)]).toEqual([["q0@3"], ["q2@1", "q2@2"]]);
    const bare = some.map((each, index) =>
      gap(
        { question: Number(each.question.slice(1)), tier: each.tier, places: [index + 1] },
        pricingOf(UNPRICED),
      ),
    );
    const all = bestOf(bare, "fixes", 9, 0);
    expect([named(all.now), all.unpriced]).toEqual([["q2@1", "q2@2", "q0@3"], { now: [], atLaunch: [] }]);
  });

  it("effort decides between equal losses, and counts for at least a tenth of a day", () => {
    const some = [
      gap({ effortDays: 4, places: [1] }),
      gap({ effortDays: 0.5, places: [2] }),
      gap({ effortDays: 0.1, places: [4] }),
      gap({ effortDays: 0.01, places: [3] }),
    ];
    expect(named(bestOf(some, "fixes", 9, 2).now)).toEqual(["q0@3", "q0@4", "q0@2", "q0@1"]);
  });
});

describe("many gaps at once", () => {
  it("rank as they do one by one, whatever order they come in", () => {
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 6 }), (some, most) => {
        const single = some.flatMap((each) =>
          each.places.map((place) => ({ ...each, place, service: String(place).padStart(3, "0") })),
        );
        const shown = (of: { question: string; place: number }[]) =>
          of.map((each) => `${each.question}@${each.place}`);
        const together = [...some].reverse();
        expect(named(firstOf(inRankOrder(together, worthAYear), most))).toEqual(
          shown(largestGaps(single, most)),
        );
        expect(named(firstOf(inRankOrder(together, worthADay), most))).toEqual(shown(bestGaps(single, most)));
      }),
    );
  });

  it("of equal worth stand in the order of their services, across rows", () => {
    const rows = [gap({ places: [7, 2], effortDays: 3 }), gap({ verdict: "unclear", places: [5, 1] })];
    expect(named([...inRankOrder(rows, worthAYear)])).toEqual(["q0@1", "q0@2", "q0@5", "q0@7"]);
  });

  it("cost by cost add up to the exposure of all (R2, R5), and a gap more is never cheaper", () => {
    const loss = (some: readonly AlikeGaps[]) => exposureOf(incidentsByTier(some), MODEL).expectedLoss ?? 0;
    fc.assert(
      fc.property(gaps, (some) => {
        const byCost = COSTS.reduce((sum, cost) => sum + loss(leadingTo(some, cost)), 0);
        expect(byCost).toBeCloseTo(loss(some), 4);
        const worth = some.reduce((sum, each) => sum + (each.expectedLoss ?? 0) * each.places.length, 0);
        expect(worth).toBeCloseTo(loss(some), 4);
        expect(loss([...some, gap()])).toBeGreaterThan(loss(some));
      }),
    );
  });
});
