import { describe, expect, it } from "vitest";
import { readCatalog } from "./catalog";
import { applyCorrections } from "./corrections";
import type { KnownService, KnownTeam } from "./known";
import { planServices } from "./plan-services";
import { nameTeam } from "./plan-teams";
import { type Correction, countActions } from "./rows";
import { readServiceRows } from "./service-rows";
import type { Wanted } from "./wanted";

const aTeam = (some: Partial<KnownTeam> = {}): KnownTeam => ({
  id: "t1",
  slug: "payments",
  name: "Payments",
  description: "",
  externalRef: null,
  deleted: false,
  ...some,
});
const aService = (some: Partial<KnownService> = {}): KnownService => ({
  id: "s1",
  slug: "checkout",
  name: "Checkout",
  description: "",
  teamId: "t1",
  tier: 3,
  lifecycle: "live",
  tags: [],
  links: [],
  dependsOn: [],
  externalRef: null,
  version: 4,
  deleted: false,
  restorable: false,
  ...some,
});

interface There {
  teams?: KnownTeam[];
  services?: KnownService[];
  corrections?: Record<string, Correction>;
}
function plan(wanted: Wanted, { teams = [aTeam()], services = [], corrections = {} }: There = {}) {
  let id = 0;
  const corrected = new Map(Object.entries(corrections));
  applyCorrections(wanted, corrected, (text) => nameTeam(wanted, text, null));
  return planServices(wanted, { teams, services }, corrected, () => `new-${++id}`);
}
const HEADERS = [
  "slug",
  "name",
  "team",
  "tier",
  "lifecycle",
  "tags",
  "links",
  "dependsOn",
  "version",
  "repository",
] as const;
/** A table of services: cells by header. */
const table = (...rows: Partial<Record<(typeof HEADERS)[number], string>>[]) =>
  readServiceRows(
    rows.map((row, at) => ({ line: at + 2, cells: HEADERS.map((header) => row[header] ?? "") })),
    Object.fromEntries(HEADERS.map((header, at) => [header, at])),
  );
const catalog = (...values: unknown[]) =>
  readCatalog(values.map((value, at) => ({ line: at + 1, value, problem: null })));
const component = (name: string, spec: object = {}, metadata: object = {}) => ({
  kind: "Component",
  metadata: { name, ...metadata },
  spec: { owner: "payments", lifecycle: "production", ...spec },
});

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

describe("teams", () => {
  it.each<[string, KnownTeam[], string]>([
    ["payments", [aTeam()], "t1"],
    ["PAYMENTS", [aTeam({ slug: "x" })], "t1"],
    ["payments", [aTeam({ name: "Other" })], "t1"],
    ["payments", [aTeam({ deleted: true })], "new-1"],
    ["Payments", [aTeam({ slug: "a" }), aTeam({ id: "t2", slug: "b", name: "Pay" })], "t1"],
  ])("%s among %j", (team, teams, id) => {
    const { services } = plan(table({ name: "A", team }), { teams });
    expect(services[0]?.after.teamId).toBe(id);
  });

  it("two of one name cannot be told apart, and its services wait for another", () => {
    const teams = [aTeam({ slug: "a" }), aTeam({ id: "t2", slug: "b" })];
    const { rows } = plan(table({ name: "A", team: "Payments" }), { teams });
    expect(rows.map(({ kind, action }) => [kind, action])).toEqual([
      ["team", "error"],
      ["service", "error"],
    ]);
    const corrections = { "2": { team: "b" }, "team:payments": { skip: true } };
    expect(
      plan(table({ name: "A", team: "Payments" }), { teams, corrections }).services[0]?.after.teamId,
    ).toBe("t2");
  });

  it("a group takes the team of its name over; another of the same name is new; its own is found again", () => {
    const group = (namespace: string) => ({ kind: "Group", metadata: { name: "payments", namespace } });
    const first = plan(catalog(group("a"), group("b")));
    expect(first.rows.map(({ key, action, changes }) => [key, action, changes.length])).toEqual([
      ["group:a/payments", "change", 2],
      ["group:b/payments", "create", 2],
    ]);
    const teams = [
      aTeam({ name: "payments", externalRef: "group:a/payments" }),
      aTeam({ id: "t2", slug: "p2", name: "payments", externalRef: "group:b/payments" }),
    ];
    expect(countActions(plan(catalog(group("a"), group("b")), { teams }).rows)).toMatchObject({ same: 2 });
  });
});

describe("dependencies", () => {
  it("are found in the file first, then among those that are there: by reference, short name, name", () => {
    const services = [
      aService({ id: "s2", slug: "search", name: "Suche", externalRef: "component:x/search" }),
    ];
    const wanted = table(
      { name: "A", team: "payments", dependsOn: "b, SEARCH" },
      { name: "B", team: "payments", dependsOn: "suche; component:x/search; B; nowhere" },
    );
    const { services: writes, rows } = plan(wanted, { services });
    expect(writes.map(({ id, after }) => [id, after.dependsOn])).toEqual([
      ["new-1", ["new-2", "s2"]],
      ["new-2", ["s2"]],
    ]);
    expect(rows[1]?.notes).toEqual([
      "A service does not depend on itself: left out.",
      "It depends on nowhere, which is not there: left out.",
      "Tier 3 assumed.",
      "Live assumed.",
    ]);
  });

  it("go both ways, and to what is known but not in the file", () => {
    const services = [aService({ externalRef: "component:default/gateway" })];
    const wanted = catalog(
      component("a", { dependsOn: ["b"], dependencyOf: ["gateway", "nobody"] }),
      component("b", { dependsOn: ["a"] }),
    );
    const { services: writes, rows } = plan(wanted, { services });
    expect(writes.map(({ id, after }) => [id, after.dependsOn])).toEqual([
      ["new-1", ["new-2"]],
      ["new-2", ["new-1"]],
      ["s1", ["new-1"]],
    ]);
    expect(rows.find((row) => row.key === "component:default/a")?.notes).toContain(
      "component:default/nobody is not there: it does not come to depend on this.",
    );
  });

  it("do not lead to what is left out by hand", () => {
    const corrections = { "component:default/b": { skip: true } };
    const { services, rows } = plan(catalog(component("a", { dependsOn: ["b"] }), component("b")), {
      corrections,
    });
    expect(services.map((each) => each.after.dependsOn)).toEqual([[]]);
    expect(countActions(rows)).toMatchObject({ create: 1, skip: 1 });
  });
});

describe("a catalogue takes nothing away", () => {
  it("tags, links and dependencies are added to those that are there, up to the limit", () => {
    const services = [
      aService({
        externalRef: "component:default/checkout",
        name: "checkout",
        tags: ["payments"],
        links: [{ label: "By hand", url: "https://github.com/a/b" }],
        dependsOn: [{ id: "s9", slug: "ledger" }],
      }),
    ];
    const metadata = { tags: ["java"], annotations: { "github.com/project-slug": "a/b" } };
    const { rows, services: writes } = plan(catalog(component("checkout", {}, metadata)), { services });
    expect(rows[0]?.changes).toEqual([{ field: "tags", from: "payments", to: "java, payments" }]);
    expect(writes[0]?.after).toMatchObject({ links: services[0]?.links, dependsOn: ["s9"] });
    const many = { tags: Array.from({ length: 25 }, (_, at) => `t${at}`) };
    const full = plan(catalog(component("checkout", {}, many)), { services });
    expect(full.services[0]?.after.tags).toHaveLength(20);
    expect(full.rows[0]?.notes).toContain("Only the first 20 tags of 25 are taken.");
  });

  it("a lifecycle that the catalogue's word covers stays; another is changed", () => {
    const change = (lifecycle: KnownService["lifecycle"], word: string) => {
      const services = [aService({ externalRef: "component:default/x", name: "x", lifecycle })];
      return (
        plan(catalog(component("x", { lifecycle: word })), { services }).services[0]?.after.lifecycle ??
        "same"
      );
    };
    expect(change("launching", "experimental")).toBe("same");
    expect(change("live", "experimental")).toBe("building");
    expect(change("retired", "deprecated")).toBe("same");
    expect(change("planned", "production")).toBe("live");
    expect(change("retired", "sunset")).toBe("same");
  });
});
