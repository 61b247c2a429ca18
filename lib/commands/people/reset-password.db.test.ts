import { describe, expect, it } from "vitest";
import { signIn } from "../../auth/sign-in";
import { db } from "../../db/client";
import { aPerson, NOON } from "../../testing/factories";
import { signedIn, tokenOf } from "../../testing/http";
import { resetPassword } from "./reset-password";

let address = 0;
const signInWith = (email: string, password: string) => {
  address += 1;
  return signIn({ email, password }, { address: `192.0.2.${address}`, userAgent: "", requestId: "r" }, NOON);
};

describe("a password reset by who runs the installation", () => {
  it("lets somebody in again who is slowed down, ends their sessions and says so in the audit trail", async () => {
    const me = await aPerson({ admin: true });
    await signedIn(me, NOON);
    await tokenOf(me.person.id, ["read"]);
    for (let n = 0; n < 11; n += 1) await signInWith(me.person.email, "not it, not it");
    expect(await signInWith(me.person.email, "not it, not it")).toMatchObject({ kind: "slowed" });
    const password = await resetPassword(me.person.email.toUpperCase(), NOON);
    expect(password).toMatch(/^[\w-]{24}$/);
    expect(await db().session.count({ where: { personId: me.person.id } })).toBe(0);
    expect(await db().apiToken.count({ where: { personId: me.person.id, endedAt: null } })).toBe(1);
    expect(await signInWith(me.person.email, password)).toMatchObject({ kind: "session" });
    const [event] = await db().auditEvent.findMany({ where: { subjectId: me.person.id } });
    expect(event).toMatchObject({ action: "person.password_reset", actorId: null, details: {} });
  });

  it.each([
    ["nobody", { email: "nobody@example.com" }, "not_found"],
    ["somebody disabled", { disabledAt: NOON }, "refused"],
    ["somebody invented", { example: true }, "refused"],
  ])("of %s is refused", async (_, some, code) => {
    const id = crypto.randomUUID();
    const email = `${id}@example.com`;
    if (code === "refused") {
      await db().person.create({ data: { id, email, name: "Noor", createdAt: NOON, ...some } });
    }
    await expect(resetPassword(email, NOON)).rejects.toMatchObject({ code });
    expect(await db().auditEvent.count({ where: { subjectId: id } })).toBe(0);
  });
});
