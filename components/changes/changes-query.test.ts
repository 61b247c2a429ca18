import { expect, it } from "vitest";
import { CHOICE_NAMES, changesPage } from "@/components/addresses/pages";
import { exposureAt, toChangesFilters } from "./changes-query";

it("writes the address that it reads", () => {
  const query = changesPage.read({
    since: "2026-06-01",
    until: "2026-09-01",
    team: "payments",
    whole: "true",
  });
  expect(changesPage.href(query, { whole: true })).toBe(
    "/changes?since=2026-06-01&until=2026-09-01&team=payments&whole=true",
  );
  expect(toChangesFilters(query)).toMatchObject({
    since: "2026-06-01",
    until: "2026-09-01",
    team: ["payments"],
  });
});

it("starts with short lists after every change", () => {
  const query = changesPage.read({ since: "2026-06-01", whole: "true" });
  expect(changesPage.href(query, { since: "2026-01-01" })).toBe("/changes?since=2026-01-01");
});

it("can be about one service, and passes over what is no short name", () => {
  const query = changesPage.read({ since: "2026-06-01", service: "checkout-2" });
  expect(toChangesFilters(query)).toMatchObject({ service: "checkout-2" });
  expect(changesPage.href(query)).toBe("/changes?since=2026-06-01&service=checkout-2");
  expect(changesPage.href(query, { service: "" })).toBe("/changes?since=2026-06-01");
  expect(
    toChangesFilters(changesPage.read({ since: "2026-06-01", service: "Check out" })),
  ).not.toHaveProperty("service");
});

it("passes over days that the calendar does not have", () => {
  const query = changesPage.read({ since: "2026-02-30", until: "soon" });
  expect(query).toMatchObject({ since: "", until: "" });
  expect(toChangesFilters(query)).not.toHaveProperty("until");
});

it("keeps beside the filters what is asked about, and leads to the exposure of the same services", () => {
  const query = changesPage.read({ since: "2026-06-01", service: "checkout", tier: "1", whole: "true" });
  expect(changesPage.beside(query, CHOICE_NAMES)).toEqual([
    ["since", "2026-06-01"],
    ["service", "checkout"],
  ]);
  expect(exposureAt(query, query.since, "now")).toBe(
    "/exposure?tier=1&asOf=2026-06-01&service=checkout&when=now",
  );
  expect(exposureAt(query, "", "launch")).toBe("/exposure?tier=1&service=checkout&when=launch");
});
