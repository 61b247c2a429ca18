import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { loadTeams } from "../../queries/teams/teams";
import { aPerson, aService, aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { createService } from "../services/create-service";
import { deleteService } from "../services/delete-service";
import { editService } from "../services/edit-service";
import { createTeam } from "./create-team";
import { deleteTeam } from "./delete-team";
import { editTeam } from "./edit-team";
import { removeMember } from "./remove-member";
import { saveMember } from "./save-member";

const events = (action: string, subjectId: string) => db().auditEvent.count({ where: { action, subjectId } });
type ATeam = Awaited<ReturnType<typeof aTeam>>;
const deletion = (team: ATeam) => deleteTeam(scopeOf(team.admin, "team:delete", team.resource), NOON);
const listed = async (team: ATeam) =>
  (await loadTeams(scopeOf(team.admin, "team:list"))).items.some((each) => each.slug === team.slug);

describe("creating a team", () => {
  it.each([
    ["Zahlungen & Löhne", "zahlungen-lohne"],
    ["  --Ops!!  ", "ops"],
    ["🚀🚀", "team"],
    ["決済", "team-2"],
    ["ops", "ops-2"],
    ["OPS", "ops-3"],
    ["new", "new-2"],
    ["x".repeat(120), "x".repeat(60)],
  ])("named %s makes the short name %s", async (name, slug) => {
    const scope = scopeOf(await aPerson({ admin: true }), "team:create");
    expect(await createTeam(scope, { name }, NOON)).toMatchObject({ name, slug, version: 1, members: [] });
  });

  it("twenty of one name at once get twenty short names", async () => {
    const scope = scopeOf(await aPerson({ admin: true }), "team:create");
    const made = await Promise.all(
      Array.from({ length: 20 }, () => createTeam(scope, { name: "Race" }, NOON)),
    );
    expect(new Set(made.map((each) => each.slug)).size).toBe(20);
    expect(made.map((each) => each.slug)).toContain("race-20");
  });

  it("is forbidden to a lead", async () => {
    const lead = await aPerson({ teams: { [(await aTeam()).id]: "lead" } });
    expect(() => scopeOf(lead, "team:create")).toThrow("not change it");
  });
});

describe("editing a team", () => {
  it("keeps its short name and what is not named, and audits it", async () => {
    const team = await aTeam("Before");
    const lead = await aPerson({ teams: { [team.id]: "lead" } });
    const scope = scopeOf(lead, "team:edit", team.resource);
    const edited = await editTeam(scope, { name: "After", expectedVersion: 1 }, NOON);
    expect(edited).toMatchObject({ slug: team.slug, name: "After", description: "", version: 2 });
    expect(await events("team.edited", team.id)).toBe(1);
    await expect(editTeam(scope, { name: "Late", expectedVersion: 1 }, NOON)).rejects.toMatchObject({
      code: "conflict",
      details: { current: { name: "After", version: 2 } },
    });
  });

  it("that was deleted meanwhile says that it is gone, not that somebody changed it", async () => {
    const team = await aTeam();
    const scope = scopeOf(team.admin, "team:edit", team.resource);
    await deletion(team);
    await expect(editTeam(scope, { name: "Ghost" }, NOON)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("members", () => {
  it("are saved, promoted and removed, each audited; removing twice is once", async () => {
    const team = await aTeam();
    const { person } = await aPerson({ name: "Li Wen" });
    const scope = scopeOf(team.admin, "team:edit_members", team.resource);
    await saveMember(scope, person.id, { role: "member" }, NOON);
    const promoted = await saveMember(scope, person.id, { role: "lead" }, NOON);
    expect(promoted.members).toEqual([{ id: person.id, name: "Li Wen", role: "lead" }]);
    await removeMember(scope, person.id, NOON);
    await removeMember(scope, person.id, NOON);
    expect(await db().membership.count({ where: { teamId: team.id } })).toBe(0);
    expect(await events("team.member_saved", team.id)).toBe(2);
    expect(await events("team.member_removed", team.id)).toBe(1);
  });

  it.each([randomUUID(), "me", "' OR 1=1 --", "\u0000"])(
    "an unknown person (%j) is not found",
    async (id) => {
      const team = await aTeam();
      const scope = scopeOf(team.admin, "team:edit_members", team.resource);
      await expect(saveMember(scope, id, { role: "lead" }, NOON)).rejects.toMatchObject({
        code: "not_found",
      });
      expect(await db().membership.count({ where: { teamId: team.id } })).toBe(0);
    },
  );

  it("of a team deleted meanwhile are not added: nobody belongs to a team that is gone", async () => {
    const team = await aTeam();
    const { person } = await aPerson();
    const scope = scopeOf(team.admin, "team:edit_members", team.resource);
    await deletion(team);
    await expect(saveMember(scope, person.id, { role: "lead" }, NOON)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await db().membership.count({ where: { teamId: team.id } })).toBe(0);
  });
});

describe("deleting a team", () => {
  it("takes it off the list, ends its memberships, keeps its short name taken", async () => {
    const team = await aTeam("Short-lived");
    await aPerson({ teams: { [team.id]: "lead" } });
    await deletion(team);
    expect(await listed(team)).toBe(false);
    expect(await db().membership.count({ where: { teamId: team.id } })).toBe(0);
    expect((await aTeam("Short-lived")).slug).toBe("short-lived-2");
  });

  it("with services is refused, retired ones included; with deleted ones it is not", async () => {
    const service = await aService({ lifecycle: "retired" });
    const resource = {
      kind: "team" as const,
      id: service.teamId,
      slug: service.teamSlug,
      teamId: service.teamId,
    };
    const scope = scopeOf(service.admin, "team:delete", resource);
    await expect(deleteTeam(scope, NOON)).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("a service:"),
    });
    await deleteService(scopeOf(service.admin, "service:delete", service.resource), NOON);
    await deleteTeam(scope, NOON);
    expect(await events("team.deleted", service.teamId)).toBe(1);
  });

  it("five times at once happens once", async () => {
    const team = await aTeam();
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => deletion(team)));
    expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(await events("team.deleted", team.id)).toBe(1);
  });

  it("raced with a creation and a move never leaves a service in a deleted team", async () => {
    for (let round = 0; round < 25; round += 1) {
      const team = await aTeam("Raced");
      const elsewhere = await aService();
      const create = scopeOf(team.admin, "service:create", team.resource);
      const move = scopeOf(elsewhere.admin, "service:edit", elsewhere.resource);
      const body = { name: "Raced", team: team.slug, tier: 4 as const, lifecycle: "planned" as const };
      const work = [
        () => createService(create, body, NOON),
        () => editService(move, { team: team.slug }, daysLater(1)),
        () => deletion(team),
      ];
      for (let turn = 0; turn < round % 3; turn += 1) work.push(...work.splice(0, 1));
      await Promise.allSettled(work.map((each) => each()));
      const { deletedAt } = await db().team.findUniqueOrThrow({ where: { id: team.id } });
      const services = await db().service.count({ where: { teamId: team.id, deletedAt: null } });
      expect([deletedAt === null, services > 0]).toEqual(services > 0 ? [true, true] : [false, false]);
    }
  });
});
