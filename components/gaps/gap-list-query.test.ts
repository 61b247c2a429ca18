import { describe, expect, it } from "vitest";
import { gapFilters } from "@/lib/contracts/gaps";
import {
  clearedGapHref,
  filtersOfGaps,
  gapListHref,
  isGapListNarrowed,
  readGapListQuery,
  toGapFilters,
  toggleGapHref,
} from "./gap-list-query";

const PARAMS = {
  q: "pay",
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
  due: "overdue",
  sort: "due",
};

describe("the address of the list of all gaps", () => {
  it("is read and written the same again", () => {
    const href = gapListHref(readGapListQuery({ ...PARAMS, cursor: "abc" }), { cursor: "abc" });
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
    const filters = toGapFilters(readGapListQuery(PARAMS));
    expect(gapFilters.parse(filters)).toEqual(filters);
    expect(toGapFilters(readGapListQuery({}))).toEqual({ sort: "worth" });
  });

  it("passes over what it does not know, and what Postgres could not carry", () => {
    const query = readGapListQuery({
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
    expect(isGapListNarrowed(query)).toBe(false);
    expect(gapListHref(query)).toBe("/gaps");
  });

  it("puts a value in, takes it out, goes back to the first page, and clears all but the order", () => {
    const query = readGapListQuery({ area: "traffic", sort: "age", cursor: "abc" });
    expect(toggleGapHref(query, "area", "rollback")).toBe("/gaps?area=traffic&area=rollback&sort=age");
    expect(toggleGapHref(query, "area", "traffic")).toBe("/gaps?sort=age");
    expect(clearedGapHref(query)).toBe("/gaps?sort=age");
  });
});

describe("filters that the file of gaps alone takes", () => {
  it("are those about gaps; those of services are known to every file", () => {
    expect(filtersOfGaps(readGapListQuery({ team: "payments", service: "pay", q: "pay", tag: "x" }))).toBe(
      "",
    );
    const query = readGapListQuery({
      team: "payments",
      kind: ["blocker", "stale"],
      owner: "me",
      due: "overdue",
      question: "rollback-tried",
    });
    expect(filtersOfGaps(query)).toBe("kind=blocker&kind=stale&owner=me&question=rollback-tried&due=overdue");
  });
});
