import { describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { aPerson, aService, aTeam, NOON, scopeOf } from "../../testing/factories";
import { deleteTeam } from "../teams/delete-team";
import { createService } from "./create-service";
import { deleteService } from "./delete-service";

type ATeam = Awaited<ReturnType<typeof aTeam>>;
const create = (team: ATeam, some: object = {}) =>
  createService(
    scopeOf(team.admin, "service:create", team.resource),
    { name: "Mailer", team: team.slug, tier: 2, lifecycle: "planned", ...some },
    NOON,
  );

describe("creating a service", () => {
  it("writes service, facts, state, first point and audit event together (H2, H3)", async () => {
    const team = await aTeam();
    const lead = await aPerson({ teams: { [team.id]: "lead" } });
    const target = await aService({ name: "Ledger" });
    const service = await createService(
      scopeOf(lead, "service:create", team.resource),
      {
        name: "Zahlung 🚀",
        team: team.slug,
        tier: 1,
        lifecycle: "building",
        tags: ["payments"],
        description: "Takes the money.",
        links: [{ label: "code", url: "https://example.com/repo" }],
        dependsOn: [target.slug],
      },
      NOON,
    );
    expect(service).toMatchObject({
      slug: "zahlung",
      team: team.slug,
      version: 1,
      standing: "unassessed",
      score: 0,
      dependsOn: [target.slug],
      checklist: { key: "production-readiness", version: 1 },
      createdAt: NOON.toISOString(),
      deletedAt: null,
      can: { edit: true, delete: true, restore: false, answer: true },
    });
    const where = { serviceId: service.id };
    const expected = { at: NOON, teamId: team.id, tier: 1, lifecycle: "building", deleted: false };
    expect(await db().serviceFacts.findMany({ where })).toMatchObject([
      { ...expected, personId: lead.person.id, tags: ["payments"], name: "Zahlung 🚀" },
    ]);
    expect(await db().readinessPoint.findMany({ where })).toMatchObject([
      { ...expected, cause: "created", score: 0, answered: 0 },
    ]);
    expect(await db().serviceState.findUnique({ where })).toMatchObject({
      computedAt: NOON,
      nextChangeAt: null,
    });
    expect(await db().auditEvent.findMany({ where: { subjectId: service.id } })).toMatchObject([
      { action: "service.created", actorId: lead.person.id, details: { slug: "zahlung" } },
    ]);
    const read = {
      kind: "service" as const,
      id: service.id,
      slug: service.slug,
      teamId: team.id,
      deletedAt: null,
    };
    const scorecard = await loadScorecard(scopeOf(lead, "service:read", read), NOON);
    expect(scorecard.dependsOn).toMatchObject([{ slug: target.slug, standing: "unassessed" }]);
    expect(scorecard.questions.map((each) => each.key)).toContain("payment-taken-once");
    expect(scorecard.questions.map((each) => each.key)).not.toContain("uploads-checked");
  });

  it.each([
    ["Crème brûlée", "creme-brulee"],
    ["creme BRULEE", "creme-brulee-2"],
    ["🚀", "service"],
    ["支払い", "service-2"],
    ["\u202eסליקה", "service-3"],
    ["service 2", "service-2-2"],
    ["New", "new-2"],
    ["--", "service-4"],
  ])("named %s makes the short name %s", async (name, slug) => {
    expect(await create(await aTeam(), { name })).toMatchObject({ name, slug });
  });

  it("twenty of one name at once, in teams of their own, get twenty short names", async () => {
    const teams = await Promise.all(Array.from({ length: 4 }, () => aTeam()));
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, n) => create(teams[n % 4] as ATeam, { name: "Race" })),
    );
    expect(new Set(made.map((each) => each.slug)).size).toBe(20);
    expect(made.map((each) => each.slug)).toContain("race-20");
  });

  it("keeps the short name of a deleted one taken: old links never lead elsewhere", async () => {
    const gone = await aService({ name: "Once" });
    await deleteService(scopeOf(gone.admin, "service:delete", gone.resource), NOON);
    expect((await create(await aTeam(), { name: "Once" })).slug).toBe("once-2");
  });

  it("refuses a dependency that is not there, or was deleted, naming it; nothing is written", async () => {
    const team = await aTeam();
    const gone = await aService();
    await deleteService(scopeOf(gone.admin, "service:delete", gone.resource), NOON);
    const there = await aService();
    for (const slug of ["no-such-service", gone.slug]) {
      await expect(create(team, { dependsOn: [there.slug, slug] })).rejects.toMatchObject({
        code: "invalid_input",
        details: { fields: [{ field: "dependsOn.1" }] },
      });
    }
    expect(await db().service.count({ where: { teamId: team.id } })).toBe(0);
  });

  it("in a team that was deleted meanwhile is refused", async () => {
    const team = await aTeam();
    await deleteTeam(scopeOf(team.admin, "team:delete", team.resource), NOON);
    await expect(create(team)).rejects.toMatchObject({ code: "not_found" });
  });

  it.each(["member", null] as const)("is forbidden to a %s of the team", async (role) => {
    const team = await aTeam();
    const other = await aTeam();
    const teams = { [other.id]: "lead" as const, ...(role ? { [team.id]: role } : {}) };
    const person = await aPerson({ teams, executive: true });
    expect(() => scopeOf(person, "service:create", team.resource)).toThrow("ask a lead of the team");
  });
});
