import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "../../auth/passwords";
import { personResource } from "../../auth/resources";
import { signIn } from "../../auth/sign-in";
import { loadSession } from "../../auth/viewer";
import { db } from "../../db/client";
import { aPerson, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { send, signedIn, tokenOf } from "../../testing/http";
import { changePassword } from "./change-password";
import { editPerson } from "./edit-person";

const current = "correct horse 🐎 battery";
const next = "another horse 🐴 battery";
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(current);
});

async function somebody(): Promise<SignedIn> {
  const viewer = await aPerson();
  await db().person.update({ where: { id: viewer.person.id }, data: { passwordHash } });
  return viewer;
}
const own = (viewer: SignedIn) => scopeOf(viewer, "person:edit_self", personResource(viewer.person.id));
const hashOf = async ({ person: { id } }: SignedIn) =>
  (await db().person.findUniqueOrThrow({ where: { id } })).passwordHash;

describe("changing one's password", () => {
  it("ends every other session, keeps this one and the tokens, and says so in the audit trail, not what it is", async () => {
    const me = await somebody();
    const elsewhere = { ...me, sessionId: randomUUID() };
    const [somebodyElse] = [await somebody()];
    for (const each of [me, elsewhere, somebodyElse]) await signedIn(each, NOON);
    await tokenOf(me.person.id, ["read"]);
    await changePassword(own(me), { current, next }, NOON);
    expect(await verifyPassword(await hashOf(me), next)).toBe(true);
    expect(await loadSession(me.sessionId, NOON)).not.toBeNull();
    expect(await loadSession(elsewhere.sessionId, NOON)).toBeNull();
    expect(await loadSession(somebodyElse.sessionId, NOON)).not.toBeNull();
    expect(await db().apiToken.count({ where: { personId: me.person.id, endedAt: null } })).toBe(1);
    const events = await db().auditEvent.findMany({ where: { subjectId: me.person.id } });
    expect(events).toMatchObject([{ action: "person.password_changed", actorId: me.person.id, details: {} }]);
  });

  it.each([
    ["a wrong current one", { current: `${current} `, next }, "refused", "current"],
    ["a common new one", { current, next: "password1234" }, "invalid_input", "next"],
  ])("with %s is refused and changes nothing", async (_, body, code, field) => {
    const me = await somebody();
    const change = changePassword(own(me), body, NOON);
    await expect(change).rejects.toMatchObject({ code, details: { fields: [{ field }] } });
    expect(await hashOf(me)).toBe(passwordHash);
  });

  it("who has no password here cannot make one up", async () => {
    const me = await aPerson();
    const change = changePassword(own(me), { current: "nobody has this password", next }, NOON);
    await expect(change).rejects.toMatchObject({ code: "refused" });
    expect(await hashOf(me)).toBeNull();
  });

  it("twice at once: one wins, and the other is told", async () => {
    const me = await somebody();
    const results = await Promise.allSettled(
      ["one sentence of mine", "two sentences of mine"].map((each) =>
        changePassword(own(me), { current, next: each }, NOON),
      ),
    );
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(results.find((each) => each.status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
  });

  it("racing a sign-in with the old one: no session of the old password is left", async () => {
    for (let round = 0; round < 8; round += 1) {
      const me = await somebody();
      await signedIn(me, NOON);
      const from = { address: `198.51.100.${round}`, userAgent: "", requestId: "r" };
      await Promise.all([
        changePassword(own(me), { current, next }, NOON),
        signIn({ email: me.person.email, password: current }, from, NOON),
      ]);
      const sessions = await db().session.findMany({ where: { personId: me.person.id } });
      expect(sessions.map((each) => each.id)).toEqual([me.sessionId]);
    }
  });

  it("disabling somebody while they sign in leaves no session", async () => {
    const admin = await aPerson({ admin: true });
    for (let round = 0; round < 8; round += 1) {
      const me = await somebody();
      const from = { address: `203.0.113.${round}`, userAgent: "", requestId: "r" };
      await Promise.all([
        signIn({ email: me.person.email, password: current }, from, NOON),
        editPerson(scopeOf(admin, "person:edit", personResource(me.person.id)), { disabled: true }, NOON),
      ]);
      expect(await db().session.count({ where: { personId: me.person.id } })).toBe(0);
    }
  });
});

describe("guessing the current password of a browser left open", () => {
  const attempt = async (as: string, body: object) =>
    send("changePassword", {
      as,
      params: { person: "me" },
      body,
      headers: { "x-plumbline-peer": randomUUID() },
    });

  it("is slowed down after ten, wherever from, and closes nobody's sign-in", async () => {
    const me = await somebody();
    const as = await signedIn(me);
    for (let n = 0; n < 10; n += 1) {
      expect(await attempt(as, { current: `guess ${n}`, next })).toMatchObject({ status: 422 });
    }
    expect(await attempt(as, { current, next })).toMatchObject({
      status: 429,
      body: { code: "too_many_attempts", detail: expect.stringMatching(/Wait \d+ seconds/) },
    });
    const from = { address: randomUUID(), userAgent: "", requestId: "r" };
    const signing = await signIn({ email: me.person.email, password: current }, from, new Date());
    expect(signing).toMatchObject({ kind: "session" });
    expect(await attempt(as, { current, next })).toMatchObject({ status: 429 });
    expect(await hashOf(me)).toBe(passwordHash);
  });

  it("is not forgiven for requests that ask nothing of the password", async () => {
    const me = await somebody();
    const as = await signedIn(me);
    for (let n = 0; n < 10; n += 1) {
      await attempt(as, { current: `guess ${n}`, next });
      if (n < 9) expect(await attempt(as, { current, next: "password1234" })).toMatchObject({ status: 400 });
    }
    expect(await attempt(as, { current, next })).toMatchObject({ status: 429 });
  });

  it("costs nothing who knows it, however often", async () => {
    const me = await somebody();
    const as = await signedIn(me);
    let [from, to] = [current, next];
    for (let n = 0; n < 12; n += 1) {
      expect(await attempt(as, { current: from, next: to })).toMatchObject({ status: 204 });
      [from, to] = [to, from];
    }
  });
});
