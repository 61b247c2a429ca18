import { describe, expect, it } from "vitest";
import { portfolioPage } from "@/components/addresses/pages";
import {
  changesHref,
  exposureHref,
  gapsHref,
  madeOfHref,
  questionHref,
  serviceHref,
  servicesHref,
} from "./leads-to";

const payments = { ...portfolioPage.none, team: ["payments"], tier: ["1" as const] };
const then = { ...payments, asOf: "2026-08-21" };

describe("what a number leads to", () => {
  it("is the list of services with the filters of the page", () => {
    expect(servicesHref(payments, ["working"])).toBe("/services?team=payments&tier=1&standing=working");
    expect(servicesHref(portfolioPage.none, [])).toBe("/services");
  });
  it("is the list of gaps, of live services where the figure is carried now", () => {
    expect(gapsHref(payments, { kind: "known", cost: "data_loss", when: "now" })).toBe(
      "/gaps?team=payments&tier=1&lifecycle=live&cost=data_loss&kind=known",
    );
    expect(gapsHref(portfolioPage.none, { when: "atLaunch" })).toBe(
      "/gaps?lifecycle=planned&lifecycle=building&lifecycle=launching",
    );
    expect(gapsHref(portfolioPage.none, {})).toBe("/gaps");
    expect(gapsHref({ ...portfolioPage.none, owner: ["none"] }, {})).toBe("/gaps?serviceOwner=none");
  });
  it("does not widen a filter by lifecycle", () => {
    const building = { ...portfolioPage.none, lifecycle: ["building" as const, "live" as const] };
    expect(gapsHref(building, { when: "atLaunch" })).toBe("/gaps?lifecycle=building");
    expect(gapsHref({ ...building, lifecycle: ["building"] }, { when: "now" })).toBe(
      "/gaps?lifecycle=building",
    );
  });
  it("stays at the same instant in the past, where lists of today would say something else", () => {
    expect(servicesHref(then, ["working"])).toBe(
      "/?team=payments&tier=1&standing=working&asOf=2026-08-21#heat",
    );
  });
  it("is, for what gaps of the past are expected to cause, the exposure of then", () => {
    expect(madeOfHref(then, { kind: "known", cost: "data_loss", when: "now" })).toBe(
      "/exposure?team=payments&tier=1&asOf=2026-08-21#costs",
    );
    expect(madeOfHref(then, { kind: "unknown", when: "atLaunch" })).toBe(
      "/exposure?team=payments&tier=1&asOf=2026-08-21&when=launch#costs",
    );
  });
  it("is nothing for a mere number of gaps of the past, of which there is no list", () => {
    for (const kind of ["blocker", "stale", "unknown"] as const)
      expect(madeOfHref(then, { kind })).toBeUndefined();
    expect(madeOfHref(then, { cost: "data_loss" })).toBeUndefined();
    expect(madeOfHref(payments, { kind: "stale" })).toBe("/gaps?team=payments&tier=1&kind=stale");
  });
  it("takes along which gaps are supposed to be closed", () => {
    const close = [{ service: "search", question: "load-tested" }];
    expect(exposureHref(portfolioPage.none, "#what-if", "launch", close)).toBe(
      "/exposure?when=launch&close=search.load-tested#what-if",
    );
  });
});

it.each([
  ["", {}, "/services/search"],
  ["", { area: "traffic" }, "/services/search?area=traffic#gaps"],
  ["2026-08-21", { cost: "data_loss" }, "/services/search?asOf=2026-08-21&cost=data_loss#gaps"],
  ["2026-08-21", { gaps: true }, "/services/search?asOf=2026-08-21#gaps"],
] as const)("a service as of %j with %j is at %s", (asOf, part, href) => {
  expect(serviceHref("search", asOf, part)).toBe(href);
});

it("leads to where a question can be answered, or to how it stood", () => {
  expect(questionHref("search", "load-tested", "")).toBe("/services/search/assess#load-tested");
  expect(questionHref("search", "load-tested", "2026-08-21")).toBe("/services/search?asOf=2026-08-21#gaps");
});

it("asks what changed for the same services, up to the instant that is shown", () => {
  expect(changesHref(payments, "2026-10-21")).toBe("/changes?since=2026-10-21&team=payments&tier=1");
  expect(changesHref(portfolioPage.none, "2026-07-21", "2026-08-21")).toBe(
    "/changes?since=2026-07-21&until=2026-08-21",
  );
});
