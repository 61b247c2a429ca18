import { describe, expect, it } from "vitest";
import { exposurePage } from "@/components/addresses/pages";
import { plainText } from "@/components/figure/linked-words";
import { exposureSentence, otherWords, shownWhen } from "./exposure-sentence";
import { A_SPREAD, anExposure, NOTHING, someView } from "./testing-exposure";

const say = (...args: Parameters<typeof exposureSentence>) => plainText(exposureSentence(...args));
const hrefs = (...args: Parameters<typeof exposureSentence>) =>
  exposureSentence(...args).flatMap(({ href }) => href ?? []);

describe("the sentence of the exposure", () => {
  it("says known money first, unknown apart, and a bad year", () => {
    expect(say(someView(), exposurePage.none)).toBe(
      "Known gaps are expected to cost about €180k a year; what nobody can say, about €60k more. " +
        "In one year of ten both together cost more than €640k.",
    );
  });
  it("says incidents while nothing is priced, and no spread", () => {
    const now = anExposure({ data_loss: { known: 41.2, unknown: 3 } });
    expect(say(someView({ now }), exposurePage.none)).toBe(
      "Known gaps are expected to cause 41 incidents a year; what nobody can say, 3.0 more.",
    );
  });
  it("says it of the launch where nothing is live yet", () => {
    const atLaunch = anExposure({ data_loss: { known: 1, each: 90_000 } }, A_SPREAD);
    const view = someView({ now: { ...NOTHING, pricedCosts: 1 }, atLaunch });
    expect(shownWhen(view, exposurePage.none)).toBe("atLaunch");
    expect(say(view, exposurePage.none)).toContain(
      "Once launched, known gaps are expected to cost about €90k a year.",
    );
    expect(shownWhen(view, { ...exposurePage.none, when: "now" })).toBe("now");
  });
  it("leads from each figure to its gaps, with the filters; of the past to the list on the page", () => {
    expect(hrefs(someView(), { ...exposurePage.none, team: ["payments"] })).toEqual([
      "/gaps?team=payments&lifecycle=live&kind=known",
      "/gaps?team=payments&lifecycle=live&kind=unknown",
      "/exposure?team=payments#curve",
    ]);
    expect(hrefs(someView(), { ...exposurePage.none, asOf: "2026-01-01" })[0]).toBe(
      "/exposure?asOf=2026-01-01#what-if",
    );
  });
  it.each([
    [{}, "No gap of 4 services is expected to cost anything."],
    [{ byTier: [] }, "No service is in use, so nobody can say what its gaps would cost."],
  ])("is calm where nothing is expected: %j", (more, text) => {
    expect(say(someView({ now: NOTHING, ...more }), exposurePage.none)).toBe(text);
  });
  it("says so of a day before the first service", () => {
    expect(say(someView({ now: NOTHING, byTier: [] }), { ...exposurePage.none, asOf: "2020-01-01" })).toBe(
      "There was no service yet.",
    );
  });
  it("names the filters where they leave no service", () => {
    expect(say(someView({ now: NOTHING, byTier: [] }), { ...exposurePage.none, tier: ["4"] })).toBe(
      "No service matches these filters.",
    );
  });
});

describe("the other of now and at launch", () => {
  const atLaunch = anExposure({ data_loss: { known: 0.5, unknown: 0.1, each: 150_000 } });
  it("stands beside it and is not added", () => {
    const words = otherWords(someView({ atLaunch }), exposurePage.none);
    expect(plainText(words)).toBe(
      "Services that are not live yet would add, from their launch on, about €75k a year known " +
        "and about €15k unknown; that is not counted here.",
    );
    expect(words.flatMap(({ href }) => href ?? [])).toEqual([
      "/exposure?when=launch",
      "/gaps?lifecycle=planned&lifecycle=building&lifecycle=launching&kind=unknown",
    ]);
  });
  it("is not named where there is none", () => {
    expect(otherWords(someView(), exposurePage.none)).toEqual([]);
  });
});
