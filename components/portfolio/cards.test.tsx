import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CostsCard } from "./costs-card";
import { FixesCard } from "./fixes-card";
import { ALL_NOW } from "./portfolio-query";
import { QuestionsCard } from "./questions-card";
import { StandingCard } from "./standing-card";
import { aGap, costsOf, NONE, somePortfolio, someTotals } from "./testing-portfolio";
import { TrendCard } from "./trend-card";

const show = (element: React.ReactElement) => renderToStaticMarkup(element);

describe("the eight costs", () => {
  it("stand there all, with what is accepted hatched and what is unknown outlined", () => {
    const costs = costsOf({ data_loss: 4 }).map((share) =>
      share.cost === "data_loss" ? { ...share, now: { ...NONE, known: 4, unknown: 2, accepted: 1 } } : share,
    );
    const html = show(<CostsCard portfolio={somePortfolio({ costs })} query={ALL_NOW} />);
    expect(html.match(/<details/g)).toHaveLength(8);
    expect(html).toMatch(/width:50%[^>]*bg-current/);
    expect(html.match(/\bhatch"/g)).toHaveLength(1);
    expect(html.match(/\boutlined"/g)).toHaveLength(1);
  });
  it("lead to their largest gaps, and to the list of all of theirs", () => {
    const html = show(<CostsCard portfolio={somePortfolio()} query={ALL_NOW} />);
    expect(html).toContain('href="/services/ledger-api?cost=data_loss#gaps"');
    expect(html).toContain('href="/gaps?cost=data_loss"');
  });
  it("are those at launch while nothing is live", () => {
    const costs = costsOf({}).map((share) => ({ ...share, atLaunch: { ...NONE, known: 3 } }));
    const totals = someTotals({ now: NONE, atLaunch: { ...NONE, known: 24 } });
    const html = show(<CostsCard portfolio={somePortfolio({ costs, totals })} query={ALL_NOW} />);
    expect(html).toContain("at launch: nothing is live yet");
    expect(html).toContain("3.0");
  });
});

describe("money", () => {
  const now = {
    known: 1.4,
    unknown: 0.5,
    accepted: 0,
    knownLoss: 402_000,
    unknownLoss: 96_000,
    acceptedLoss: 0,
  };
  const costs = costsOf({ lost_trust: 3 }).map((share) =>
    share.cost === "lost_trust" ? { ...share, now } : share,
  );
  const priced = somePortfolio({ pricedCosts: 1, costs, totals: someTotals({ now }) });

  it("stands with its incidents at a cost that has a price; the others are unpriced, without a bar", () => {
    const html = show(<CostsCard portfolio={priced} query={ALL_NOW} />);
    expect(html).toContain("What the gaps cost, in a year");
    expect(html).toContain("€400k");
    expect(html).toContain("€96k");
    expect(html).toContain("1.4");
    expect(html.match(/unpriced/g)).toHaveLength(7);
    expect(show(<CostsCard portfolio={somePortfolio()} query={ALL_NOW} />)).not.toContain("unpriced");
  });

  it("ranks fixes with what they are worth and the days they take, live services first", () => {
    const fixes = {
      now: [aGap({ expectedLoss: 94_000, effortDays: 2 })],
      atLaunch: [aGap({ service: "search", serviceName: "Search", expectedLoss: 41_000, effortDays: 1.5 })],
      unpriced: { now: [], atLaunch: [] },
    };
    const html = show(<FixesCard portfolio={{ ...priced, fixes }} query={{ ...ALL_NOW, tier: ["1"] }} />);
    expect(html).toContain("€94k");
    expect(html).toContain("2 d");
    expect(html.indexOf("Of live services")).toBeLessThan(html.indexOf("Before a launch"));
    expect(html).toContain('href="/exposure?tier=1#what-if"');
  });

  it("says so when nothing known waits for a fix", () => {
    expect(show(<FixesCard portfolio={priced} query={ALL_NOW} />)).toContain("waits for a fix");
  });
});

describe("the best questions to answer", () => {
  it("keep live services and launches apart", () => {
    const questions = {
      now: [aGap({ known: false, stale: true })],
      atLaunch: [aGap({ known: false, service: "search", serviceName: "Search" })],
      unpriced: { now: [], atLaunch: [] },
    };
    const html = show(<QuestionsCard portfolio={somePortfolio({ questions })} query={ALL_NOW} />);
    expect(html.indexOf("Of live services")).toBeLessThan(html.indexOf("Before a launch"));
    expect(html).toContain('href="/services/search/assess#restore-rehearsed"');
    expect(html.match(/up to/g)).toHaveLength(2);
  });
  it("say so when nothing is unknown", () => {
    expect(show(<QuestionsCard portfolio={somePortfolio()} query={ALL_NOW} />)).toContain(
      "Nothing is unknown",
    );
  });
});

describe("the standing", () => {
  it("leads from each part and each count to what it holds", () => {
    const html = show(<StandingCard totals={someTotals()} query={{ ...ALL_NOW, tier: ["1"] }} />);
    expect(html).toContain('href="/services?tier=1&amp;standing=production_ready"');
    expect(html).toContain('href="/gaps?tier=1&amp;kind=blocker"');
    expect(html).toContain("95 other gaps");
  });
  it("says so when no gap is open", () => {
    const html = show(
      <StandingCard totals={someTotals({ gaps: 0, blockers: 0, stale: 0 })} query={ALL_NOW} />,
    );
    expect(html).toContain("No gap is open.");
  });
});

describe("the trend", () => {
  const point = (day: string) => ({
    day,
    services: 24,
    byStanding: someTotals().byStanding,
    score: 60,
    gaps: 1,
    blockers: 0,
    now: { ...NONE, known: 41 },
    atLaunch: NONE,
  });
  it("draws nothing from one day, and says when there will be a line", () => {
    const trend = { range: "1y" as const, points: [point("2026-11-21")], checklists: [] };
    const html = show(<TrendCard portfolio={somePortfolio({ trend })} query={ALL_NOW} />);
    expect(html).toContain("what is kept begins today");
    expect(html).not.toContain("<svg");
  });
  it("puts the numbers of both lines behind it, and its ranges into the address", () => {
    const trend = {
      range: "90d" as const,
      points: [point("2026-11-20"), point("2026-11-21")],
      checklists: [],
    };
    const html = show(
      <TrendCard portfolio={somePortfolio({ trend })} query={{ ...ALL_NOW, range: "90d" }} />,
    );
    expect(html).toContain("20 November 2026");
    expect(html).toContain("37%");
    expect(html).toMatch(/href="\/\?range=30d"/);
    expect(html).toMatch(
      /aria-current="page"[^>]*href="\/\?range=90d"|href="\/\?range=90d"[^>]*aria-current="page"/,
    );
  });
});
