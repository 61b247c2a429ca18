import { describe, expect, it } from "vitest";
import { portfolioPage } from "@/components/addresses/pages";
import { plainText } from "@/components/figure/linked-words";
import type { MovedServices, Since } from "@/lib/contracts/portfolio";
import { assumptionWords, atLaunchWords, moves } from "./since-words";
import { somePortfolio, someTotals } from "./testing-portfolio";

const still: Since = {
  day: "2026-10-21",
  from: { services: 24, score: 60, ready: 7, known: 41.2, unknown: 30, knownLoss: null, unknownLoss: null },
  added: 0,
  left: 0,
  becameReady: { count: 0, causes: [], services: [] },
  fellBack: { count: 0, causes: [], services: [] },
};
type Cause = MovedServices["causes"][number]["cause"];
/** Services that moved, by their names; of more than five, those that are named. */
function moved(by: Record<string, Cause>, more: Partial<MovedServices> = {}): MovedServices {
  const services = Object.entries(by).map(([name, cause]) => ({ slug: name.toLowerCase(), name, cause }));
  const causes = [...new Set(Object.values(by))].map((cause) => ({
    cause,
    count: services.filter((each) => each.cause === cause).length,
  }));
  return { count: services.length, causes, services, ...more };
}
const all = (more: Partial<Since>, query = portfolioPage.none) =>
  moves(somePortfolio({ since: { ...still, ...more } }), query);
const said = (more: Partial<Since>) => all(more)?.items.map(plainText);

describe("what moved since a month ago", () => {
  it("is at most three short items, each with its reason, worst first", () => {
    expect(
      said({
        from: { ...still.from, known: 52 },
        becameReady: moved({ Refunds: "answer", Catalogue: "answer", Search: "waiver" }),
        fellBack: moved({ "Ledger API": "ageing" }),
        added: 2,
        left: 1,
      }),
    ).toEqual([
      "Ledger API fell back: an answer went stale",
      "3 services became ready: 2 because the last gap was closed, 1 because the last gap was accepted",
      "Known incidents down from 52 to 41 a year",
    ]);
  });
  it("gives each of two its reason, and says once what is the same", () => {
    const of = (...by: Parameters<typeof moved>) => said({ fellBack: moved(...by) });
    expect(of({ Search: "waiver" })).toEqual(["Search fell back: a waiver ended"]);
    expect(of({ "Ledger API": "ageing", Search: "waiver" })).toEqual([
      "Ledger API (an answer went stale) and Search (a waiver ended) fell back",
    ]);
    expect(of({ "Ledger API": "ageing", Search: "ageing" })).toEqual([
      "Ledger API and Search fell back, each because an answer went stale",
    ]);
    expect(said({ becameReady: moved({ Search: "answer" }) })).toEqual([
      "Search became ready: the last gap was closed",
    ]);
  });
  it("says of more how many moved for what", () => {
    const of = (...causes: [Cause, number][]) => {
      const count = causes.reduce((sum, [, each]) => sum + each, 0);
      const all = causes.map(([cause, count]) => ({ cause, count }));
      return said({ fellBack: moved({ A: "ageing" }, { count, causes: all }) });
    };
    expect(of(["ageing", 9])).toEqual(["9 services fell back, each because an answer went stale"]);
    expect(of(["ageing", 6], ["waiver", 3])).toEqual([
      "9 services fell back: 6 because an answer went stale, 3 because a waiver ended",
    ]);
    expect(of(["ageing", 6], ["waiver", 2], ["answer", 1], ["facts", 1])).toEqual([
      "10 services fell back: 6 because an answer went stale, 2 because a waiver ended, 2 otherwise",
    ]);
  });
  it.each([
    [{ added: 2, left: 1 }, "2 services added, 1 removed"],
    [{ added: 1 }, "1 service added"],
    [{ left: 1 }, "1 service removed"],
  ])("says of %j: %s", (more, words) => {
    expect(said(more)).toEqual([words]);
  });
  it("has no item when nothing moved, and is silent before there is a month to look back on", () => {
    expect(said({})).toEqual([]);
    expect(moves(somePortfolio(), portfolioPage.none)).toBeNull();
  });
  it("tells worse from better", () => {
    const words = all({ from: { ...still.from, known: 30 } })?.items.flat();
    expect(words?.find(({ tone }) => tone === "bad")?.text).toBe("up from 30 to 41 a year");
  });
  it("leads to what changed up to the day that is shown", () => {
    const past = { ...portfolioPage.none, asOf: "2026-11-21" };
    expect(all({}, past)).toMatchObject({
      since: "since 21 October",
      href: "/changes?since=2026-10-21&until=2026-11-21",
    });
  });
});

it.each([
  [{ known: 0, unknown: 0 }, ""],
  [{ known: 12, unknown: 0 }, "From their launch on, services not live yet would cause 12 incidents a year."],
  [
    { known: 12, unknown: 6.1 },
    "From their launch on, services not live yet would cause 12 incidents a year; another 6.1 cannot be ruled out.",
  ],
  [
    { known: 0, unknown: 6.1 },
    "Of services not live yet, 6.1 incidents a year cannot be ruled out from their launch on.",
  ],
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
  const items = (portfolio: ReturnType<typeof priced>) => moves(portfolio, portfolioPage.none)?.items ?? [];

  it.each([
    [1_410_000, 1_200_000, "Known exposure down €210k", "good"],
    [980_000, 1_200_000, "Known exposure up €220k", "bad"],
  ])("from %i to %i the difference is said in money", (from, now, text, tone) => {
    const [item = [], ...others] = items(priced(from, now));
    expect(plainText(item)).toBe(text);
    expect(item.some((part) => part.tone === tone)).toBe(true);
    expect(others).toEqual([]);
  });
  it("what looks the same to two digits has not moved", () => {
    expect(items(priced(1_199_000, 1_201_000))).toEqual([]);
  });
  it("incidents are compared where there was no price then", () => {
    const portfolio = priced(null, 1_200_000);
    const since = portfolio.since && { ...portfolio.since, from: { ...portfolio.since.from, known: 52 } };
    expect(items({ ...portfolio, since }).map(plainText)).toEqual([
      "Known incidents down from 52 to 41 a year",
    ]);
  });
  it("what waits for its launch is said in money", () => {
    const launch = { known: 12, unknown: 0, accepted: 0, knownLoss: 240_000, unknownLoss: 0 };
    expect(plainText(atLaunchWords(launch, portfolioPage.none, { currency: "EUR" }))).toBe(
      "From their launch on, services not live yet would cost about €240k a year.",
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
