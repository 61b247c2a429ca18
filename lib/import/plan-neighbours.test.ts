import { describe, expect, it } from "vitest";
import { countActions } from "../domain/import-rows";
import type { KnownService, KnownTeam } from "./known";
import { aService, aTeam, catalog, component, plan, table } from "./testing-plans";

describe("teams", () => {
  it.each<[string, KnownTeam[], string]>([
    ["payments", [aTeam()], "t1"],
    ["PAYMENTS", [aTeam({ slug: "x" })], "t1"],
    ["payments", [aTeam({ name: "Other" })], "t1"],
    ["payments", [aTeam({ deleted: true })], "new-1"],
    ["PAYMENTS ", [aTeam({ name: "Payment squad" })], "t1"],
    ["PAYMENTS", [aTeam({ name: "Payment squad", deleted: true })], "new-1"],
    ["Payments", [aTeam({ name: "Squad" }), aTeam({ id: "t2", slug: "payments-2" })], "t2"],
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
