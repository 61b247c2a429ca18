import { describe, expect, it } from "vitest";
import { gapsPage, toGapFilters, toggleGapHref } from "@/components/addresses/pages";
import { gapFilters } from "@/lib/contracts/gaps";

const PARAMS = {
  q: "pay",
  serviceQ: "check",
  question: "simultaneous-edits-kept",
  team: ["a", "b"],
  tier: "1",
  lifecycle: "live",
  standing: "working",
  tag: "ai",
  service: "checkout",
  area: ["traffic", "rollback"],
  cost: "data_loss",
  kind: "blocker",
  owner: ["me", "none"],
  serviceOwner: "none",
  due: "overdue",
  sort: "due",
  group: "question",
};

describe("the address of the list of all gaps", () => {
  it("is read and written the same again", () => {
    const href = gapsPage.href(gapsPage.read({ ...PARAMS, cursor: "abc" }), { cursor: "abc" });
    const read = Object.fromEntries(
      [...new URLSearchParams(href.slice("/gaps?".length)).keys()].map((name) => [
        name,
        new URLSearchParams(href.slice("/gaps?".length)).getAll(name),
      ]),
    );
    expect(read).toEqual(
      Object.fromEntries(
        Object.entries({ ...PARAMS, cursor: "abc" }).map(([name, value]) => [name, [value].flat()]),
      ),
    );
  });

  it("asks only what the API takes", () => {
    const filters = toGapFilters(gapsPage.read(PARAMS));
    expect(gapFilters.parse(filters)).toEqual(filters);
    expect(toGapFilters(gapsPage.read({}))).toEqual({ sort: "worth" });
  });

  it("passes over what it does not know, and what Postgres could not carry", () => {
    const query = gapsPage.read({
      tier: "9",
      area: "luck",
      kind: "failing",
      owner: "robert",
      due: "never",
      team: ["Not A Slug", "\u0000"],
      q: "a\u0000b",
      question: "É",
      tag: "x".repeat(41),
    });
    expect(gapsPage.isNarrowed(query)).toBe(false);
    expect(gapsPage.href(query)).toBe("/gaps");
  });

  it("puts a value in, takes it out, goes back to the first page, and clears all but the order", () => {
    const query = gapsPage.read({ area: "traffic", sort: "age", cursor: "abc" });
    expect(toggleGapHref(query, "area", "rollback")).toBe("/gaps?area=traffic&area=rollback&sort=age");
    expect(toggleGapHref(query, "area", "traffic")).toBe("/gaps?sort=age");
    expect(gapsPage.href({ sort: query.sort })).toBe("/gaps?sort=age");
  });
});
