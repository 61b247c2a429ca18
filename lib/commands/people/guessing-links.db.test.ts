import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../../auth/passwords";
import { newSecret } from "../../auth/secrets";
import { signIn } from "../../auth/sign-in";
import type { Invitation } from "../../contracts/people";
import { db } from "../../db/client";
import { loadInvitationByLink } from "../../queries/people/invitations";
import { aPerson, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { send } from "../../testing/http";
import { invitePerson } from "./invite-person";

const password = "a sentence that nobody guesses";
let admin: SignedIn;
beforeAll(async () => {
  admin = await aPerson({ admin: true });
  const passwordHash = await hashPassword(password);
  await db().person.update({ where: { id: admin.person.id }, data: { passwordHash } });
});
const invite = (at = NOON) =>
  invitePerson(scopeOf(admin, "invitation:create"), { email: `${randomUUID()}@example.com` }, at);
const tokenIn = ({ path }: Invitation) => new URLSearchParams(path?.split("?")[1]).get("token") ?? "";

describe("guessing links", () => {
  const hops = (address: string) => ({ "x-plumbline-peer": address });
  const guess = (address: string, token = newSecret()) =>
    send("acceptInvitation", { body: { token, name: "Eve", password }, headers: hops(address) });

  it("ten from one address are answered, then it waits, while others go on and sign in there; a right link costs nothing", async () => {
    const now = new Date();
    for (let n = 0; n < 12; n += 1) {
      expect(await guess("192.0.2.50", tokenIn(await invite(now)))).toMatchObject({ status: 201 });
    }
    for (let n = 0; n < 10; n += 1) expect(await guess("192.0.2.50")).toMatchObject({ status: 404 });
    const open = tokenIn(await invite(now));
    const slowed = await guess("192.0.2.50", open);
    expect(slowed).toMatchObject({ status: 429, body: { code: "too_many_attempts" } });
    expect(Number(slowed.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await guess("192.0.2.51", open)).toMatchObject({ status: 201 });
    const from = { address: "192.0.2.50", userAgent: "", requestId: "r" };
    const { email } = admin.person;
    expect(await signIn({ email, password }, from, now)).toMatchObject({ kind: "session" });
  });

  it("by looking at the page of a link counts as well", async () => {
    const look = (token: string) => loadInvitationByLink(token, "192.0.2.60", NOON);
    const invitation = await invite();
    expect(await look(tokenIn(invitation))).toMatchObject({ email: invitation.email, path: null });
    for (let n = 0; n < 10; n += 1) expect(await look(newSecret())).toBeNull();
    await expect(look(tokenIn(invitation))).rejects.toMatchObject({ code: "too_many_attempts" });
  });

  it("is counted although the reply was to be kept under an Idempotency-Key", async () => {
    const headers = { ...hops("192.0.2.70"), "idempotency-key": randomUUID() };
    const body = { token: newSecret(), name: "Eve", password };
    for (let n = 0; n < 10; n += 1) {
      expect(await send("acceptInvitation", { body, headers })).toMatchObject({ status: 404 });
    }
    expect(await send("acceptInvitation", { body, headers })).toMatchObject({ status: 429 });
  });

  it("another site may not accept for somebody", async () => {
    const body = { token: tokenIn(await invite(new Date())), name: "Mira", password };
    const headers = { origin: "https://evil.example" };
    expect(await send("acceptInvitation", { body, headers })).toMatchObject({
      status: 403,
      body: { code: "wrong_origin" },
    });
  });
});
