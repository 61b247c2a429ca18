import { expect, it } from "vitest";
import { someGaps } from "../testing/alike-gaps";
import { unpricedModel } from "./cost-model";
import { pricingOf } from "./gap-worth";
import { groupedGaps } from "./grouped-gaps";

const UNPRICED = unpricedModel("EUR");
const PRICED = pricingOf({
  ...UNPRICED,
  prices: { ...UNPRICED.prices, data_loss: { low: 20_000, high: 500_000 } },
});
const base = { question: 0, verdict: "no", accepted: false, tier: 1, live: true, places: [1] } as const;
const gap = (some: Partial<Parameters<typeof someGaps>[0]> = {}, pricing = PRICED) =>
  someGaps({ ...base, ...some }, pricing);

it("adds up the gaps of one question, the known ones apart (R1), and names the services where it weighs most", () => {
  const [group, ...others] = groupedGaps([
    gap({ tier: 3, places: [7, 8] }),
    gap({ places: [5] }),
    gap({ verdict: "unclear", places: [2, 3], effortDays: 4 }),
  ]);
  expect(others).toEqual([]);
  expect(group).toMatchObject({
    ...{ question: "q0", title: "Title 0", live: true, priced: true, effortDays: 11 },
    all: { gaps: 5, incidentsPerYear: 1 },
    known: { gaps: 3, incidentsPerYear: expect.closeTo(0.6, 9) },
    first: [5, 2, 3],
  });
  const one = gap().expectedLoss ?? 0;
  expect(group?.all.expectedLoss).toBeCloseTo(one * (0.25 * 2 + 3), 6);
  expect(group?.known.expectedLoss).toBeCloseTo(one * (0.25 * 2 + 1), 6);
});

it("never adds what is carried now to what comes with a launch, nor what has a price to what has none (R6, R8)", () => {
  const groups = groupedGaps([
    gap({ question: 2 }),
    gap({ live: false, places: [4] }),
    gap({ places: [1, 2] }),
    gap({ question: 1, places: [9] }),
  ]);
  expect(
    groups.map(({ question, live, all }) => [question, live, all.gaps, all.expectedLoss === null]),
  ).toEqual([
    ["q0", true, 2, false],
    ["q2", true, 1, true],
    ["q1", true, 1, true],
    ["q0", false, 1, false],
  ]);
});

it("goes by incidents while nothing has a price, whatever the tier", () => {
  const none = pricingOf(UNPRICED);
  const groups = groupedGaps([gap({ places: [1, 2] }, none), gap({ question: 2, tier: 4 }, none)]);
  expect(groups.map(({ question, all }) => [question, all.incidentsPerYear])).toEqual([
    ["q2", 3],
    ["q0", 0.4],
  ]);
});
