import { describe, expect, it } from "vitest";
import type { KnownService } from "./known";
import { aService, catalog, component, plan, table } from "./testing-plans";
import type { Wanted } from "./wanted";

describe("which service is meant", () => {
  it.each<[string, Wanted, KnownService[], string | null]>([
    ["its short name, whatever its name", table({ slug: "checkout", name: "Kasse" }), [aService()], "s1"],
    ["its name within the team", table({ name: " CHECKOUT ", team: "payments" }), [aService()], "s1"],
    ["not the same name in another team", table({ name: "Checkout", team: "Ledger" }), [aService()], null],
    [
      "its reference, whatever its name",
      catalog(component("x")),
      [aService({ externalRef: "component:default/x" })],
      "s1",
    ],
    [
      "its name, for a catalogue, in any team",
      catalog(component("checkout")),
      [aService({ teamId: "t9" })],
      "s1",
    ],
    [
      "not one that the catalogue calls otherwise",
      catalog(component("checkout")),
      [aService({ externalRef: "component:x/y" })],
      null,
    ],
    [
      "not one of two of its name",
      catalog(component("checkout")),
      [aService({ teamId: "t8" }), aService({ id: "s2", teamId: "t9" })],
      null,
    ],
    [
      "that of its team, of two of its name",
      catalog(component("checkout")),
      [aService(), aService({ id: "s2", teamId: "t9" })],
      "s1",
    ],
  ])("%s", (_, wanted, services, id) => {
    const [write] = plan(wanted, { services }).services;
    const { rows } = plan(wanted, { services });
    const row = rows.find((each) => each.kind === "service");
    if (id === null) expect(write?.before).toBeNull();
    else expect(row?.slug).toBe("checkout");
  });

  it("two of one name in a team cannot be told apart by it", () => {
    const services = [aService(), aService({ id: "s2", slug: "checkout-2" })];
    expect(plan(table({ name: "checkout", team: "payments" }), { services }).rows).toMatchObject([
      { action: "error", reason: expect.stringContaining("add a column with their short names") },
    ]);
  });

  it("one service is not two rows: known, new, or known by two names", () => {
    const rows = table(
      { name: "Checkout", team: "payments" },
      { slug: "checkout" },
      { name: "New", team: "payments" },
      { name: " new ", team: "Payments" },
      { name: "New", team: "Other" },
    );
    expect(
      plan(rows, { services: [aService()] }).rows.map(({ line, kind, action }) => [line, kind, action]),
    ).toEqual([
      [2, "service", "same"],
      [3, "service", "error"],
      [4, "service", "create"],
      [5, "service", "error"],
      [6, "team", "create"],
      [6, "service", "create"],
    ]);
  });
});

describe("a new service in the place of one that was deleted for good", () => {
  it.each([
    ["its short name", "Checkout", "checkout"],
    ["its short name, whatever its name", "Kasse", "checkout"],
  ])("by %s is told once, and not that there was none", (_, name, slug) => {
    const gone = aService({ deleted: true });
    const { rows, services } = plan(table({ slug, name, team: "payments" }), { services: [gone] });
    expect(rows[0]?.notes.filter((note) => note.includes("a new one is created"))).toEqual([
      "A service of this name was deleted here: a new one is created.",
    ]);
    expect(services).toMatchObject([{ before: null, instead: "s1" }]);
  });
});

describe("what a spreadsheet's row changes", () => {
  const there = aService({
    tier: 1,
    lifecycle: "launching",
    tags: ["payments", "public"],
    links: [{ label: "Docs", url: "https://a.example" }],
    dependsOn: [{ id: "s9", slug: "gone" }],
  });

  it.each([
    ["nothing, when its cells are empty", {}, []],
    [
      "nothing, when it says what is there, in another order",
      { tags: "public, payments", dependsOn: "gone", tier: "T1 critical", links: "Docs <https://a.example>" },
      [],
    ],
    ["a name in other capitals", { name: "CHECKOUT" }, [{ field: "name", from: "Checkout", to: "CHECKOUT" }]],
    [
      "tags: they are replaced",
      { tags: "public; Batch" },
      [{ field: "tags", from: "payments, public", to: "batch, public" }],
    ],
    [
      "links: a repository is added",
      { repository: "https://g.example" },
      [
        {
          field: "links",
          from: "Docs <https://a.example>",
          to: "Docs <https://a.example>\nRepository <https://g.example>",
        },
      ],
    ],
    ["its team: a new one", { team: "Search" }, [{ field: "team", from: "payments", to: "Search (new)" }]],
    ["lifecycle", { lifecycle: "Production" }, [{ field: "lifecycle", from: "launching", to: "live" }]],
    [
      "dependencies: one that is not there is left out",
      { dependsOn: "nowhere" },
      [{ field: "dependsOn", from: "gone", to: "" }],
    ],
  ])("%s", (_, cells, changes) => {
    const { rows } = plan(table({ slug: "checkout", ...cells }), { services: [there] });
    const row = rows.find((each) => each.kind === "service");
    expect(row).toMatchObject({ action: changes.length > 0 ? "change" : "same", changes });
  });

  it("a lowered tier or a dropped tag is marked, for its reason", () => {
    const narrowed = (cells: object) =>
      plan(table({ slug: "checkout", ...cells }), { services: [there] }).services[0]?.narrowed;
    expect(narrowed({ tier: "2" })).toBe(true);
    expect(narrowed({ tags: "payments" })).toBe(true);
    expect(narrowed({ tags: "payments, public, ai" })).toBe(false);
    expect(narrowed({ lifecycle: "live" })).toBe(false);
  });

  it("a version that is not the one there refuses a change, but not what is the same", () => {
    const row = (cells: object) =>
      plan(table({ slug: "checkout", version: "3", ...cells }), { services: [there] }).rows[0];
    expect(row({ tier: "2" })).toMatchObject({
      action: "error",
      reason: expect.stringContaining("version 3 in the file, 4 here"),
    });
    expect(row({ tier: "1" })).toMatchObject({ action: "same" });
    expect(row({ version: "four" })).toMatchObject({ action: "error" });
  });
});
