import { describe, expect, it } from "vitest";
import { type PortfolioQuery, portfolioPage } from "@/components/addresses/pages";
import { plainText } from "@/components/figure/linked-words";
import { headline } from "./headline";
import { costsOf, NONE, someTotals } from "./testing-portfolio";

const COSTS = costsOf({ lost_trust: 20, data_loss: 12.2, emergency_fixes: 9 });
const none = { production_ready: 0, ready_with_accepted_risks: 0, working: 0, unassessed: 0 };
const said = (
  totals: Parameters<typeof someTotals>[0] = {},
  query: Partial<PortfolioQuery> = {},
  costs = COSTS,
) => plainText(headline(someTotals(totals), costs, { ...portfolioPage.none, ...query }));

describe("the headline", () => {
  it("says the known first, and the unknown apart", () => {
    expect(said()).toBe(
      "The business can rely on 9 of 24 services. The other 15 are expected to cause 41 incidents a year, most of it in lost customer trust and data loss. Another 30 cannot be ruled out.",
    );
  });

  it("leads from every number to what it is made of", () => {
    const words = headline(someTotals(), COSTS, { ...portfolioPage.none, team: ["payments"] });
    const numbers = words.filter(({ text }) => /\d/.test(text));
    expect(numbers.length).toBe(4);
    expect(numbers.every(({ href }) => href?.includes("team=payments"))).toBe(true);
  });

  it("says what it costs instead of how often, and leads with the costs that most of the money goes to", () => {
    const now = { ...someTotals().now, knownLoss: 1_204_000, unknownLoss: 96_400, acceptedLoss: 0 };
    const loss: Partial<Record<string, number>> = {
      data_loss: 800_000,
      lost_trust: 300_000,
      emergency_fixes: 104_000,
    };
    const costs = COSTS.map((share) => ({
      ...share,
      now: { ...share.now, knownLoss: loss[share.cost] ?? 0, unknownLoss: 0, acceptedLoss: 0 },
    }));
    const words = headline(
      someTotals({ now }),
      costs,
      { ...portfolioPage.none, tier: ["1"] },
      { currency: "EUR" },
    );
    expect(plainText(words)).toContain(
      "The other 15 are expected to cost about €1.2m a year, most of it in data loss. Another €96k cannot be ruled out.",
    );
    expect(words.find(({ text }) => text === "€1.2m")?.href).toBe("/exposure?tier=1");
  });

  it("counts what cannot be ruled out in incidents where that has no price", () => {
    const now = { ...someTotals().now, knownLoss: 1_204_000, unknownLoss: 0, acceptedLoss: 0 };
    const words = headline(someTotals({ now }), COSTS, portfolioPage.none, { currency: "EUR" });
    expect(plainText(words)).toMatch(/about €1\.2m a year.*\. Another 30 incidents cannot be ruled out\.$/);
  });

  it("names live services where others wait for their launch, and adds nothing of theirs", () => {
    const words = said({ atLaunch: { ...NONE, known: 12, unknown: 6 } });
    expect(words).toContain("Known gaps in live services are expected to cause 41 incidents a year");
    expect(words).not.toContain("53");
  });

  it("does not blame the other services for what was accepted in those that are ready", () => {
    const byStanding = { ...none, production_ready: 7, ready_with_accepted_risks: 2, working: 15 };
    expect(said({ byStanding })).toContain("on 9 of 24 services. Known gaps are expected to cause 41");
  });

  it.each([
    [{ lost_trust: 30, data_loss: 11 }, ", most of it in lost customer trust."],
    [{ lost_trust: 41 }, ", in lost customer trust."],
    [
      { lost_trust: 15, data_loss: 14, failed_launch: 12 },
      ", most of it in lost customer trust and data loss.",
    ],
    [
      {
        lost_trust: 7,
        data_loss: 6,
        failed_launch: 6,
        emergency_fixes: 6,
        poor_performance: 5,
        developer_confusion: 11,
      },
      ", above all in developer confusion and lost customer trust.",
    ],
  ])("names the costs that make most of %j", (known, words) => {
    const sum = Object.values(known).reduce((a, b) => a + b, 0);
    expect(said({ now: { ...NONE, known: sum } }, {}, costsOf(known))).toContain(words);
  });

  it("says that most is nowhere when it is spread over many costs", () => {
    const known = {
      lost_trust: 6,
      data_loss: 5,
      failed_launch: 5,
      emergency_fixes: 5,
      poor_performance: 5,
      expensive_rewrite: 5,
      developer_confusion: 5,
    };
    expect(said({ now: { ...NONE, known: 36 } }, {}, costsOf(known))).toContain(
      ", above all in lost customer trust and emergency bug fixes.",
    );
  });

  it("is about the filtered services when something is filtered", () => {
    expect(
      said({ services: 7, byStanding: { ...none, production_ready: 3, working: 4 } }, { team: ["x"] }),
    ).toMatch(/^The business can rely on 3 of 7 filtered services\. The other 4 are/);
  });

  it("does not answer what a filter by standing has asked", () => {
    const byStanding = { ...none, working: 13, unassessed: 2 };
    const words = said({ services: 15, byStanding }, { standing: ["working", "unassessed"] });
    expect(words).toMatch(/^13 services are working and 2 services are unassessed\. Known gaps are expected/);
  });

  it.each([
    [
      {
        services: 24,
        byStanding: { ...none, production_ready: 24 },
        now: NONE,
        gaps: 0,
        stale: 0,
        unanswered: 0,
      },
      "The business can rely on all 24 services.",
    ],
    [
      {
        services: 1,
        byStanding: { ...none, production_ready: 1 },
        now: NONE,
        gaps: 0,
        stale: 0,
        unanswered: 0,
      },
      "The business can rely on its one service.",
    ],
    [
      {
        services: 2,
        byStanding: { ...none, ready_with_accepted_risks: 2 },
        now: { ...NONE, known: 1, accepted: 1 },
      },
      "The business can rely on both services. Accepted risks are expected to cause 1.0 incident a year, in data loss.",
    ],
    [
      { services: 3, byStanding: { ...none, working: 3 }, now: { ...NONE, known: 4.04 } },
      "The business cannot rely yet on any of 3 services. They are expected to cause 4.0 incidents a year, in data loss.",
    ],
    [
      { services: 1, byStanding: { ...none, working: 1 }, now: { ...NONE, known: 0.02 } },
      "The business cannot rely yet on its one service. It is expected to cause <0.1 incidents a year, in data loss.",
    ],
    [
      {
        services: 2,
        byStanding: { ...none, production_ready: 1, working: 1 },
        now: { ...NONE, unknown: 3 },
        stale: 1,
        unanswered: 0,
      },
      "The business can rely on 1 of 2 services. No known gap in a live service is expected to cause an incident. But 3.0 a year cannot be ruled out while 1 question is stale.",
    ],
    [
      {
        services: 2,
        byStanding: { ...none, production_ready: 1, working: 1 },
        now: { ...NONE, known: 1, unknown: 3 },
        stale: 0,
        unanswered: 0,
      },
      "The business can rely on 1 of 2 services. The other one is expected to cause 1.0 incident a year, in data loss. Another 3.0 cannot be ruled out.",
    ],
  ])("of %j is: %s", (totals, words) => {
    expect(said(totals, {}, costsOf({ data_loss: 1 }))).toBe(words);
  });

  it.each([
    [
      24,
      {},
      "None of 24 services has been assessed yet, so nobody can say whether the business can rely on them. 1,200 questions wait for an answer.",
    ],
    [
      1,
      {},
      "The one service has not been assessed yet, so nobody can say whether the business can rely on it. 1,200 questions wait for an answer.",
    ],
    [
      3,
      { q: "pay" },
      "None of these 3 services has been assessed yet, so nobody can say whether the business can rely on them. 1,200 questions wait for an answer.",
    ],
  ])("of %i unassessed services with %j says what is missing", (services, query, words) => {
    const byStanding = { ...none, unassessed: services };
    expect(said({ services, byStanding, unanswered: 1200 }, query)).toBe(words);
  });

  it.each([
    [{ retired: 0 }, { q: "x" }, "No service matches these filters."],
    [{ retired: 2 }, { q: "x" }, "No service in use matches these filters."],
    [{ retired: 2 }, {}, "Every service is retired."],
    [{ retired: 0 }, { asOf: "2020-01-01" }, "There was no service yet."],
  ])("without services, with %j and %j: %s", (totals, query, words) => {
    expect(said({ services: 0, byStanding: none, ...totals }, query)).toBe(words);
  });
});
