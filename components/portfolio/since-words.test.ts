import { describe, expect, it } from "vitest";
import { portfolioPage } from "@/components/addresses/pages";
import { plainText } from "@/components/figure/linked-words";
import type { Since } from "@/lib/contracts/portfolio";
import { assumptionWords, atLaunchWords, sinceWords } from "./since-words";
import { somePortfolio, someTotals } from "./testing-portfolio";

const still: Since = {
  day: "2026-10-21",
  from: { services: 24, score: 60, ready: 7, known: 41.2, unknown: 30, knownLoss: null, unknownLoss: null },
  added: 0,
  left: 0,
  becameReady: { count: 0, services: [] },
  fellBack: { count: 0, services: [] },
};
const named = (...names: string[]) => names.map((name) => ({ slug: name.toLowerCase(), name }));
const said = (more: Partial<Since>) =>
  plainText(sinceWords(somePortfolio({ since: { ...still, ...more } }), portfolioPage.none));

describe("what is different from a month ago", () => {
  it("names who moved and why, and how the incidents did", () => {
    expect(
      said({
        from: { ...still.from, known: 52 },
        becameReady: { count: 3, services: named("Refunds", "Catalogue", "Search") },
        fellBack: { count: 1, services: [{ slug: "ledger", name: "Ledger API", cause: "ageing" }] },
        added: 2,
        left: 1,
      }),
    ).toBe(
      "Since 21 October: 3 services became ready (Refunds, Catalogue and Search), 1 fell back (Ledger API, an answer went stale or a waiver ended), known incidents down from 52 to 41 a year, 2 new and 1 left. What changed",
    );
  });
  it("names nobody where there are too many to read", () => {
    expect(said({ becameReady: { count: 9, services: named("A", "B", "C") } })).toBe(
      "Since 21 October: 9 services became ready. What changed",
    );
  });
  it("says so when nothing moved", () => {
    expect(said({})).toBe("Since 21 October: nothing moved.");
  });
  it("tells worse from better", () => {
    const words = sinceWords(
      somePortfolio({ since: { ...still, from: { ...still.from, known: 30 } } }),
      portfolioPage.none,
    );
    expect(words.find(({ tone }) => tone === "bad")?.text).toBe("up from 30 to 41 a year");
  });
  it("is silent before there is a month to look back on", () => {
    expect(sinceWords(somePortfolio(), portfolioPage.none)).toEqual([]);
  });
  it("leads to what changed up to the day that is shown", () => {
    const past = { ...portfolioPage.none, asOf: "2026-11-21" };
    const words = sinceWords(somePortfolio({ since: still }), past);
    expect(words.find(({ href }) => href)?.href).toBe("/changes?since=2026-10-21&until=2026-11-21");
  });
});

it.each([
  [{ known: 0, unknown: 0 }, ""],
  [{ known: 12, unknown: 0 }, "Services not live yet would cause 12 incidents a year from their launch on."],
  [
    { known: 12, unknown: 6.1 },
    "Services not live yet would cause 12 incidents a year from their launch on; another 6.1 cannot be ruled out.",
  ],
  [{ known: 0, unknown: 6.1 }, "Of services not live yet, 6.1 cannot be ruled out from their launch on."],
])("says of what waits for its launch %j: %s", (expected, words) => {
  expect(plainText(atLaunchWords({ ...expected, accepted: 0 }, portfolioPage.none))).toBe(words);
});

describe("with prices", () => {
  const priced = (from: number | null, now: number) =>
    somePortfolio({
      pricedCosts: 8,
      since: { ...still, from: { ...still.from, knownLoss: from } },
      totals: someTotals({ now: { ...someTotals().now, knownLoss: now, unknownLoss: 0, acceptedLoss: 0 } }),
    });
  const words = (from: number | null, now: number) => sinceWords(priced(from, now), portfolioPage.none);

  it.each([
    [1_410_000, 1_200_000, "Since 21 October: known exposure down €210k. What changed", "good"],
    [980_000, 1_200_000, "Since 21 October: known exposure up €220k. What changed", "bad"],
  ])("from %i to %i the difference is said in money", (from, now, text, tone) => {
    expect(plainText(words(from, now))).toBe(text);
    expect(words(from, now).some((part) => part.tone === tone)).toBe(true);
  });
  it("what looks the same to two digits has not moved", () => {
    expect(plainText(words(1_199_000, 1_201_000))).toBe("Since 21 October: nothing moved.");
  });
  it("incidents are compared where there was no price then", () => {
    const portfolio = priced(null, 1_200_000);
    const since = portfolio.since && { ...portfolio.since, from: { ...portfolio.since.from, known: 52 } };
    expect(plainText(sinceWords({ ...portfolio, since }, portfolioPage.none))).toContain(
      "known incidents down from 52 to 41",
    );
  });
  it("what waits for its launch is said in money too", () => {
    const launch = { known: 12, unknown: 0, accepted: 0, knownLoss: 240_000 };
    expect(plainText(atLaunchWords(launch, portfolioPage.none, { currency: "EUR" }))).toBe(
      "Services not live yet would cause 12 incidents a year, about €240k, from their launch on.",
    );
  });
  it.each([
    [0, "No cost has a price yet: say what an incident costs."],
    [7, "Prices cover 7 of 8 costs; these are your assumptions."],
    [8, "Prices cover all eight costs; these are your assumptions."],
  ])("with %i prices it says what amounts stand on", (pricedCosts, text) => {
    expect(plainText(assumptionWords(somePortfolio({ pricedCosts })))).toBe(text);
  });
  it("says of the example's prices that they are invented", () => {
    expect(plainText(assumptionWords(somePortfolio({ pricedCosts: 8, examplePrices: true })))).toBe(
      "Prices of the example cover all eight costs; they are invented assumptions.",
    );
  });
});
