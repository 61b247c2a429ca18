import { expect, it } from "vitest";
import { gapsPage } from "@/components/addresses/pages";
import { plainText } from "@/components/figure/linked-words";
import { gapListSentence, gapsAtLaunchWords } from "./gap-list-sentence";

const NONE = { known: 0, unknown: 0, knownLoss: null, unknownLoss: null };
const UNPRICED = { currency: null, pricedCosts: 0, knownLoss: null, unknownLoss: null, atLaunch: NONE };
const total = {
  gaps: 212,
  services: 21,
  blockers: 34,
  overdue: 3,
  unowned: 200,
  known: 41.4,
  unknown: 30.2,
  ...UNPRICED,
};
const query = gapsPage.read({ team: "payments" });

it.each([
  [
    total,
    "212 gaps are open in 21 services live or not, 34 blockers among them. Expected in live services: 41 incidents a year, and another 30 incidents a year that nobody can rule out.",
  ],
  [
    { ...total, gaps: 1, services: 1, blockers: 0, unknown: 0 },
    "1 gap is open in 1 service live or not. Expected in live services: 41 incidents a year.",
  ],
  [
    { ...total, blockers: 1, known: 0 },
    "212 gaps are open in 21 services live or not, 1 blocker among them. Nothing is known to go wrong in live services; 30 incidents a year cannot be ruled out.",
  ],
  [
    { ...total, blockers: 0, currency: "EUR", knownLoss: 312_345, unknownLoss: 41_000 },
    "212 gaps are open in 21 services live or not. Expected in live services: €310k a year (41 incidents), and another €41k a year (30 incidents) that nobody can rule out.",
  ],
])("%j", (figures, text) => {
  expect(plainText(gapListSentence(figures, query, true, 21))).toBe(text);
});

it("says why a list is empty", () => {
  const none = { ...total, gaps: 0 };
  expect(plainText(gapListSentence(none, query, true, 21))).toBe("No gap matches.");
  const all = gapsPage.read({});
  expect(plainText(gapListSentence(none, all, false, 3))).toBe("Nothing is open in any of 3 services.");
  expect(plainText(gapListSentence(none, all, false, 1))).toBe("Nothing is open in the one service.");
});

it("does not say that all is well where there is no service", () => {
  const words = gapListSentence({ ...total, gaps: 0 }, gapsPage.read({}), false, 0);
  expect(plainText(words)).toBe("No service is in use, so nobody can say what is open.");
});

it("says whose gaps it counts", () => {
  const of = (lifecycle: string[]) =>
    plainText(gapListSentence({ ...total, services: 19 }, gapsPage.read({ lifecycle }), true, 21));
  expect(of(["live"])).toContain("212 gaps are open in 19 live services, 34 blockers among them");
  expect(of(["planned", "building"])).toContain("in 19 services not live,");
  expect(of(["live", "planned"])).toContain("in 19 services live or not,");
});

it("keeps the filters in the addresses of its numbers", () => {
  const hrefs = gapListSentence(total, query, true, 21).flatMap((part) => part.href ?? []);
  expect(hrefs).toEqual([
    "/gaps?team=payments&sort=service",
    "/gaps?team=payments&kind=blocker",
    "/gaps?team=payments&lifecycle=live&kind=known",
    "/gaps?team=payments&lifecycle=live&kind=unknown",
  ]);
});

it("never adds what comes with a launch to what is carried now (R6)", () => {
  const priced = { ...total, blockers: 0, currency: "EUR", knownLoss: 170_000, unknownLoss: 0, unknown: 0 };
  const atLaunch = { known: 25.2, unknown: 26.7, knownLoss: 240_000, unknownLoss: 140_000 };
  const both = { ...priced, atLaunch };
  expect(plainText(gapListSentence(both, query, true, 21))).toContain(
    "Expected in live services: €170k a year (41 incidents).",
  );
  expect(plainText(gapsAtLaunchWords(both, query))).toBe(
    "Services not live yet would add €240k a year (25 incidents), and another €140k a year (27 incidents) that nobody can rule out; that is not counted here.",
  );
  const unborn = { ...both, known: 0, unknown: 0 };
  expect(plainText(gapListSentence(unborn, query, true, 21))).toContain(
    "Expected once launched: €240k a year (25 incidents)",
  );
  expect(gapsAtLaunchWords(unborn, query)).toEqual([]);
});
