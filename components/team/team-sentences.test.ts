import { describe, expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import type { Summary } from "@/lib/domain/standing";
import { addUp, servicesHref, teamSentence, teamsSentence } from "./team-sentences";

const sum = (ready: number, accepted: number, working: number, unassessed: number): Summary => ({
  services: ready + accepted + working + unassessed,
  byStanding: { production_ready: ready, ready_with_accepted_risks: accepted, working, unassessed },
  score: null,
});
const payments = { slug: "payments", name: "Payments" };

it.each([
  [sum(0, 0, 0, 0), "Payments owns no service that is in use."],
  [sum(1, 0, 2, 0), "Payments owns 3 services; the business can rely on 1 of them."],
  [sum(1, 1, 2, 0), "Payments owns 4 services; the business can rely on 2 of them."],
  [sum(0, 0, 2, 1), "Payments owns 3 services; the business cannot rely on any of them yet."],
  [sum(0, 0, 1, 0), "Payments owns 1 service; the business cannot rely on it yet."],
  [sum(0, 1, 0, 0), "Payments owns 1 service; the business can rely on it."],
  [sum(2, 0, 0, 0), "Payments owns 2 services; the business can rely on all of them."],
  [sum(0, 0, 0, 2), "Payments owns 2 services; none of them has been assessed yet."],
  [sum(0, 0, 0, 1), "Payments owns 1 service; it has not been assessed yet."],
])("says of %j: %s", (summary, text) => {
  expect(plainText(teamSentence(payments, summary))).toBe(text);
});

it("says what the team is late with, and leads there", () => {
  const words = teamSentence(payments, sum(1, 0, 2, 0), null, { overdue: 3 });
  expect(plainText(words)).toBe(
    "Payments owns 3 services; the business can rely on 1 of them. 3 fixes are overdue.",
  );
  expect(words.at(-2)?.href).toBe("/gaps?team=payments&due=overdue");
  expect(plainText(teamSentence(payments, sum(1, 0, 2, 0), null, { overdue: 1 }))).toMatch(
    / 1 fix is overdue\.$/,
  );
});

it("of the past, leads to the heat map of then", () => {
  const words = teamSentence(payments, sum(1, 0, 2, 0), "2026-10-20");
  expect(words.flatMap(({ href }) => href ?? [])).toEqual([
    "/?team=payments&asOf=2026-10-20#heat",
    "/?team=payments&standing=production_ready&standing=ready_with_accepted_risks&asOf=2026-10-20#heat",
  ]);
});

describe("the list of teams", () => {
  it("says what all own together", () => {
    const text = plainText(teamsSentence(["a", "b"], addUp([sum(1, 0, 2, 0), sum(0, 1, 0, 0)]), ""));
    expect(text).toBe("2 teams own 4 services; the business can rely on 2 of them.");
  });
  it("says what it was narrowed to", () => {
    expect(plainText(teamsSentence(["a"], sum(0, 0, 1, 0), "pay"))).toBe(
      "1 team with “pay” in the name owns 1 service; the business cannot rely on it yet.",
    );
    expect(plainText(teamsSentence([], sum(0, 0, 0, 0), "pay"))).toBe("No team has “pay” in its name.");
  });
  it("leads to the services that it counts", () => {
    const links = teamsSentence(["a", "b"], sum(1, 0, 1, 0), "x").map((part) => part.href);
    expect(links).toContain("/services?team=a&team=b");
    expect(links).toContain(
      "/services?team=a&team=b&standing=production_ready&standing=ready_with_accepted_risks",
    );
    expect(servicesHref([])).toBe("/services");
  });
});

it("begins with money once something has a price, and leads to what it is made of", () => {
  const carried = { unit: { currency: "EUR" }, amount: 62_345 };
  const words = teamSentence(payments, sum(1, 0, 2, 0), null, { carried });
  expect(plainText(words)).toBe(
    "Payments carries €62k a year in known gaps of its 3 services; the business can rely on 1 of them.",
  );
  expect(words[2]).toMatchObject({
    href: "/exposure?team=payments",
    figures: [{ name: "team:payments/now.known.loss" }],
  });
  const nothing = teamSentence(payments, sum(1, 0, 2, 0), null, { carried: { ...carried, amount: 0 } });
  expect(plainText(nothing)).toMatch(/^Payments owns 3 services/);
});
