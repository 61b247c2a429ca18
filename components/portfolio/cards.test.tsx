import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { portfolioPage } from "@/components/addresses/pages";
import { drawnPlain } from "@/components/figure/testing-figures";
import { HEAT_SORTS } from "@/lib/domain/filters";
import { CostsCard } from "./costs-card";
import { FixesCard } from "./fixes-card";
import { HeatCard } from "./heat-card";
import { QuestionsCard } from "./portfolio-view";
import { StandingCard } from "./standing-card";
import { aGap, costsOf, NONE, somePortfolio, someTotals } from "./testing-portfolio";
import { TrendCard } from "./trend-card";

const NOW = portfolioPage.none;

const show = (element: React.ReactElement) => drawnPlain(element);

describe("the eight costs", () => {
  it("stand there all, with what is accepted hatched and what is unknown outlined", () => {
    const costs = costsOf({ data_loss: 4 }).map((share) =>
      share.cost === "data_loss" ? { ...share, now: { ...NONE, known: 4, unknown: 2, accepted: 1 } } : share,
    );
    const html = show(<CostsCard portfolio={somePortfolio({ costs })} query={NOW} />);
    expect(html.match(/<details/g)).toHaveLength(8);
    expect(html).toMatch(/width:50%[^>]*bg-current/);
    expect(html.match(/\bhatch"/g)).toHaveLength(1);
    expect(html.match(/\boutlined"/g)).toHaveLength(1);
  });
  it("lead to their largest gaps, and to the list of all of theirs", () => {
    const html = show(<CostsCard portfolio={somePortfolio()} query={NOW} />);
    expect(html).toContain('href="/services/ledger-api?cost=data_loss#gaps"');
    expect(html).toContain('href="/gaps?cost=data_loss"');
  });
  it("say of a gap under what is carried now that it comes with a launch", () => {
    const largest = [aGap(), aGap({ service: "search", live: false })];
    const costs = costsOf({ data_loss: 4 }).map((share) => ({ ...share, gaps: 2, largest }));
    const html = show(<CostsCard portfolio={somePortfolio({ costs })} query={NOW} />);
    expect(html.split("<summary")[1]).toMatch(/>at launch<\/span><\/span><\/li><\/ul>/);
    expect(html.match(/<li/g)).toHaveLength(2 * costs.length);
  });
  it("are, of the past, told without a list of all their gaps", () => {
    const html = show(<CostsCard portfolio={somePortfolio()} query={{ ...NOW, asOf: "2026-08-21" }} />);
    expect(html).toContain("2 gaps of services live or not led to it.");
    expect(html).not.toContain("asOf=2026-08-21#costs");
  });
  it("are those at launch while nothing is live", () => {
    const costs = costsOf({}).map((share) => ({ ...share, atLaunch: { ...NONE, known: 3 } }));
    const totals = someTotals({ now: NONE, atLaunch: { ...NONE, known: 24 } });
    const html = show(<CostsCard portfolio={somePortfolio({ costs, totals })} query={NOW} />);
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
    const html = show(<CostsCard portfolio={priced} query={NOW} />);
    expect(html).toContain("What the gaps cost, in a year");
    expect(html).toContain("€400k");
    expect(html).toContain("€96k");
    expect(html).toContain("1.4");
    expect(html.match(/unpriced/g)).toHaveLength(7);
    expect(show(<CostsCard portfolio={somePortfolio()} query={NOW} />)).not.toContain("unpriced");
  });

  it("ranks fixes with what they are worth and the days they take, live services first", () => {
    const fixes = {
      now: [aGap({ expectedLoss: 94_000, effortDays: 2 })],
      atLaunch: [aGap({ service: "search", serviceName: "Search", expectedLoss: 41_000, effortDays: 1.5 })],
      unpriced: { now: [], atLaunch: [] },
    };
    const html = show(<FixesCard portfolio={{ ...priced, fixes }} query={{ ...NOW, tier: ["1"] }} />);
    expect(html).toContain("€94k");
    expect(html).toContain("2 d");
    expect(html.indexOf("Of live services")).toBeLessThan(html.indexOf("Before a launch"));
    expect(html).toContain('href="/exposure?tier=1&amp;close=ledger-api.restore-rehearsed#what-if"');
  });

  it("tells of each further ranking its best gap, and where the list is of those that have one, never two in one (R8)", () => {
    const gap = (service: string, expectedLoss: number | null = null) =>
      aGap({
        ...{ service, serviceName: service, expectedLoss, incidentsPerYear: 0.7, effortDays: 2 },
        worthADay: (expectedLoss ?? 0.7) / 2,
      });
    const fixes = {
      now: [gap("one", 94_000), gap("two", 90_000), gap("three", 80_000)],
      atLaunch: [gap("four", 41_000), gap("five", 30_000)],
      unpriced: { now: [gap("six")], atLaunch: [gap("seven")] },
    };
    const html = show(<FixesCard portfolio={{ ...priced, fixes }} query={NOW} />);
    const at = ["one", "two", "four", "six", "seven"].map((slug) => html.indexOf(`/services/${slug}/assess`));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
    expect(html).not.toContain("/services/three/");
    expect(html).not.toContain("/services/five/");
    // what it is ranked by leads, the year stands below
    expect(html).toMatch(/€47k<\/b>.*€94k a year.*€45k<\/b>.*€90k a year/);
    expect(html).toMatch(/0\.4<\/b> incidents/);
    expect(html).toContain('href="/exposure?when=launch#what-if"');
    expect(html).toMatch(/<span[^>]*>Live, unpriced</);
    expect(html).toContain("close=one.restore-rehearsed&amp;close=two.restore-rehearsed#what-if");
  });

  it("offers no list and no supposition of the past", () => {
    const fixes = {
      ...{ now: [aGap({ expectedLoss: 94_000 })], atLaunch: [aGap({ expectedLoss: 41_000 })] },
      unpriced: { now: [], atLaunch: [] },
    };
    const html = show(<FixesCard portfolio={{ ...priced, fixes }} query={{ ...NOW, asOf: "2026-08-21" }} />);
    expect(html).toContain("Before a launch");
    expect(html).not.toContain("what-if");
    expect(html).not.toContain('href="/gaps');
  });

  it("says so when nothing known No known gap needs a fix", () => {
    expect(show(<FixesCard portfolio={priced} query={NOW} />)).toContain("No known gap needs a fix");
  });
});

describe("the best questions to answer", () => {
  it("keep live services and launches apart", () => {
    const questions = {
      now: [aGap({ known: false, stale: true })],
      atLaunch: [aGap({ known: false, service: "search", serviceName: "Search" })],
      unpriced: { now: [], atLaunch: [] },
    };
    const html = show(<QuestionsCard portfolio={somePortfolio({ questions })} query={NOW} />);
    expect(html.indexOf("Of live services")).toBeLessThan(html.indexOf("Before a launch"));
    expect(html).toContain('href="/services/search/assess#restore-rehearsed"');
    expect(html.match(/up to/g)).toHaveLength(2);
  });
  it("name, of what has no price, the best one, and lead nowhere: of those there is no list apart", () => {
    const unknown = (service: string, expectedLoss: number | null) =>
      aGap({ known: false, service, serviceName: service, expectedLoss });
    const questions = {
      ...{ now: [unknown("one", 9_000)], atLaunch: [unknown("two", 8_000)] },
      unpriced: { now: [unknown("three", null), unknown("four", null)], atLaunch: [] },
    };
    const portfolio = somePortfolio({ pricedCosts: 4, questions });
    const html = show(<QuestionsCard portfolio={portfolio} query={NOW} />);
    expect(html).toContain("/services/three/assess");
    expect(html).not.toContain("/services/four/assess");
    expect(html).toMatch(/<span[^>]*>Live, unpriced</);
  });
  it("say so when nothing is unknown", () => {
    expect(show(<QuestionsCard portfolio={somePortfolio()} query={NOW} />)).toContain("Nothing is unknown");
  });
});

it.each(HEAT_SORTS)("the heat map sorted by %s says so on its button", (sort) => {
  for (const pricedCosts of [0, 8]) {
    const html = show(
      <QueryClientProvider client={new QueryClient()}>
        <HeatCard portfolio={somePortfolio({ pricedCosts })} query={{ ...NOW, sort }} gone={[]} />
      </QueryClientProvider>,
    );
    expect(html).not.toMatch(/>Sort</);
    expect(html).toMatch(/first<|By name|from Z/);
  }
});

describe("the standing", () => {
  it("leads from each part and each count to what it holds", () => {
    const html = show(<StandingCard totals={someTotals()} query={{ ...NOW, tier: ["1"] }} />);
    expect(html).toContain('href="/services?tier=1&amp;standing=production_ready"');
    expect(html).toContain('href="/gaps?tier=1&amp;kind=blocker"');
    expect(html).toContain("95 other gaps");
  });
  it("says how many gaps there were then, and leads nowhere from where there is no list", () => {
    const html = show(<StandingCard totals={someTotals()} query={{ ...NOW, asOf: "2026-08-21" }} />);
    expect(html).toContain("25 blockers");
    expect(html).toContain("12 stale answers");
    expect(html).not.toMatch(/<a [^>]*>(25 blockers|95 other gaps|12 stale answers)/);
  });
  it("says so when no gap is open", () => {
    const html = show(<StandingCard totals={someTotals({ gaps: 0, blockers: 0, stale: 0 })} query={NOW} />);
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
    const html = show(<TrendCard portfolio={somePortfolio({ trend })} query={NOW} />);
    expect(html).toContain("the records begin today");
    expect(html).not.toContain("<svg");
  });
  it("says for those who listen that it draws money where it does", () => {
    const priced = { ...NONE, known: 41, knownLoss: 400_000, unknownLoss: 0, acceptedLoss: 0 };
    const points = ["2026-11-20", "2026-11-21"].map((day) => ({ ...point(day), now: priced }));
    const portfolio = somePortfolio({
      ...{ pricedCosts: 8, totals: someTotals({ now: priced }) },
      trend: { range: "90d", points, checklists: [] },
    });
    expect(show(<TrendCard portfolio={portfolio} query={NOW} />)).toMatch(
      /role="img" aria-label="[^"]*, and the loss a year that known gaps are expected to cause"/,
    );
  });
  it("puts the numbers of both lines behind it, and its ranges into the address", () => {
    const trend = {
      range: "90d" as const,
      points: [point("2026-11-20"), point("2026-11-21")],
      checklists: [],
    };
    const html = show(<TrendCard portfolio={somePortfolio({ trend })} query={{ ...NOW, range: "90d" }} />);
    expect(html).toContain("20 November 2026");
    expect(html).toContain("37%");
    expect(html).toMatch(/<th[^>]*>Mean score<\/th>/);
    expect(html.match(/<td[^>]*>60<\/td>/g)).toHaveLength(2);
    expect(html).toMatch(/role="img" aria-label="[^"]*, and incidents a year that known gaps/);
    expect(html).toMatch(/href="\/\?range=30d"/);
    expect(html).toMatch(
      /aria-current="page"[^>]*href="\/\?range=90d"|href="\/\?range=90d"[^>]*aria-current="page"/,
    );
  });
});
