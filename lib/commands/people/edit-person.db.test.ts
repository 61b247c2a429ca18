import { describe, expect, it } from "vitest";
import { personResource } from "../../auth/resources";
import { loadSession } from "../../auth/viewer";
import { db } from "../../db/client";
import { aPerson, aTeam, daysLater, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { signedIn, tokenOf } from "../../testing/http";
import { createPerson } from "./create-person";
import { editPerson } from "./edit-person";
import { invitePerson } from "./invite-person";

const to = (by: SignedIn, whom: SignedIn = by) => scopeOf(by, "person:edit", personResource(whom.person.id));
const rowOf = ({ person }: SignedIn) => db().person.findUniqueOrThrow({ where: { id: person.id } });
const eventsOf = ({ person }: SignedIn) => db().auditEvent.findMany({ where: { subjectId: person.id } });
/** Nobody else is an admin in a test about the last one. */
const demoteEverybody = () => db().person.updateMany({ data: { admin: false } });

describe("changing a person", () => {
  it("oneself: the name, emoji included, with one audit event", async () => {
    const me = await aPerson();
    const changed = await editPerson(to(me), { name: "Zoë 👩‍🚀", expectedVersion: 1 }, NOON);
    expect(changed).toMatchObject({ name: "Zoë 👩‍🚀", version: 2, admin: false, teams: [] });
    expect(await eventsOf(me)).toMatchObject([
      { action: "person.edited", actorId: me.person.id, at: NOON, details: { name: "Zoë 👩‍🚀" } },
    ]);
  });

  it.each(["admin", "executive", "disabled"] as const)(
    "oneself, without being an admin, %s is refused and nothing changes",
    async (right) => {
      const me = await aPerson();
      const change = editPerson(to(me), { name: "Sly", [right]: true }, NOON);
      await expect(change).rejects.toMatchObject({ code: "forbidden" });
      expect(await rowOf(me)).toMatchObject({
        name: "Mira Okafor",
        admin: false,
        executive: false,
        version: 1,
      });
      expect(await eventsOf(me)).toEqual([]);
    },
  );

  it("a version that moved is a conflict with what is there now", async () => {
    const [admin, other] = [await aPerson({ admin: true }), await aPerson()];
    await editPerson(to(admin, other), { executive: true, expectedVersion: 1 }, NOON);
    await expect(
      editPerson(to(admin, other), { executive: false, expectedVersion: 1 }, NOON),
    ).rejects.toMatchObject({ code: "conflict", details: { current: { executive: true, version: 2 } } });
  });

  it("who stopped being an admin a moment ago changes nothing any more", async () => {
    const [admin, another, other] = [
      await aPerson({ admin: true }),
      await aPerson({ admin: true }),
      await aPerson(),
    ];
    await editPerson(to(another, admin), { admin: false }, NOON);
    const late = editPerson(to(admin, other), { admin: true }, NOON);
    await expect(late).rejects.toMatchObject({ code: "forbidden" });
    expect(await rowOf(other)).toMatchObject({ admin: false });
  });

  it("somebody invented stays as invented, and is given no rights", async () => {
    const [admin, other] = [await aPerson({ admin: true }), await aPerson()];
    const id = crypto.randomUUID();
    const data = { id, email: `${id}@example.com`, name: "Invented", example: true, createdAt: NOON };
    await db().person.create({ data });
    const scope = scopeOf(admin, "person:edit", personResource(id));
    await expect(editPerson(scope, { admin: true }, NOON)).rejects.toMatchObject({ code: "refused" });
    const password = db().person.update({ where: { id }, data: { passwordHash: "anything" } });
    await expect(password).rejects.toThrow(/Person_example_stays_out/);
    expect(await rowOf(other)).toMatchObject({ example: false });
  });
});

describe("the last admin", () => {
  it.each([{ admin: false }, { disabled: true }])("stays one: %j is refused", async (change) => {
    await demoteEverybody();
    const last = await aPerson({ admin: true });
    const disabled = await aPerson({ admin: true });
    await db().person.update({ where: { id: disabled.person.id }, data: { disabledAt: NOON } });
    const id = crypto.randomUUID();
    await db().person.create({
      data: { id, email: `${id}@example.com`, name: "Invented", admin: true, example: true, createdAt: NOON },
    });
    await expect(editPerson(to(last), change, NOON)).rejects.toMatchObject({ code: "refused" });
    expect(await rowOf(last)).toMatchObject({ admin: true, disabledAt: null, version: 1 });
    await aPerson({ admin: true });
    expect(await editPerson(to(last), change, NOON)).toMatchObject(change);
  });

  it("two admins who demote each other at once: exactly one wins, in every one of 20 rounds", async () => {
    for (let round = 0; round < 20; round += 1) {
      await demoteEverybody();
      const [ana, ben] = [await aPerson({ admin: true }), await aPerson({ admin: true })];
      const results = await Promise.allSettled([
        editPerson(to(ana, ben), { admin: false }, NOON),
        editPerson(to(ben, ana), round % 2 === 0 ? { admin: false } : { disabled: true }, NOON),
      ]);
      expect(results.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await db().person.count({ where: { admin: true, disabledAt: null } })).toBe(1);
      const loser = results.find((each) => each.status === "rejected");
      expect(loser).toMatchObject({ reason: { code: "forbidden" } });
    }
  });

  it("of five admins who all step down at once one stays", async () => {
    await demoteEverybody();
    const admins = await Promise.all(Array.from({ length: 5 }, () => aPerson({ admin: true })));
    const results = await Promise.allSettled(
      admins.map((each) => editPerson(to(each), { admin: false }, NOON)),
    );
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(4);
    expect(results.find((each) => each.status === "rejected")).toMatchObject({ reason: { code: "refused" } });
    expect(await db().person.count({ where: { admin: true } })).toBe(1);
  });
});

describe("disabling", () => {
  it("ends all sessions, tokens and open invitations of the person, and nobody else's", async () => {
    const [admin, leaver] = [await aPerson({ admin: true }), await aPerson({ admin: true })];
    for (const each of [admin, leaver]) {
      await signedIn(each, NOON);
      await tokenOf(each.person.id, ["read"]);
      const email = `${each.person.id}-friend@example.com`;
      await invitePerson(scopeOf(each, "invitation:create"), { email, admin: true }, NOON);
    }
    const changed = await editPerson(to(admin, leaver), { disabled: true }, daysLater(1));
    expect(changed).toMatchObject({ disabled: true });
    const left = async ({ person: { id } }: SignedIn) => ({
      sessions: await db().session.count({ where: { personId: id } }),
      tokens: await db().apiToken.count({ where: { personId: id, endedAt: null } }),
      invitations: await db().invitation.count({ where: { createdById: id, revokedAt: null } }),
    });
    expect(await left(leaver)).toEqual({ sessions: 0, tokens: 0, invitations: 0 });
    expect(await left(admin)).toEqual({ sessions: 1, tokens: 1, invitations: 1 });
    const token = await db().apiToken.findFirstOrThrow({ where: { personId: leaver.person.id } });
    expect(token.endedAt).toEqual(daysLater(1));
  });

  it("and enabling again brings back no session and no token", async () => {
    const [admin, leaver] = [await aPerson({ admin: true }), await aPerson()];
    await signedIn(leaver, NOON);
    await tokenOf(leaver.person.id, ["read"]);
    await editPerson(to(admin, leaver), { disabled: true }, NOON);
    expect(await editPerson(to(admin, leaver), { disabled: false }, NOON)).toMatchObject({ disabled: false });
    expect(await loadSession(leaver.sessionId, NOON)).toBeNull();
    expect(await db().apiToken.count({ where: { personId: leaver.person.id, endedAt: null } })).toBe(0);
  });

  it("of a lost race changes nothing: no session ends when the version moved", async () => {
    const [admin, other] = [await aPerson({ admin: true }), await aPerson()];
    await signedIn(other, NOON);
    const change = editPerson(to(admin, other), { disabled: true, expectedVersion: 7 }, NOON);
    await expect(change).rejects.toMatchObject({ code: "conflict" });
    expect(await loadSession(other.sessionId, NOON)).not.toBeNull();
  });
});

describe("adding a person with a password", () => {
  const password = "a sentence that nobody guesses";

  it("writes rights and memberships, and ends an open invitation of the address", async () => {
    const team = await aTeam();
    const email = "added@example.com";
    await invitePerson(scopeOf(team.admin, "invitation:create"), { email }, NOON);
    const teams = [{ team: team.slug, role: "lead" as const }];
    const body = { name: "Added", email, password, executive: true, teams };
    const made = await createPerson(scopeOf(team.admin, "person:create"), body, NOON);
    expect(made).toMatchObject({ email, executive: true, admin: false, teams });
    expect(await db().invitation.count({ where: { email, revokedAt: null } })).toBe(0);
    const [event] = await db().auditEvent.findMany({ where: { subjectId: made.id } });
    expect(event).toMatchObject({ action: "person.created" });
    expect(JSON.stringify(event?.details)).not.toContain(password);
  });

  it.each([
    ["a common password", { password: "password1234" }, "invalid_input"],
    ["a team that is not there", { teams: [{ team: "no-such", role: "lead" as const }] }, "invalid_input"],
    ["an address that is somebody's", { email: "taken@example.com" }, "conflict"],
  ])("with %s is refused, and nobody is added", async (_, some, code) => {
    const admin = await aPerson({ admin: true });
    const data = { id: crypto.randomUUID(), email: "taken@example.com", name: "Here", createdAt: NOON };
    await db().person.createMany({ data: [data], skipDuplicates: true });
    const before = await db().person.count();
    const body = { name: "New", email: "new@example.com", password, ...some };
    await expect(createPerson(scopeOf(admin, "person:create"), body, NOON)).rejects.toMatchObject({ code });
    expect(await db().person.count()).toBe(before);
  });

  it("twice at once: one", async () => {
    const admin = await aPerson({ admin: true });
    const body = { name: "Twin", email: "twin@example.com", password };
    const results = await Promise.allSettled(
      [1, 2].map(() => createPerson(scopeOf(admin, "person:create"), body, NOON)),
    );
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(results.find((each) => each.status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
  });
});
