import { expect, it } from "vitest";
import { isNarrowed, NO_CHOICE, servicesPage, toggled } from "@/components/addresses/pages";
import { sortHref, toFilters } from "./list-query";

it("reads an address and writes the same one again", () => {
  const params = {
    q: "pay",
    team: ["a", "b"],
    tier: "1",
    lifecycle: "live",
    standing: "working",
    tag: "ai",
    sort: "-score",
  };
  const query = servicesPage.read({ ...params, cursor: "abc" });
  expect(servicesPage.href(query, { cursor: "abc" })).toBe(
    "/services?q=pay&team=a&team=b&tier=1&lifecycle=live&standing=working&tag=ai&sort=-score&cursor=abc",
  );
});

it("passes over what it does not know, and what Postgres could not carry", () => {
  const query = servicesPage.read({
    tier: "9",
    standing: "failing",
    // the API sorts by it, the page does not show it in bold
    sort: "-incidents",
    q: "a\u0000b",
    team: ["", "x".repeat(300)],
  });
  expect(isNarrowed(query)).toBe(false);
  expect(servicesPage.href(query)).toBe("/services");
});

it("puts a value in, takes it out, and goes back to the first page", () => {
  const query = servicesPage.read({ tier: ["1"], cursor: "abc" });
  expect(servicesPage.href(query, toggled(query, "tier", "2"))).toBe("/services?tier=1&tier=2");
  expect(servicesPage.href(query, toggled(query, "tier", "1"))).toBe("/services");
});

it.each([
  [{}, "gaps", "/services?sort=-gaps"],
  [{ sort: "-gaps" }, "gaps", "/services?sort=gaps"],
  [{}, "loss", "/services?sort=loss"],
  [{ sort: "loss" }, "loss", "/services"],
  [{}, "name", "/services?sort=name"],
  [{ sort: "-name" }, "name", "/services?sort=name"],
  [{ sort: "-gaps" }, "score", "/services?sort=score"],
] as const)("sorts %j by %s at %s", (params, key, href) => {
  expect(sortHref(servicesPage.read(params), key)).toBe(href);
});

it("leaves retired services out of the list until they are asked for, but not out of what is counted", () => {
  expect(toFilters(servicesPage.read({}), "list").lifecycle).not.toContain("retired");
  expect(toFilters(servicesPage.read({ lifecycle: "retired" }), "list").lifecycle).toEqual(["retired"]);
  expect(toFilters(servicesPage.read({}), "scope").lifecycle).toBeUndefined();
});

it("of the deleted it asks for all that the filters leave, retired ones too, and keeps saying that they are deleted", () => {
  const query = servicesPage.read({ deleted: "true", q: "pay", standing: "working", cursor: "abc" });
  expect(toFilters(query, "list")).toMatchObject({
    ...{ deleted: "true", q: "pay", standing: ["working"], sort: "name", cursor: "abc" },
  });
  expect(toFilters(query, "list")).not.toHaveProperty("lifecycle");
  const { sort: _, cursor: __, ...scope } = toFilters(query, "list");
  expect(toFilters(query, "scope")).toEqual(scope);
  expect(servicesPage.href(query, { cursor: "def" })).toBe(
    "/services?q=pay&standing=working&deleted=true&cursor=def",
  );
  expect(servicesPage.href(query, NO_CHOICE)).toBe("/services?deleted=true");
});
