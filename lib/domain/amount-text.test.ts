import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountText, differenceText, effortText, incidentsInWords } from "./amount-text";
import { unpricedModel } from "./cost-model";
import { exposureOf } from "./expected-loss";
import { expectedIncidents, type OpenQuestion, totalIncidents } from "./exposure";
import { gapWorth, pricingOf } from "./gap-worth";
import { sumOf } from "./sum";
import { type AnswerState, COSTS } from "./vocabulary";

const EUR = { currency: "EUR" };

describe("money", () => {
  it.each([
    [0, "€0"],
    [0.4, "<€1"],
    [7, "€7"],
    [754, "€750"],
    [999, "€1k"],
    [1_049, "€1k"],
    [1_250, "€1.3k"],
    [9_440, "€9.4k"],
    [9_960, "€10k"],
    [37_496.53, "€37k"],
    [102_121, "€100k"],
    [184_999, "€180k"],
    [996_000, "€1m"],
    [1_240_000, "€1.2m"],
    [64_000_000, "€64m"],
    [2_500_000_000, "€2.5bn"],
    [-184_999, "−€180k"],
    [-0.4, "−<€1"],
  ])("%d is %s: two digits, no more", (amount, text) => {
    expect(amountText(amount, EUR)).toBe(text);
  });

  it("keeps a symbol of letters apart from the figure, and an unknown code as it is", () => {
    expect(amountText(94_000, { currency: "CHF" })).toBe("CHF 94k");
    expect(amountText(94_000, { currency: "USD" })).toBe("$94k");
    expect(amountText(94_000, { currency: "XQQ" })).toBe("XQQ 94k");
    expect(amountText(94_000, { currency: "nonsense" })).toBe("nonsense 94k");
  });
});

describe("incidents", () => {
  it.each([
    [0, "0"],
    [0.01, "<0.1"],
    [0.05, "0.1"],
    [0.44, "0.4"],
    [1, "1.0"],
    [1.25, "1.3"],
    [1.35, "1.4"],
    [1.45, "1.5"],
    [9.94, "9.9"],
    [9.96, "10"],
    [12.26, "12"],
    [1203.6, "1,204"],
    [-4.14, "−4.1"],
  ])("%d a year are %s", (incidents, text) => {
    expect(amountText(incidents, null)).toBe(text);
  });

  it("says a single one as one", () => {
    expect(incidentsInWords(1)).toBe("1.0 incident");
    expect(incidentsInWords(4.14)).toBe("4.1 incidents");
  });
});

it.each([
  [1_240, EUR, "+€1.2k"],
  [-0.4, null, "−0.4"],
  [0, EUR, "€0"],
])("a difference of %d in %j is %s", (amount, unit, text) => {
  expect(differenceText(amount, unit)).toBe(text);
});

it.each([
  [0.5, "0.5 d"],
  [3, "3 d"],
  [1.26, "1.3 d"],
  [0.1 + 0.2, "0.3 d"],
])("%d days of work are %s", (days, text) => {
  expect(effortText(days)).toBe(text);
});

describe("one number, one text", () => {
  it("1.3499999999999999 and 1.35 are the same amount", () => {
    expect([1.3499999999999996, 1.35, 1.3500000000000003].map((each) => amountText(each, null))).toEqual([
      "1.4",
      "1.4",
      "1.4",
    ]);
    expect([13_499.999999999998, 13_500].map((each) => amountText(each, EUR))).toEqual(["€14k", "€14k"]);
  });

  /** Thousandths that end on what is rounded up, and parts of it in two orders, one of them in groups. */
  const onTheEdge = fc
    .record({
      parts: fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 2, maxLength: 60 }),
      groups: fc.integer({ min: 1, max: 7 }),
      turn: fc.nat(),
    })
    .map(({ parts, groups, turn }) => {
      const rest = (1_050 - (parts.reduce((sum, part) => sum + part, 0) % 100)) % 100;
      const all = [...parts, ...(rest > 0 ? [rest] : [])].map((each) => each / 1_000);
      const turned = all.map((_, index) => all[(index * 7 + turn) % all.length] ?? 0);
      const other = new Set(all.map((_, index) => (index * 7 + turn) % all.length)).size === all.length;
      const order = other ? turned : [...all].reverse();
      const grouped = Array.from({ length: groups }, (_, group) =>
        order.filter((_, index) => index % groups === group).reduce((sum, part) => sum + part, 0),
      );
      return { all, order, grouped };
    });

  it.each([
    [null, 1],
    [EUR, 1_000],
    [EUR, 37_496.53],
  ])("the same parts in any order and in any groups are the same text: in %j, %d each", (unit, each) => {
    fc.assert(
      fc.property(onTheEdge, ({ all, order, grouped }) => {
        const plain = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part * each, 0);
        const texts = [plain(all), plain(order), plain(grouped), sumOf(order.map((part) => part * each))];
        expect(new Set(texts.map((amount) => amountText(amount, unit))).size).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  const rate = fc.integer({ min: 1, max: 400 }).map((hundredths) => hundredths / 100);
  const gap = fc
    .record({
      verdict: fc.constantFrom<AnswerState>("no", "partly"),
      rates: fc.dictionary(fc.constantFrom(...COSTS), rate, { minKeys: 1 }),
    })
    .map(
      ({ verdict, rates }): OpenQuestion => ({
        ...{ verdict, waived: false },
        costs: COSTS.flatMap((cost) => (rates[cost] ? [{ cost, incidentsPerYear: rates[cost] }] : [])),
      }),
    );

  it("a service says by cost what its gaps say one by one, and what a list sums up of them backwards", () => {
    const unpriced = unpricedModel("EUR");
    const prices = { ...unpriced.prices, lost_trust: { low: 10_000, high: 90_000 } };
    const model = { ...unpriced, prices: { ...prices, data_loss: { low: 300, high: 900 } } };
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 40 }), (gaps) => {
        const incidents = expectedIncidents(gaps);
        const backwards = expectedIncidents([...gaps].reverse());
        const exposure = exposureOf([{ tier: 1, incidents }], model);
        const worths = gaps.map(({ costs, verdict }) => gapWorth(costs, verdict, 1, pricingOf(model)));
        const oneByOne = worths.reduceRight((sum, worth) => sum + worth.incidentsPerYear, 0);
        const losses = worths.reduceRight((sum, worth) => sum + (worth.expectedLoss ?? 0), 0);
        const total = amountText(totalIncidents(incidents).known, null);
        expect(amountText(oneByOne, null)).toBe(total);
        expect(amountText(exposure.known.incidents, null)).toBe(total);
        expect(amountText(losses, EUR)).toBe(amountText(exposure.known.expectedLoss ?? 0, EUR));
        for (const cost of COSTS) {
          expect(amountText(backwards[cost].known, null)).toBe(amountText(incidents[cost].known, null));
        }
      }),
    );
  });
});
