import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { loadServices, loadSummary } from "../../queries/services/services";
import { loadTeams } from "../../queries/teams/teams";
import { aPerson, aService, aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { saveAnswer } from "../answers/save-answer";
import { planGap } from "../gaps/plan-gap";
import { deleteTeam } from "../teams/delete-team";
import { deleteService } from "./delete-service";
import { editService } from "./edit-service";
import { restoreService } from "./restore-service";

const QUESTION = "simultaneous-edits-kept";
let service: Awaited<ReturnType<typeof aService>>;
beforeEach(async () => {
  service = await aService({ tier: 4, tags: ["payments"], description: "words" });
  const scope = scopeOf(service.member, "answer:save", service.resource);
  await saveAnswer(scope, QUESTION, { verdict: "yes", reason: "because", expectedVersion: 0 }, NOON);
});
const remove = (now = daysLater(1)) =>
  deleteService(scopeOf(service.lead, "service:delete", service.resource), now);
const restore = (now = daysLater(2), body: { team?: string } = {}, who = service.lead) =>
  restoreService(scopeOf(who, "service:restore", service.resource), body, now);
const listed = async (filters: object = {}, now = daysLater(2)) => {
  const { items } = await loadServices(
    scopeOf(service.admin, "service:list"),
    { limit: 200, ...filters },
    now,
  );
  return items.find((each) => each.slug === service.slug);
};
const events = (action: string) => db().auditEvent.count({ where: { action, subjectId: service.id } });
const scorecard = (now = daysLater(2)) =>
  loadScorecard(scopeOf(service.member, "service:read", service.resource), now);

describe("deleting a service", () => {
  it("takes it out of every list and total at once, and keeps its history", async () => {
    const filter = { team: [service.teamSlug] };
    const scope = scopeOf(service.admin, "service:list");
    expect(await loadSummary(scope, filter, daysLater(1))).toMatchObject({
      services: 1,
      gaps: expect.any(Number),
    });
    await remove();
    expect(await listed()).toBeUndefined();
    expect(await listed({ deleted: "true" })).toMatchObject({ deletedAt: daysLater(1).toISOString() });
    expect(await loadSummary(scope, filter, daysLater(2))).toMatchObject({
      services: 0,
      listed: 0,
      score: null,
      gaps: 0,
      blockers: 0,
      byStanding: { working: 0, unassessed: 0 },
    });
    const teams = await loadTeams(scopeOf(service.admin, "team:list"));
    expect(teams.items.find((each) => each.slug === service.teamSlug)?.services).toBe(0);
    const where = { serviceId: service.id };
    const last = { orderBy: { id: "desc" as const }, where };
    expect(await db().serviceFacts.findFirst(last)).toMatchObject({ deleted: true, at: daysLater(1) });
    expect(await db().readinessPoint.findFirst(last)).toMatchObject({ deleted: true, cause: "deleted" });
    expect(await db().entry.count({ where })).toBe(1);
    expect((await scorecard()).service.can).toMatchObject({ edit: false, answer: false, restore: false });
  });

  it("stays visible to what depends on it, marked as deleted", async () => {
    const other = await aService({ dependsOn: [service.slug] });
    await remove();
    const read = scopeOf(other.member, "service:read", other.resource);
    expect((await loadScorecard(read, daysLater(2))).dependsOn).toMatchObject([
      { slug: service.slug, deleted: true },
    ]);
  });

  it("happens once, however many delete it at once", async () => {
    const tries = await Promise.allSettled([remove(), remove(), remove(), remove()]);
    expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    for (const each of tries.filter((one) => one.status === "rejected"))
      expect(each.reason).toMatchObject({ code: "gone" });
    expect(await events("service.deleted")).toBe(1);
  });

  it("leaves nothing that can be changed: facts, answers, plans are gone", async () => {
    await remove();
    const { member, resource } = service;
    const tries = [
      () => editService(scopeOf(member, "service:edit", resource), { name: "x" }, daysLater(2)),
      () =>
        saveAnswer(
          scopeOf(member, "answer:save", resource),
          QUESTION,
          { verdict: "no", expectedVersion: 1 },
          daysLater(2),
        ),
      () => planGap(scopeOf(member, "gap:plan", resource), QUESTION, { note: "x" }, daysLater(2)),
    ];
    for (const each of tries) await expect(each()).rejects.toMatchObject({ code: "gone" });
    expect(await db().entry.count({ where: { serviceId: service.id } })).toBe(1);
  });

  it.each(["member", "executive"])("is forbidden to a %s", async (who) => {
    const person = who === "member" ? service.member : await aPerson({ executive: true });
    expect(() => scopeOf(person, "service:delete", service.resource)).toThrow("ask a lead");
  });
});

describe("restoring a service", () => {
  it("within 30 days brings back everything it had", async () => {
    const before = await scorecard(daysLater(0));
    await planGap(
      scopeOf(service.member, "gap:plan", service.resource),
      "we-know-first",
      { note: "soon" },
      NOON,
    );
    await remove();
    const restored = await restore(daysLater(31, -1));
    expect(restored).toMatchObject({
      slug: service.slug,
      team: service.teamSlug,
      description: "words",
      tags: ["payments"],
      deletedAt: null,
      version: 3,
      score: before.score,
    });
    const after = await scorecard(daysLater(31));
    expect(after.questions.find((each) => each.key === QUESTION)).toMatchObject({
      verdict: "yes",
      version: 1,
      savedAt: NOON.toISOString(),
    });
    expect(after.questions.find((each) => each.key === "we-know-first")?.plan).toMatchObject({
      note: "soon",
    });
    expect(await listed({}, daysLater(31))).toMatchObject({ score: before.score, deletedAt: null });
    const where = { serviceId: service.id };
    const causes = await db().readinessPoint.findMany({ where, orderBy: { id: "asc" } });
    expect(causes.map((each) => each.cause)).toEqual(["created", "answer", "deleted", "restored"]);
    expect(await db().serviceFacts.count({ where })).toBe(3);
  });

  it("counts what aged meanwhile", async () => {
    service = await aService({ tier: 4 });
    const scope = scopeOf(service.member, "answer:save", service.resource);
    await saveAnswer(scope, QUESTION, { verdict: "yes", expectedVersion: 0 }, NOON);
    await remove(daysLater(350));
    expect((await restore(daysLater(370))).standing).toBe("working");
    expect(await listed({}, daysLater(370))).toMatchObject({ score: 0, stale: 1 });
  });

  it("after 30 days is gone, and off the list of deleted ones", async () => {
    await remove();
    expect(await listed({ deleted: "true" }, daysLater(31, -1))).toBeDefined();
    expect(await listed({ deleted: "true" }, daysLater(31))).toBeUndefined();
    await expect(restore(daysLater(31))).rejects.toMatchObject({ code: "gone" });
    expect(await events("service.restored")).toBe(0);
  });

  it("that is there changes nothing; five at once restore it once", async () => {
    expect(await restore()).toMatchObject({ version: 1 });
    await remove();
    await Promise.all(Array.from({ length: 5 }, () => restore()));
    expect(await events("service.restored")).toBe(1);
    expect(await listed()).toBeDefined();
  });

  it("whose team was deleted needs a team that takes it", async () => {
    await remove();
    const resource = {
      kind: "team" as const,
      id: service.teamId,
      slug: service.teamSlug,
      teamId: service.teamId,
    };
    await deleteTeam(scopeOf(service.admin, "team:delete", resource), daysLater(1));
    await expect(restore(daysLater(2), {}, service.admin)).rejects.toMatchObject({
      code: "refused",
      details: { fields: [{ field: "team" }] },
    });
    const team = await aTeam("Heirs");
    expect(await restore(daysLater(2), { team: team.slug }, service.admin)).toMatchObject({
      team: team.slug,
    });
    expect(await db().serviceFacts.findFirst({ orderBy: { id: "desc" } })).toMatchObject({ teamId: team.id });
  });

  it("to another team is for who leads both", async () => {
    await remove();
    const team = await aTeam("Elsewhere");
    await expect(restore(daysLater(2), { team: team.slug })).rejects.toMatchObject({ code: "forbidden" });
    await expect(restore(daysLater(2), { team: "no-such" })).rejects.toMatchObject({ code: "not_found" });
    const both = await aPerson({ teams: { [service.teamId]: "lead", [team.id]: "lead" } });
    expect(await restore(daysLater(2), { team: team.slug }, both)).toMatchObject({ team: team.slug });
  });

  it("raced with the deletion of its team never leaves it in a deleted team", async () => {
    for (let round = 0; round < 10; round += 1) {
      const one = await aService();
      const resource = { kind: "team" as const, id: one.teamId, slug: one.teamSlug, teamId: one.teamId };
      await deleteService(scopeOf(one.admin, "service:delete", one.resource), NOON);
      await Promise.allSettled([
        restoreService(scopeOf(one.admin, "service:restore", one.resource), {}, daysLater(1)),
        deleteTeam(scopeOf(one.admin, "team:delete", resource), daysLater(1)),
      ]);
      const row = await db().service.findUniqueOrThrow({ where: { id: one.id }, include: { team: true } });
      expect((row.deletedAt === null) === (row.team.deletedAt === null)).toBe(true);
    }
  });
});
