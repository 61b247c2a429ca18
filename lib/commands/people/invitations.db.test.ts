import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { personResource } from "../../auth/resources";
import { secretHash } from "../../auth/secrets";
import { signIn } from "../../auth/sign-in";
import type { Invitation } from "../../contracts/people";
import { db } from "../../db/client";
import { loadInvitations } from "../../queries/people/invitations";
import { aPerson, aTeam, daysLater, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { deleteTeam } from "../teams/delete-team";
import { acceptInvitation } from "./accept-invitation";
import { editPerson } from "./edit-person";
import { invitePerson } from "./invite-person";
import { revokeInvitation } from "./revoke-invitation";

const password = "a sentence that nobody guesses";
const anAddress = () => `${randomUUID()}@example.com`;
let admin: SignedIn;
beforeAll(async () => {
  admin = await aPerson({ name: "Ana Kirsch", admin: true });
});

const invite = (some: Partial<Parameters<typeof invitePerson>[1]> = {}, at = NOON) =>
  invitePerson(scopeOf(admin, "invitation:create"), { email: anAddress(), ...some }, at);
const tokenIn = ({ path }: Invitation) => new URLSearchParams(path?.split("?")[1]).get("token") ?? "";
const accept = (invitation: Invitation, at = NOON) =>
  acceptInvitation({ token: tokenIn(invitation), name: "Mira", password }, at, "r");
const stateOf = async ({ id }: Invitation, at = NOON) =>
  (await loadInvitations(scopeOf(admin, "invitation:list"), { limit: 200 }, at)).items.find(
    (each) => each.id === id,
  )?.state;

describe("inviting", () => {
  it("tells the link once, and keeps only its SHA-256", async () => {
    const team = await aTeam("Payments");
    const teams = [{ team: team.slug, role: "lead" as const }];
    const made = await invite({ teams, executive: true });
    expect(made).toMatchObject({
      state: "open",
      teams,
      executive: true,
      admin: false,
      createdBy: { id: admin.person.id, name: "Ana Kirsch" },
      expiresAt: daysLater(7).toISOString(),
    });
    expect(made.path).toMatch(/^\/join\?token=[\w-]{43}$/);
    const row = await db().invitation.findUniqueOrThrow({ where: { id: made.id } });
    expect(row.tokenHash).toBe(secretHash(tokenIn(made)));
    const { items } = await loadInvitations(scopeOf(admin, "invitation:list"), {}, NOON);
    expect(items.find((each) => each.id === made.id)).toEqual({ ...made, path: null });
    const events = await db().auditEvent.findMany({ where: { subjectId: made.id } });
    expect(events).toMatchObject([{ action: "invitation.created", actorId: admin.person.id }]);
    expect(JSON.stringify(events[0]?.details)).not.toContain(tokenIn(made));
  });

  it("again replaces the open one of the address", async () => {
    const first = await invite();
    const second = await invite({ email: first.email, admin: true });
    expect([await stateOf(first), await stateOf(second)]).toEqual(["revoked", "open"]);
    await expect(accept(first)).rejects.toMatchObject({ code: "gone" });
    await accept(second);
    expect(await db().person.findUnique({ where: { email: first.email } })).toMatchObject({ admin: true });
  });

  it("one address ten times at once leaves one open invitation, and every caller an answer", async () => {
    const email = anAddress();
    const made = await Promise.all(Array.from({ length: 10 }, () => invite({ email })));
    const states = await Promise.all(made.map((each) => stateOf(each)));
    expect(states.filter((state) => state === "open")).toHaveLength(1);
  });

  it("somebody who is here is a conflict, which says so when they are disabled", async () => {
    const { person } = await aPerson();
    await expect(invite({ email: person.email })).rejects.toMatchObject({ code: "conflict" });
    await db().person.update({ where: { id: person.id }, data: { disabledAt: NOON } });
    await expect(invite({ email: person.email })).rejects.toThrow(/enable them/);
    expect(await db().invitation.count({ where: { email: person.email } })).toBe(0);
  });

  it("a refused invitation leaves the open one as it was", async () => {
    const open = await invite();
    const teams = [{ team: "no-such-team", role: "member" as const }];
    await expect(invite({ email: open.email, teams })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await stateOf(open)).toBe("open");
  });

  it("lists by page, newest first, and forgets what ended long ago", async () => {
    const scope = scopeOf(admin, "invitation:list");
    const at = daysLater(1000);
    const made = [await invite({}, at), await invite({}, at), await invite({}, daysLater(1001))];
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await loadInvitations(
        scope,
        { limit: 1, ...(cursor ? { cursor } : {}) },
        at,
      );
      seen.push(...items.map((each) => each.id));
      cursor = nextCursor ?? undefined;
    } while (cursor);
    expect(seen[0]).toBe(made[2]?.id);
    expect([...seen].sort()).toEqual(made.map((each) => each.id).sort());
    const broken = loadInvitations(scope, { cursor: "WyJ4IiwieSJd" }, at);
    await expect(broken).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("accepting", () => {
  it("makes the person with the address, rights and teams of the invitation, once", async () => {
    const team = await aTeam("Search");
    const gone = await aTeam("Gone");
    const teams = [
      { team: team.slug, role: "member" as const },
      { team: gone.slug, role: "lead" as const },
    ];
    const email = anAddress();
    const invitation = await invite({ email, executive: true, teams });
    await deleteTeam(scopeOf(gone.admin, "team:delete", gone.resource), NOON);
    const { person } = await accept(invitation, daysLater(6));
    const row = await db().person.findUniqueOrThrow({
      where: { id: person },
      include: { memberships: true, auditEvents: true },
    });
    expect(row).toMatchObject({ email, name: "Mira", executive: true, admin: false, disabledAt: null });
    expect(row.passwordHash).toMatch(/^\$argon2id\$/);
    expect(row.memberships).toMatchObject([{ teamId: team.id, role: "member" }]);
    expect(row.auditEvents).toMatchObject([{ action: "person.joined", subjectId: person }]);
    await expect(accept(invitation)).rejects.toMatchObject({ code: "gone" });
    expect(await stateOf(invitation)).toBe("accepted");
  });

  it("by eight at once: one joins", async () => {
    const invitation = await invite();
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => accept(invitation)));
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    for (const each of results.filter((one) => one.status === "rejected")) {
      expect(each).toMatchObject({ reason: { code: "gone" } });
    }
    expect(await db().person.count({ where: { email: invitation.email } })).toBe(1);
  });

  it("racing its being taken back: joined, or taken back, never both", async () => {
    for (let round = 0; round < 10; round += 1) {
      const invitation = await invite();
      const results = await Promise.allSettled([
        accept(invitation),
        revokeInvitation(scopeOf(admin, "invitation:revoke"), invitation.id, NOON),
      ]);
      const joined = (await db().person.count({ where: { email: invitation.email } })) === 1;
      expect(results.map((each) => each.status)).toEqual(
        joined ? ["fulfilled", "rejected"] : ["rejected", "fulfilled"],
      );
      expect(await stateOf(invitation)).toBe(joined ? "accepted" : "revoked");
    }
  });

  it.each<[string, (invitation: Invitation) => Promise<unknown>, number, string]>([
    ["over", async () => undefined, 7, "gone"],
    ["taken back", ({ id }) => revokeInvitation(scopeOf(admin, "invitation:revoke"), id, NOON), 1, "gone"],
    ["for an address that is somebody's by now", ({ email }) => taken(email), 1, "conflict"],
  ])("one that is %s makes nobody", async (_, change, days, code) => {
    const invitation = await invite();
    await change(invitation);
    const before = await db().person.count();
    await expect(accept(invitation, daysLater(days))).rejects.toMatchObject({ code });
    expect(await db().person.count()).toBe(before);
  });
  const taken = (email: string) =>
    db().person.create({ data: { id: randomUUID(), email, name: "First", createdAt: NOON } });

  it("a common password is refused, and the invitation stays open", async () => {
    const invitation = await invite();
    const body = { token: tokenIn(invitation), name: "Mira", password: "password1234" };
    const refused = acceptInvitation(body, NOON, "r");
    await expect(refused).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field: "password" }] },
    });
    expect(await stateOf(invitation)).toBe("open");
  });

  it("nobody joins by the word of an admin who was disabled or is none any more", async () => {
    const leaver = await aPerson({ admin: true });
    const open = await invitePerson(
      scopeOf(leaver, "invitation:create"),
      { email: anAddress(), admin: true },
      NOON,
    );

    const scope = scopeOf(admin, "person:edit", personResource(leaver.person.id));
    await editPerson(scope, { admin: false }, NOON);
    await expect(accept(open)).rejects.toMatchObject({ code: "gone" });
    const another = invitePerson(scopeOf(leaver, "invitation:create"), { email: anAddress() }, NOON);
    await expect(another).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("taking back", () => {
  it.each<[string, () => Promise<string>]>([
    ["one that was accepted", async () => acceptedOne()],
    ["one that is over", async () => (await invite({}, daysLater(-8))).id],
    ["one that never was", async () => randomUUID()],
    ["what is no id", async () => "no-such"],
  ])("%s is not found", async (_, make) => {
    const revoke = revokeInvitation(scopeOf(admin, "invitation:revoke"), await make(), NOON);
    await expect(revoke).rejects.toMatchObject({ code: "not_found" });
  });
  async function acceptedOne() {
    const invitation = await invite();
    await accept(invitation);
    return invitation.id;
  }
});

it("from the link to signing in, however the address is written: one person, with that address", async () => {
  const as = await signedIn(admin);
  const name = randomUUID();
  const invited = await send("invitePerson", { as, body: { email: `Mira.${name}@Example.COM` } });
  const token = tokenIn(invited.body as Invitation);
  const joined = await send("acceptInvitation", { body: { token, name: "Mira", password } });
  expect(joined).toMatchObject({ status: 201, body: { email: `mira.${name}@example.com` } });
  const from = { address: "192.0.2.90", userAgent: "", requestId: "r" };
  const signing = await signIn({ email: `MIRA.${name}@example.com`, password }, from, new Date());
  expect(signing).toMatchObject({
    kind: "session",
    personId: (joined.body as { person: string }).person,
    sessionId: expect.any(String),
  });
});
