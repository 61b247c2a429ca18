import { describe, expect, it } from "vitest";
import { CHOICE_NAMES, portfolioPage } from "@/components/addresses/pages";
import { shownAsOf, sortedBy, toPortfolioFilters } from "./portfolio-query";

const ADDRESS =
  "/?q=pay&team=a&team=b&tier=1&lifecycle=live&standing=working&tag=ai&asOf=2026-08-21&range=90d&group=team&sort=-score";
const read = (address: string) => {
  const { searchParams } = new URL(address, "http://x");
  return portfolioPage.read(
    Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
  );
};

describe("the address of the portfolio", () => {
  it("is read, and written the same again", () => {
    expect(portfolioPage.href(read(ADDRESS))).toBe(ADDRESS);
  });
  it("says nothing of what is as it is at first", () => {
    expect(portfolioPage.href(read("/?range=1y&sort=-loss&group=none"))).toBe("/");
    expect(portfolioPage.read({})).toEqual(portfolioPage.none);
  });
  it("passes over what it does not know", () => {
    expect(read("/?range=2y&sort=luck&tier=9&standing=failing&asOf=yesterday")).toEqual(portfolioPage.none);
  });
  it("keeps everything else when one thing changes", () => {
    expect(portfolioPage.href(read(ADDRESS), { asOf: "" })).toBe(ADDRESS.replace("&asOf=2026-08-21", ""));
    expect(portfolioPage.href(portfolioPage.none, { standing: ["working"] }, "#heat")).toBe(
      "/?standing=working#heat",
    );
  });
  it("gives a search what stands beside the filters", () => {
    expect(portfolioPage.beside(read(ADDRESS), CHOICE_NAMES)).toEqual([
      ["asOf", "2026-08-21"],
      ["range", "90d"],
      ["group", "team"],
      ["sort", "-score"],
    ]);
  });
});

it.each([
  ["2026-08-21", "2026-08-21"],
  ["2028-02-29", "2028-02-29"],
  ["2026-02-30", ""],
  ["2026-13-01", ""],
  ["21.8.2026", ""],
  ["2026-08-21T10:00:00Z", "2026-08-21T10:00:00Z"],
  ["2026-08-21T10:00:00.000+02:00", "2026-08-21T10:00:00.000+02:00"],
  ["2026-08-21T99:00:00Z", ""],
  ["2026-02-30T10:00:00Z", ""],
  ["0001-06-01", ""],
  ["0000-05-05", ""],
  ["1969-12-31", ""],
  ["1970-01-01", "1970-01-01"],
  ["1970-01-01T00:30:00+01:00", ""],
])("reads %s as the moment %j", (text, expected) => {
  expect(portfolioPage.read({ asOf: text }).asOf).toBe(expected);
});

const NOON = new Date("2026-11-21T12:00:00Z");
it.each([
  ["", ""],
  ["2026-11-20", "2026-11-20"],
  ["2026-11-21", ""],
  ["2026-11-22", null],
  ["2026-11-21T11:00:00Z", "2026-11-21T11:00:00Z"],
  ["2026-11-21T12:00:00Z", ""],
])(
  "shows %j as of %j: a day that is not over is the present, and nothing is shown of what is to come",
  (asOf, shown) => {
    expect(shownAsOf({ ...portfolioPage.none, asOf }, "Europe/Berlin", NOON)?.asOf ?? null).toBe(shown);
  },
);

it.each([
  ["/", "score", "score"],
  ["/?sort=score", "score", "-score"],
  ["/?sort=-score", "score", "score"],
  ["/", "loss", "loss"],
  ["/?sort=name", "loss", "-loss"],
  ["/?sort=name", "name", "-name"],
] as const)("from %s the head %s sorts by %s", (address, key, sort) => {
  expect(sortedBy(read(address), key)).toBe(sort);
});

it("asks the query for the services of the address, the costliest first", () => {
  expect(toPortfolioFilters(portfolioPage.none)).toMatchObject({ sort: "-loss", range: "1y" });
  expect(toPortfolioFilters(portfolioPage.none)).not.toHaveProperty("team");
  expect(toPortfolioFilters(portfolioPage.none)).not.toHaveProperty("asOf");
  expect(toPortfolioFilters(read(ADDRESS))).toMatchObject({
    q: "pay",
    team: ["a", "b"],
    asOf: "2026-08-21",
    group: "team",
    range: "90d",
  });
});
