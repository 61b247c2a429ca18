import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CostsCard } from "./costs-card";
import { ALL_NOW } from "./portfolio-query";
import { QuestionsCard } from "./questions-card";
import { StandingCard } from "./standing-card";
import { aGap, costsOf, somePortfolio, someTotals } from "./testing-portfolio";
import { TrendCard } from "./trend-card";

const NONE = { known: 0, unknown: 0, accepted: 0 };
const show = (element: React.ReactElement) => renderToStaticMarkup(element);

describe("the eight costs", () => {
  it("stand there all, with what is accepted hatched and what is unknown outlined", () => {
    const costs = costsOf({ data_loss: 4 }).map((share) =>
      share.cost === "data_loss" ? { ...share, now: { known: 4, unknown: 2, accepted: 1 } } : share,
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

describe("the best questions to answer", () => {
  it("keep live services and launches apart", () => {
    const questions = {
      now: [aGap({ known: false, stale: true })],
      atLaunch: [aGap({ known: false, service: "search", serviceName: "Search" })],
    };
    const html = show(<QuestionsCard questions={questions} query={ALL_NOW} />);
    expect(html.indexOf("Of live services")).toBeLessThan(html.indexOf("Before a launch"));
    expect(html).toContain('href="/services/search/assess#restore-rehearsed"');
    expect(html.match(/up to/g)).toHaveLength(2);
  });
  it("say so when nothing is unknown", () => {
    expect(show(<QuestionsCard questions={{ now: [], atLaunch: [] }} query={ALL_NOW} />)).toContain(
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
