import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { loadTokenResource, personResource } from "../../auth/resources";
import { secretHash } from "../../auth/secrets";
import { db } from "../../db/client";
import { loadTokens } from "../../queries/tokens/tokens";
import { countStatements } from "../../testing/count-statements";
import { aPerson, daysLater, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { send, signedIn, tokenOf } from "../../testing/http";
import { editPerson } from "../people/edit-person";
import { createToken } from "./create-token";
import { endToken } from "./end-token";

const own = (viewer: SignedIn) => scopeOf(viewer, "token:create", personResource(viewer.person.id));
const list = (by: SignedIn, whose: SignedIn = by) =>
  scopeOf(by, "token:list", personResource(whose.person.id));
const body = { name: "Nightly export 🌙", scopes: ["read" as const, "answer" as const], days: 365 };

describe("making a token", () => {
  it("tells it once, with its prefix, and keeps only its SHA-256", async () => {
    const me = await aPerson();
    const made = await createToken(own(me), body, NOON);
    expect(made.secret).toMatch(/^plb_[\w-]{43}$/);
    expect(made).toMatchObject({
      name: body.name,
      scopes: ["read", "answer"],
      prefix: made.secret?.slice(0, 10),
      expiresAt: daysLater(365).toISOString(),
      lastUsedAt: null,
      endedAt: null,
    });
    const row = await db().apiToken.findUniqueOrThrow({ where: { id: made.id } });
    expect(row).toMatchObject({ personId: me.person.id, hash: secretHash(made.secret ?? "") });
    const { result, statements } = await countStatements(() => loadTokens(list(me), {}));
    expect(result.items).toEqual([{ ...made, secret: null }]);
    expect(statements).toHaveLength(1);
    const [event] = await db().auditEvent.findMany({ where: { subjectId: made.id } });
    expect(event).toMatchObject({ action: "token.created", actorId: me.person.id, details: body });
  });

  it.each([
    ["no scope", { scopes: [] }, "scopes"],
    ["one scope twice", { scopes: ["read", "read"] }, "scopes"],
    ["a scope that is none", { scopes: ["sign"] }, "scopes.0"],
    ["more than a year", { days: 366 }, "days"],
    ["no time at all", { days: 0 }, "days"],
    ["half a day", { days: 0.5 }, "days"],
    ["no name", { name: " " }, "name"],
  ])("with %s is refused", async (_, some, field) => {
    const as = await signedIn(await aPerson());
    expect(await send("createToken", { as, body: { ...body, ...some } })).toMatchObject({
      status: 400,
      body: { errors: [{ field }] },
    });
  });

  it("under an Idempotency-Key makes one, and its secret is kept nowhere", async () => {
    const me = await aPerson();
    const as = await signedIn(me);
    const headers = { "idempotency-key": randomUUID() };
    const first = await send("createToken", { as, body, headers });
    const again = await send("createToken", { as, body, headers });
    const { secret } = first.body as { secret: string };
    expect(secret).toMatch(/^plb_/);
    expect(again).toMatchObject({ status: 201, body: { ...(first.body as object), secret: null } });
    expect(await db().apiToken.count({ where: { personId: me.person.id } })).toBe(1);
    const kept = await db().idempotentReply.findMany({ where: { person: me.person.id } });
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it("a hundred in force are enough", async () => {
    const me = await aPerson();
    for (let n = 0; n < 99; n += 1) await tokenOf(me.person.id, ["read"]);
    await tokenOf(me.person.id, ["read"], { endedAt: NOON });
    await createToken(own(me), body, new Date());
    await expect(createToken(own(me), body, new Date())).rejects.toMatchObject({ code: "refused" });
  });

  it("racing the disabling of its owner: none in force is left", async () => {
    const admin = await aPerson({ admin: true });
    for (let round = 0; round < 30; round += 1) {
      const me = await aPerson();
      const late = new Promise((resolve) => setTimeout(resolve, round % 10));
      await Promise.allSettled([
        late.then(() => createToken(own(me), body, NOON)),
        editPerson(scopeOf(admin, "person:edit", personResource(me.person.id)), { disabled: true }, NOON),
      ]);
      expect(await db().apiToken.count({ where: { personId: me.person.id, endedAt: null } })).toBe(0);
    }
  });
});

describe("tokens of others", () => {
  it("an admin lists and ends them; the owner finds out who did", async () => {
    const [me, admin] = [await aPerson(), await aPerson({ admin: true })];
    const { id, headers } = await tokenOf(me.person.id, ["read"]);
    const as = await signedIn(admin);
    const found = await send("listTokens", { as, query: `person=${me.person.id}` });
    expect(found.body).toMatchObject({ items: [{ id, endedAt: null, secret: null }], nextCursor: null });
    expect(await send("endToken", { as, params: { token: id } })).toMatchObject({ status: 204 });
    expect(await send("listTeams", { headers })).toMatchObject({ status: 401 });
    const events = await db().auditEvent.findMany({ where: { subjectId: id } });
    expect(events).toMatchObject([
      { action: "token.ended", actorId: admin.person.id, details: { owner: me.person.id } },
    ]);
  });

  it("nobody else does, and one's own list has one's own only", async () => {
    const [me, other] = [await aPerson(), await aPerson()];
    const { id } = await tokenOf(other.person.id, ["read"]);
    const mine = await tokenOf(me.person.id, ["read"]);
    const as = await signedIn(me);
    expect(await send("listTokens", { as, query: `person=${other.person.id}` })).toMatchObject({
      status: 403,
    });
    expect(await send("endToken", { as, params: { token: id } })).toMatchObject({ status: 403 });
    expect((await send("listTokens", { as })).body).toMatchObject({ items: [{ id: mine.id }] });
    expect(await db().apiToken.findUniqueOrThrow({ where: { id } })).toMatchObject({ endedAt: null });
  });

  it.each(["no-such", randomUUID()])("token %s is not found", async (token) => {
    const as = await signedIn(await aPerson({ admin: true }));
    expect(await send("endToken", { as, params: { token } })).toMatchObject({ status: 404 });
    expect(await send("listTokens", { as, query: `person=${token}` })).toMatchObject({ status: 404 });
  });

  it("ended twice at once is ended once, at the first instant", async () => {
    const me = await aPerson();
    const { id } = await tokenOf(me.person.id, ["read"]);
    const scope = scopeOf(me, "token:end", await loadTokenResource(id));
    await Promise.all([endToken(scope, NOON), endToken(scope, NOON)]);
    await endToken(scope, daysLater(1));
    expect(await db().apiToken.findUniqueOrThrow({ where: { id } })).toMatchObject({ endedAt: NOON });
    expect(await db().auditEvent.count({ where: { subjectId: id } })).toBe(1);
  });

  it("the list pages by key, newest first", async () => {
    const me = await aPerson();
    const made: string[] = [];
    for (const day of [0, 1, 1]) made.push((await createToken(own(me), body, daysLater(day))).id);
    const first = await loadTokens(list(me), { limit: 2 });
    const second = await loadTokens(list(me), { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map((each) => each.id)).toHaveLength(3);
    expect(second).toMatchObject({ items: [{ id: made[0] }], nextCursor: null });
  });
});
