import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { personResource } from "../../auth/resources";
import { db } from "../../db/client";
import { loadSessions } from "../../queries/people/sessions";
import { countStatements } from "../../testing/count-statements";
import { aPerson, type SignedIn, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";

const MINUTE = 60_000;
const ago = (ms: number) => new Date(Date.now() - ms);
const scope = (by: SignedIn, whose: SignedIn = by) =>
  scopeOf(by, "session:list", personResource(whose.person.id));
/** The same person in another browser. */
const elsewhere = (viewer: SignedIn): SignedIn => ({ ...viewer, sessionId: randomUUID() });

describe("the list of sessions", () => {
  it("has those in force, the one used last first, and knows which one asks; one statement", async () => {
    const me = await aPerson();
    const [here, old, idle, over] = [me, elsewhere(me), elsewhere(me), elsewhere(me)];
    for (const each of [here, old, idle, over]) await signedIn(each);
    const set = ({ sessionId: id }: SignedIn, data: object) => db().session.update({ where: { id }, data });
    await set(old, { lastSeenAt: ago(10 * MINUTE), userAgent: "Firefox 🦊", address: "192.0.2.7" });
    await set(idle, { lastSeenAt: ago(61 * MINUTE) });
    await set(over, { createdAt: ago(800 * MINUTE), expiresAt: ago(MINUTE) });
    const { result, statements } = await countStatements(() => loadSessions(scope(here), {}, new Date()));
    expect(statements).toHaveLength(1);
    expect(result).toMatchObject({
      items: [
        { id: here.sessionId, current: true },
        { id: old.sessionId, current: false, userAgent: "Firefox 🦊", address: "192.0.2.7" },
      ],
      nextCursor: null,
    });
    const admin = await aPerson({ admin: true });
    const seen = await loadSessions(scope(admin, me), {}, new Date());
    expect(seen.items.map((each) => each.current)).toEqual([false, false]);
  });

  it("pages by key, through sessions used in the same instant", async () => {
    const me = await aPerson();
    const at = ago(MINUTE);
    const all = [me, elsewhere(me), elsewhere(me)];
    for (const each of all) await signedIn(each, at);
    const seen: string[] = [];
    for (let cursor: string | undefined, n = 0; n === 0 || cursor; n += 1) {
      const page = await loadSessions(scope(me), { limit: 1, ...(cursor ? { cursor } : {}) }, new Date());
      seen.push(...page.items.map((each) => each.id));
      cursor = page.nextCursor ?? undefined;
    }
    expect(seen.sort()).toEqual(all.map((each) => each.sessionId).sort());
  });
});

describe("ending a session", () => {
  it("signs that browser out, and no other", async () => {
    const me = await aPerson();
    const other = elsewhere(me);
    const [here, there] = [await signedIn(me), await signedIn(other)];
    const params = { person: "me", session: other.sessionId };
    expect(await send("endSession", { as: here, params })).toMatchObject({ status: 204 });
    expect(await send("listTeams", { as: there })).toMatchObject({ status: 401 });
    expect(await send("listTeams", { as: here })).toMatchObject({ status: 200 });
    expect(await send("endSession", { as: here, params })).toMatchObject({ status: 404 });
    const events = { subjectId: me.person.id, action: "session.ended" };
    expect(await db().auditEvent.count({ where: events })).toBe(1);
  });

  it("the one that asks signs oneself out", async () => {
    const me = await aPerson();
    const as = await signedIn(me);
    expect(await send("endSession", { as, params: { person: "me", session: me.sessionId } })).toMatchObject({
      status: 204,
    });
    expect(await send("listTeams", { as })).toMatchObject({ status: 401 });
  });

  it("of somebody else is not found under one's own name, and forbidden under theirs", async () => {
    const [me, other] = [await aPerson(), await aPerson()];
    const [as, theirs] = [await signedIn(me), await signedIn(other)];
    const session = other.sessionId;
    expect(await send("endSession", { as, params: { person: "me", session } })).toMatchObject({
      status: 404,
    });
    expect(await send("endSession", { as, params: { person: other.person.id, session } })).toMatchObject({
      status: 403,
    });
    expect(await send("listTeams", { as: theirs })).toMatchObject({ status: 200 });
  });

  it.each(["no-such", "-".repeat(36)])("%s is not found", async (session) => {
    const as = await signedIn(await aPerson());
    expect(await send("endSession", { as, params: { person: "me", session } })).toMatchObject({
      status: 404,
    });
  });

  it("all but the one that asks; an admin ends all of somebody's", async () => {
    const [me, admin] = [await aPerson(), await aPerson({ admin: true })];
    const [here, there] = [await signedIn(me), await signedIn(elsewhere(me))];
    await signedIn(elsewhere(me));
    expect(await send("endSessions", { as: here, params: { person: "me" } })).toMatchObject({ status: 204 });
    expect(await send("listTeams", { as: there })).toMatchObject({ status: 401 });
    const list = await send("listSessions", { as: here, params: { person: "me" } });
    expect(list.body).toMatchObject({ items: [{ id: me.sessionId, current: true }] });
    const as = await signedIn(admin);
    await send("endSessions", { as, params: { person: me.person.id } });
    expect(await send("listTeams", { as: here })).toMatchObject({ status: 401 });
    expect(await send("listTeams", { as })).toMatchObject({ status: 200 });
    const events = await db().auditEvent.findMany({
      where: { subjectId: me.person.id },
      orderBy: { id: "asc" },
    });
    expect(events).toMatchObject([
      { actorId: me.person.id, details: { ended: 2 } },
      { actorId: admin.person.id, details: { ended: 1 } },
    ]);
  });
});
