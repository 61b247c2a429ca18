import { describe, expect, it } from "vitest";
import { exposurePage } from "@/components/addresses/pages";
import { amountOfCost, amountOfRow, unitOf } from "@/components/figure/amount";
import { drawnPlain } from "@/components/figure/testing-figures";
import { CostsCard } from "./costs-card";
import { CurveCard } from "./curve-card";
import { ModelLine } from "./exposure-view";
import { A_SPREAD, anExposure, aWorthGap, NOTHING, someView } from "./testing-exposure";
import { PartsCard, ServicesCard } from "./where-tables";

const show = (element: React.ReactElement) => drawnPlain(element);

describe("the eight costs", () => {
  it("are bars of money: known solid, accepted hatched, unknown outlined", () => {
    const html = show(<CostsCard view={someView()} when="now" query={exposurePage.none} />);
    expect(html.match(/<details/g)).toHaveLength(8);
    expect(html).toMatch(/width:56\.25%[^>]*bg-current/);
    expect(html).toMatch(/width:18\.75%[^>]*hatch/);
    expect(html).toMatch(/width:25%[^>]*outlined/);
    expect(html).toContain("€180k");
  });
  it("lead to their largest gaps with their part of the cost, and to the list of all of them", () => {
    const html = show(
      <CostsCard view={someView()} when="now" query={{ ...exposurePage.none, team: ["payments"] }} />,
    );
    expect(html).toContain('href="/services/ledger-api?cost=data_loss#gaps"');
    expect(html).toContain("€30k");
    expect(html).toContain("The gap of live services that leads to it");
    expect(html).toContain('href="/gaps?team=payments&amp;lifecycle=live&amp;cost=data_loss"');
  });
  it("name their gaps even where none of them is on the first page of all gaps", () => {
    const view = { ...someView(), gaps: [] };
    expect(show(<CostsCard view={view} when="now" query={exposurePage.none} />)).toContain(
      "A restore has been rehearsed.",
    );
  });
  it("stand with the longest bar first, then or now", () => {
    const given = { lost_trust: { known: 9, each: 1 }, data_loss: { known: 1, each: 100 } };
    const view = someView({ atLaunch: anExposure({ ...given, poor_performance: { known: 50 } }) });
    const names = [
      ...show(<CostsCard view={view} when="atLaunch" query={exposurePage.none} />).matchAll(
        /▸<\/span>([^<]+)/g,
      ),
    ];
    expect(names.slice(0, 3).map(([, name]) => name)).toEqual([
      "Data loss",
      "Lost customer trust",
      "Poor performance",
    ]);
  });
  it("show gaps of the launch only there", () => {
    const gaps = [aWorthGap({ live: false, text: "Of the launch." })];
    expect(show(<CostsCard view={someView({ gaps })} when="now" query={exposurePage.none} />)).not.toContain(
      "Of the launch.",
    );
    const view = someView({ gaps, atLaunch: anExposure({ data_loss: { known: 1, each: 10 } }) });
    expect(show(<CostsCard view={view} when="atLaunch" query={exposurePage.none} />)).toContain(
      "Of the launch.",
    );
  });
  it("count incidents while nothing is priced, and say which have no price when some are", () => {
    const unpriced = someView({ now: anExposure({ data_loss: { known: 4 } }) });
    expect(show(<CostsCard view={unpriced} when="now" query={exposurePage.none} />)).toContain(
      "in incidents a year",
    );
    expect(show(<CostsCard view={someView()} when="now" query={exposurePage.none} />)).toContain(
      "7 costs have no price: they are counted in incidents",
    );
  });
});

describe("how a year may turn out", () => {
  it("names three years, what it assumes, and has its numbers behind it", () => {
    const html = show(<CurveCard view={someView()} when="now" subject="portfolio" />);
    expect(html).toContain("P90 €640k");
    expect(html).toContain("one factor (lognormal, σ 0.5)");
    expect(html).toContain('href="/exposure/model"');
    expect(html.match(/<tr/g)).toHaveLength(A_SPREAD.curve.length + 1);
  });
  it("says how to get one while nothing is priced", () => {
    const html = show(
      <CurveCard
        view={someView({ now: anExposure({ data_loss: { known: 1 } }) })}
        when="now"
        subject="portfolio"
      />,
    );
    expect(html).toContain('href="/exposure/model"');
    expect(html).not.toContain("<svg");
  });
});

describe("where it is", () => {
  it("leads from each team, tier and service to this page of it", () => {
    const html = show(<PartsCard view={someView()} query={exposurePage.none} gone={[]} />);
    expect(html).toContain('href="/exposure?team=payments"');
    expect(html).toContain('href="/exposure?tier=1"');
    expect(html).toContain('href="/teams/payments"');
    const services = show(<ServicesCard view={someView()} query={exposurePage.none} />);
    expect(services).toContain('href="/services/ledger-api"');
    expect(services).toContain('href="/exposure?service=ledger-api"');
  });
  it("leads from unknown figures and numbers of services to their lists; of the past to this page then", () => {
    const [row] = someView().byTeam;
    const view = someView({ byTeam: row ? [{ ...row, atLaunch: row.now }] : [] });
    const html = show(<PartsCard view={view} query={exposurePage.none} gone={[]} />);
    for (const href of [
      "/services?team=payments",
      "/gaps?team=payments&amp;lifecycle=live&amp;kind=unknown",
      "/exposure?team=payments&amp;when=launch",
      "/gaps?team=payments&amp;lifecycle=planned&amp;lifecycle=building&amp;lifecycle=launching&amp;kind=unknown",
    ]) {
      expect(html).toContain(`href="${href}"`);
    }
    const past = show(
      <PartsCard view={view} query={{ ...exposurePage.none, asOf: "2026-01-01" }} gone={[]} />,
    );
    expect(past).toContain('href="/teams/payments?asOf=2026-01-01"');
    const gone = show(
      <PartsCard view={view} query={{ ...exposurePage.none, asOf: "2026-01-01" }} gone={["payments"]} />,
    );
    expect(gone).not.toContain('href="/teams/payments');
    expect(gone).toContain("(deleted)");
    expect(past).not.toContain('href="/gaps');
    expect(past).not.toContain('href="/services');
    expect(past.match(/href="\/exposure\?team=payments&amp;asOf=2026-01-01"/g)).toHaveLength(2);
  });
  it("tells what of it was accepted, apart, and says nothing where nothing was", () => {
    const [row] = someView().byTeam;
    const accepted = row && { ...row, now: { ...row.now, accepted: 0.3, acceptedLoss: 45_000 } };
    const html = show(
      <PartsCard
        view={someView({ byTeam: accepted ? [accepted] : [] })}
        query={exposurePage.none}
        gone={[]}
      />,
    );
    expect(html).toMatch(
      /href="\/gaps\?team=payments&amp;lifecycle=live&amp;kind=accepted"[^>]*>€45k accepted/,
    );
    expect(show(<PartsCard view={someView()} query={exposurePage.none} gone={[]} />)).not.toContain(
      "accepted",
    );
  });
  it("keeps now and at launch in columns of their own (R6)", () => {
    const [row] = someView().byTeam;
    const view = someView({ byTeam: row ? [{ ...row, atLaunch: { ...row.now, knownLoss: 70_000 } }] : [] });
    const html = show(<PartsCard view={view} query={exposurePage.none} gone={[]} />);
    expect(html).toContain("€180k");
    expect(html).toContain("€70k");
    expect(html).toContain("€170k unknown");
    expect(html).not.toContain("€250k");
  });
});

describe("amounts", () => {
  it("are money as soon as one cost has a price", () => {
    expect(unitOf(someView())).toEqual({ currency: "EUR" });
    expect(unitOf(someView({ now: NOTHING }))).toBeNull();
  });
  it("of a cost are its losses; of one without a price its incidents", () => {
    const exposure = anExposure({ data_loss: { known: 2, each: 100 }, lost_trust: { known: 3 } });
    expect(amountOfCost(exposure, "data_loss")).toMatchObject({ priced: true, known: 200 });
    expect(amountOfCost(exposure, "lost_trust")).toMatchObject({ priced: false, known: 3 });
  });
  it("of a row have what is unknown as the rest", () => {
    const [one] = someView().byTeam;
    if (!one) throw new RangeError("there is one");
    const row = { ...one.now, accepted: 0.5, expectedLoss: 240, knownLoss: 180, acceptedLoss: 45 };
    expect(amountOfRow(row, { currency: "EUR" })).toEqual({ known: 180, unknown: 60, accepted: 45 });
    expect(amountOfRow(row, null)).toEqual({ known: 2, unknown: 1, accepted: 0.5 });
  });
});

describe("the line about the model", () => {
  it("offers prices to those who may set them, and says who does to others", () => {
    const view = someView({ now: NOTHING });
    expect(show(<ModelLine view={view} mayPrice />)).toContain("Set prices");
    expect(show(<ModelLine view={view} mayPrice={false} />)).toContain("An admin or executive sets them");
  });
  it("says that prices are an example, and how many there are", () => {
    const line = (view: ReturnType<typeof someView>) =>
      show(<ModelLine view={view} mayPrice />).replace(/<[^>]*>/g, "");
    expect(line(someView({ model: { number: 1, at: null, example: true } }))).toContain(
      "The prices are an example, not yours. 1 of the eight costs has a price.",
    );
    const now = (pricedCosts: number) => someView({ now: { ...someView().now, pricedCosts } });
    expect(line(now(3))).toContain("3 of the eight costs have a price.");
    expect(line(now(8))).toContain("All eight costs have a price.");
  });
});
