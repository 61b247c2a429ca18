import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { db } from "../db/client";
import { audience } from "../queries/events/audience";
import { aPerson, aService, type SignedIn } from "../testing/factories";
import { type respond, send, signedIn } from "../testing/http";
import { leaveStreams, openStream, untilHello } from "../testing/open-stream";

let service: Awaited<ReturnType<typeof aService>>;
let ana: SignedIn;
let as: string;
const question = "simultaneous-edits-kept";
let version = 0;

beforeAll(async () => {
  service = await aService();
  ana = await aPerson({ name: "Ana Kirsch 🧭", admin: true });
  as = await signedIn(ana);
  // What the factories changed is not news any more.
  await db().$executeRaw`UPDATE "Change" SET "at" = "at" - interval '30 s'`;
});
afterEach(async () => {
  await leaveStreams();
  expect(audience().hearers.size).toBe(0);
});

const open = (sent: Parameters<typeof respond>[1] = { as }) => openStream(sent);
async function answer() {
  const body = { verdict: "no", reason: `not yet, ${version}`, expectedVersion: version };
  const reply = await send("saveAnswer", { as, params: { service: service.slug, question }, body });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  version += 1;
}
const change = (action: string, subjectType: string, subjectId: string) =>
  db().change.create({ data: { at: new Date(), action, subjectType, subjectId } });

describe("the stream of events", () => {
  it("greets, then tells at once what somebody changed, who, and nothing that is secret", async () => {
    const { response, events } = await open();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
    await untilHello(events);
    await answer();
    const told = await events.next();
    expect(told).toEqual({
      event: "change",
      id: expect.stringMatching(/^\d+$/),
      data: {
        id: told?.id,
        at: expect.stringMatching(/Z$/),
        action: "answer.saved",
        subjectType: "service",
        subject: service.id,
        service: service.slug,
        team: service.teamSlug,
        question,
        version,
        actor: { id: ana.person.id, name: "Ana Kirsch 🧭" },
      },
    });
  });

  it("tells nobody who signs in or makes tokens", async () => {
    const { events } = await open();
    let last = await untilHello(events);
    for (const action of ["session.created", "token.created", "invitation.created"]) {
      await change(action, "person", randomUUID());
    }
    await change("team.edited", "team", "a-team");
    while ((last?.data as { subject?: string } | undefined)?.subject !== "a-team") {
      last = await events.next();
      expect((last?.data as { action?: string } | undefined)?.action).toMatch(/^(?:answer|team)\./);
    }
  });

  it.each(["header", "query"])("goes on after the last event that was heard, by %s", async (way) => {
    const first = await open();
    const from = (await untilHello(first.events))?.id ?? "";
    await first.events.leave();
    const { id } = await change("service.edited", "service", "missed");
    const { events } = await open({
      as,
      ...(way === "header" ? { headers: { "last-event-id": from } } : { query: `after=${from}` }),
    });
    const seen: (string | null)[] = [];
    let event = await events.next();
    for (; event?.event === "change"; event = await events.next()) seen.push(event.id);
    expect(event).toMatchObject({ event: "hello", id: String(id) });
    expect(seen).toContain(String(id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("of who comes anew it tells the last seconds again, and nothing older", async () => {
    await db().$executeRaw`UPDATE "Change" SET "at" = "at" - interval '30 s'`;
    const { id } = await change("service.edited", "service", "just now");
    const { events } = await open();
    expect(await events.next()).toMatchObject({ event: "change", id: String(id) });
    expect(await events.next()).toMatchObject({ event: "hello", id: String(id) });
  });

  it("says reset when what was missed is not known any more", async () => {
    const { events } = await open({ as, query: "after=999999999" });
    expect((await events.next())?.event).toBe("reset");
    expect((await events.next())?.event).toBe("hello");
  });

  it("where no stream passes it tells what happened since, and ends", async () => {
    const { id } = await change("service.edited", "service", "polled");
    const { id: later } = await change("service.edited", "service", "polled later");
    const { events } = await open({ as, query: `once=true&after=${id}` });
    const all = [];
    for (let event = await events.next(); event; event = await events.next()) all.push(event);
    expect(all.at(-1)).toMatchObject({ event: "hello", id: String(later) });
    expect(all.at(-2)).toMatchObject({ event: "change", id: String(later) });
    expect(all.map((event) => event.id)).not.toContain(String(id));
    expect(await send("listenEvents", { as, query: "after=x" })).toMatchObject({ status: 400 });
  });

  it("a change that is both missed and heard is told once", async () => {
    const ids: (string | null)[] = [];
    const streams = await Promise.all([
      open(),
      ...Array.from({ length: 20 }, (_, each) => change("team.edited", "team", `burst ${each}`)),
    ]);
    const { events } = streams[0];
    const { id } = await change("team.edited", "team", "last");
    for (let event = await events.next(); event?.id !== String(id) || event?.event === "hello"; ) {
      if (event?.event === "change") ids.push(event.id);
      event = await events.next();
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(20);
  });
});
