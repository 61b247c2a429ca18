import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth/viewer";
import type { ServiceEdit } from "../../contracts/services";
import { db } from "../../db/client";
import { aPerson, aService, aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { deleteTeam } from "../teams/delete-team";
import { deleteService } from "./delete-service";
import { editService } from "./edit-service";

let service: Awaited<ReturnType<typeof aService>>;
beforeEach(async () => {
  service = await aService({ tier: 2, tags: ["payments", "public"], lifecycle: "live" });
});
const edit = (change: ServiceEdit, who: Viewer = service.lead, now = daysLater(1)) =>
  editService(scopeOf(who, "service:edit", service.resource), change, now);
const count = async () => ({
  facts: await db().serviceFacts.count({ where: { serviceId: service.id } }),
  points: await db().readinessPoint.count({ where: { serviceId: service.id } }),
  events: await db().auditEvent.count({ where: { subjectId: service.id } }),
});
const BEFORE = { facts: 1, points: 1, events: 1 };

describe("guarded changes (README: who may what)", () => {
  type Who = "admin" | "lead" | "member";
  const reason = "It became smaller.";
  it.each<[string, ServiceEdit, Who[]]>([
    ["rename it", { name: "Till" }, ["admin", "lead", "member"]],
    ["describe it", { description: "words", links: [] }, ["admin", "lead", "member"]],
    ["raise its tier", { tier: 1 }, ["admin", "lead", "member"]],
    ["add a tag", { tags: ["payments", "public", "ai"] }, ["admin", "lead", "member"]],
    ["launch it", { lifecycle: "launching" }, ["admin", "lead", "member"]],
    ["lower its tier", { tier: 3, reason }, ["admin", "lead"]],
    ["drop a tag", { tags: ["public"], reason }, ["admin", "lead"]],
    ["swap a tag", { tags: ["public", "ai"], reason }, ["admin", "lead"]],
    ["drop a tag and raise its tier", { tags: [], tier: 1, reason }, ["admin", "lead"]],
    ["retire it", { lifecycle: "retired" }, ["admin", "lead"]],
  ])("%s with %j: allowed to %j", async (_, change, allowed) => {
    for (const who of ["admin", "lead", "member"] as const) {
      const { id } = service;
      await db().service.update({
        where: { id },
        data: { tier: 2, tags: ["payments", "public"], lifecycle: "live" },
      });
      const before = await count();
      const tried = edit(change, service[who]);
      if (allowed.includes(who)) await expect(tried).resolves.toMatchObject({ id });
      else {
        await expect(tried).rejects.toMatchObject({ code: "forbidden" });
        expect(await count()).toEqual(before);
      }
    }
  });

  it("bringing a retired service back is for leads, and so is moving it along while retired not", async () => {
    await edit({ lifecycle: "retired" });
    await expect(edit({ lifecycle: "live" }, service.member)).rejects.toMatchObject({ code: "forbidden" });
    await expect(edit({ description: "kept" }, service.member)).resolves.toMatchObject({
      lifecycle: "retired",
    });
    await expect(edit({ lifecycle: "building" })).resolves.toMatchObject({ lifecycle: "building" });
  });

  it.each<[string, ServiceEdit]>([
    ["a lowered tier", { tier: 4 }],
    ["a dropped tag", { tags: ["payments"] }],
    ["a lowered tier with a blank reason", { tier: 4, reason: " \u200b\n" }],
  ])("%s needs a reason, from an admin too", async (_, change) => {
    await expect(edit(change, service.admin)).rejects.toMatchObject({
      code: "refused",
      details: { fields: [{ field: "reason" }] },
    });
    expect(await count()).toEqual(BEFORE);
  });

  it("the reason stays with the facts and in the audit trail", async () => {
    await edit({ tier: 3, reason });
    const facts = await db().serviceFacts.findMany({
      where: { serviceId: service.id },
      orderBy: { id: "asc" },
    });
    expect(facts).toMatchObject([
      { tier: 2, reason: "" },
      { tier: 3, reason, personId: service.lead.person.id, at: daysLater(1) },
    ]);
    const events = await db().auditEvent.findMany({
      where: { subjectId: service.id, action: "service.edited" },
    });
    expect(events).toMatchObject([{ details: { tier: 3, reason } }]);
  });
});

describe("moving a service to another team", () => {
  it.each<["lead" | "member" | null, "lead" | "member" | null, boolean]>([
    ["lead", "lead", true],
    ["lead", "member", false],
    ["lead", null, false],
    ["member", "lead", false],
  ])("by the %s of its team who is %s of the other: %s", async (here, there, allowed) => {
    const team = await aTeam("Elsewhere");
    const teams = { ...(here && { [service.teamId]: here }), ...(there && { [team.id]: there }) };
    const moved = edit({ team: team.slug }, await aPerson({ teams }));
    if (!allowed) {
      await expect(moved).rejects.toMatchObject({ code: "forbidden" });
      expect(await count()).toEqual(BEFORE);
      return;
    }
    expect(await moved).toMatchObject({ team: team.slug, teamName: "Elsewhere", version: 2 });
    const points = await db().readinessPoint.findMany({
      where: { serviceId: service.id },
      orderBy: { id: "asc" },
    });
    expect(points.map((point) => point.teamId)).toEqual([service.teamId, team.id]);
  });

  it("to a team that is not there, or was deleted, is refused", async () => {
    const team = await aTeam();
    await deleteTeam(scopeOf(team.admin, "team:delete", team.resource), NOON);
    for (const slug of ["no-such-team", team.slug]) {
      await expect(edit({ team: slug }, service.admin)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await count()).toEqual(BEFORE);
  });
});

describe("what a change leaves behind", () => {
  it("points carry team, tier and lifecycle of then (H2)", async () => {
    await edit({ tier: 1 });
    await edit({ lifecycle: "retired" }, service.lead, daysLater(2));
    const points = await db().readinessPoint.findMany({
      where: { serviceId: service.id },
      orderBy: { id: "asc" },
    });
    expect(points).toMatchObject([
      { cause: "created", tier: 2, lifecycle: "live", at: daysLater(-1) },
      { cause: "facts", tier: 1, lifecycle: "live", at: daysLater(1) },
      { cause: "facts", tier: 1, lifecycle: "retired", at: daysLater(2) },
    ]);
    expect(points[1]?.counting).toBeGreaterThan(points[0]?.counting ?? Number.POSITIVE_INFINITY);
  });

  it.each<[string, ServiceEdit, typeof BEFORE]>([
    [
      "a new name adds facts, no point: readiness did not move",
      { name: "Till" },
      { facts: 2, points: 1, events: 2 },
    ],
    [
      "a description adds facts, for the past to be asked about, no point",
      { description: "words" },
      { facts: 2, points: 1, events: 2 },
    ],
    [
      "tags in another order add facts, no point",
      { tags: ["public", "payments"] },
      { facts: 2, points: 1, events: 2 },
    ],
    ["a tier adds both", { tier: 1 }, { facts: 2, points: 2, events: 2 }],
  ])("%s", async (_, change, expected) => {
    expect(await edit(change)).toMatchObject({ ...change, version: 2 });
    expect(await count()).toEqual(expected);
  });

  it("what is left out stays", async () => {
    await edit({ description: "words", links: [{ label: "x", url: "https://example.com" }] });
    expect(await edit({ name: "Till" })).toMatchObject({
      description: "words",
      links: [{ label: "x" }],
      tags: ["payments", "public"],
      tier: 2,
    });
  });
});

describe("conflicts", () => {
  it("another version is refused with what is there now; of ten at once one is written", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => edit({ name: `Till ${n}`, expectedVersion: 1 })),
    );
    const won = tries.filter((each) => each.status === "fulfilled");
    expect(won).toHaveLength(1);
    for (const each of tries.filter((one) => one.status === "rejected"))
      expect(each.reason).toMatchObject({
        code: "conflict",
        details: { current: { version: 2, name: won[0]?.value.name } },
      });
    expect(await count()).toMatchObject({ facts: 2, events: 2 });
  });

  it("a deleted service is gone", async () => {
    await deleteService(scopeOf(service.lead, "service:delete", service.resource), NOON);
    await expect(edit({ name: "Ghost" })).rejects.toMatchObject({ code: "gone" });
  });
});

describe("dependencies", () => {
  const there = () => db().serviceDependency.count({ where: { serviceId: service.id } });
  it("are replaced as a whole, kept when left out, emptied by an empty list", async () => {
    const [a, b] = [await aService(), await aService()];
    expect(await edit({ dependsOn: [a.slug, b.slug] })).toMatchObject({ version: 2 });
    expect((await edit({ dependsOn: [b.slug] })).dependsOn).toEqual([b.slug]);
    expect((await edit({ name: "Till" })).dependsOn).toEqual([b.slug]);
    expect((await edit({ dependsOn: [] })).dependsOn).toEqual([]);
    expect(await there()).toBe(0);
  });

  it("on itself or on nobody are refused, naming the field", async () => {
    for (const slug of [service.slug, "no-such-service"]) {
      await expect(edit({ dependsOn: [slug] })).rejects.toMatchObject({
        code: "invalid_input",
        details: { fields: [{ field: "dependsOn.0" }] },
      });
    }
    expect(await there()).toBe(0);
  });

  it("on a service that was deleted since may be sent back unchanged, as the form does", async () => {
    const other = await aService();
    const { dependsOn } = await edit({ dependsOn: [other.slug] });
    await deleteService(scopeOf(other.admin, "service:delete", other.resource), NOON);
    await expect(edit({ name: "Till", dependsOn })).resolves.toMatchObject({ name: "Till", dependsOn });
  });
});
