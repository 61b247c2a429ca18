import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { NO_CHOICE } from "@/components/addresses/pages";
import { amountFigure, choiceSubject, countFigure, effortFigure, gapSubject, trendSubject } from "./figure";
import { Figured, FigureOr, FigureText } from "./figure-text";

describe("whose figure it is", () => {
  it.each([
    [{}, null, "", "portfolio"],
    [{}, "", "", "portfolio"],
    [{}, "2026-10-01", "", "portfolio@2026-10-01"],
    [{ team: ["payments"] }, null, "", "team:payments"],
    [{ tier: ["2" as const] }, "2026-10-01", "", "tier:2@2026-10-01"],
    [{}, null, "checkout", "service:checkout"],
    [{ team: ["payments"], tier: ["1" as const] }, null, "", "services?team=payments&tier=1"],
    [{ team: ["payments", "search"] }, null, "", "services?team=payments&team=search"],
    [{ q: "pay" }, null, "checkout", "services?q=pay&service=checkout"],
  ])("of %j as of %j, service %j: %s", (choice, asOf, service, subject) => {
    expect(choiceSubject({ ...NO_CHOICE, ...choice }, asOf, service)).toBe(subject);
  });

  it("of a day of a trend is the page of that day, of the last one the page itself", () => {
    const query = { ...NO_CHOICE, asOf: "" };
    const day = new Date("2026-10-01T00:00:00Z");
    expect(trendSubject(query, day, "2026-11-30")).toBe("portfolio@2026-10-01");
    expect(trendSubject(query, day, "2026-10-01")).toBe("portfolio");
    expect(trendSubject({ ...query, q: "pay" }, day, "2026-11-30")).toBeNull();
  });
});

it("says what it is, how exactly it is written, and its text", () => {
  expect(amountFigure("service:checkout", "now.known", 184_999, { currency: "EUR" }, "data_loss")).toEqual({
    name: "service:checkout/now.known.loss:data_loss",
    shown: "2 digits",
    text: "€180k",
  });
  expect(amountFigure("portfolio", "launch.unknown", 1.35, null)).toEqual({
    name: "portfolio/launch.unknown.incidents",
    shown: "0.1",
    text: "1.4",
  });
  expect(countFigure("team:payments", "gaps.blockers", 1_204)).toEqual({
    name: "team:payments/gaps.blockers",
    shown: "exact",
    text: "1,204",
  });
  expect(effortFigure(gapSubject("checkout", "restore", null), 3)).toEqual({
    name: "gap:checkout:restore/effort",
    shown: "0.1",
    text: "3 d",
  });
});

describe("on a page", () => {
  const [nine, all] = [countFigure("portfolio", "ready", 9), countFigure("portfolio", "services", 29)];

  it("carries its name", () => {
    expect(renderToStaticMarkup(<FigureText of={nine} />)).toBe(
      '<span data-figure="portfolio/ready" data-shown="exact">9</span>',
    );
  });

  it("is marked in a sentence, each after the one before", () => {
    const html = renderToStaticMarkup(<Figured text="9 of 29 services" figures={[nine, all]} />);
    expect(html.replace(/ data-shown="exact"/g, "")).toBe(
      '<span data-figure="portfolio/ready">9</span> of <span data-figure="portfolio/services">29</span> services',
    );
  });

  it("leaves a sentence as it is that does not hold it", () => {
    expect(renderToStaticMarkup(<Figured text="both services" figures={[nine]} />)).toBe("both services");
  });

  it("is a dash in a table where there is nothing", () => {
    expect(renderToStaticMarkup(<FigureOr of={nine} amount={0} />)).toContain("–");
  });
});
