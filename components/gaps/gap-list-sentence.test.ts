import { expect, it } from "vitest";
import { plainText } from "@/components/service/counted";
import { readGapListQuery } from "./gap-list-query";
import { gapListSentence } from "./gap-list-sentence";

const UNPRICED = { currency: null, knownLoss: null, unknownLoss: null };
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
const query = readGapListQuery({ team: "payments" });

it.each([
  [
    total,
    "212 gaps are open in 21 services, 34 blockers among them. Expected: 41.4 incidents a year, and another 30.2 incidents a year that nobody can rule out.",
  ],
  [
    { ...total, gaps: 1, services: 1, blockers: 0, unknown: 0 },
    "1 gap is open in 1 service. Expected: 41.4 incidents a year.",
  ],
  [
    { ...total, blockers: 1, known: 0 },
    "212 gaps are open in 21 services, 1 blocker among them. Nothing is known to go wrong; 30.2 incidents a year cannot be ruled out.",
  ],
  [
    { ...total, blockers: 0, currency: "EUR", knownLoss: 312_345, unknownLoss: 41_000 },
    "212 gaps are open in 21 services. Expected: 41.4 incidents a year, about €310k, and another 30.2 incidents a year, about €41k that nobody can rule out.",
  ],
])("%j", (figures, text) => {
  expect(plainText(gapListSentence(figures, query, true))).toBe(text);
});

it("says why a list is empty", () => {
  const none = { ...total, gaps: 0 };
  expect(plainText(gapListSentence(none, query, true))).toBe("No gap is like that.");
  expect(plainText(gapListSentence(none, readGapListQuery({}), false))).toBe(
    "Nothing is open in any service.",
  );
});

it("keeps the filters in the addresses of its numbers", () => {
  const hrefs = gapListSentence(total, query, true).flatMap((part) => part.href ?? []);
  expect(hrefs).toEqual([
    "/gaps?team=payments&sort=service",
    "/gaps?team=payments&kind=blocker",
    "/gaps?team=payments&kind=known",
    "/gaps?team=payments&kind=unknown",
  ]);
});
