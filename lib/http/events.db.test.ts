import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { drain, lifecycle } from "../config/lifecycle";
import { metrics } from "../config/metrics";
import { db } from "../db/client";
import { audience } from "../queries/events/audience";
import type { readEvents } from "../testing/event-reader";
import { aPerson, aService, type SignedIn } from "../testing/factories";
import { respond, send, signedIn, tokenOf } from "../testing/http";
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
  vi.useRealTimers();
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

describe("the stream ends", () => {
  async function leaver() {
    const viewer = await aPerson();
    const cookie = await signedIn(viewer);
    const { events } = await open({ as: cookie });
    await untilHello(events);
    return { viewer, cookie, events };
  }
  const untilEnd = async (events: ReturnType<typeof readEvents>) => {
    while (await events.next());
    return true;
  };

  it("at once when its session is ended", async () => {
    const { viewer, cookie, events } = await leaver();
    const { body } = await send("listSessions", { as: cookie, params: { person: "me" } });
    const [session] = (body as { items: { id: string }[] }).items;
    const params = { person: "me", session: session?.id ?? "" };
    expect((await send("endSession", { as: cookie, params })).status).toBe(204);
    expect(await untilEnd(events)).toBe(true);
    expect(await db().session.count({ where: { personId: viewer.person.id } })).toBe(0);
  });

  it("within a minute when the session is over without a word", async () => {
    vi.useFakeTimers({ toFake: ["setInterval"] });
    const { viewer, events } = await leaver();
    await vi.advanceTimersByTimeAsync(20_000);
    let event = await events.next();
    while (event?.event === "change") event = await events.next();
    expect(event?.event).toBe("comment");
    await db().session.deleteMany({ where: { personId: viewer.person.id } });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await untilEnd(events)).toBe(true);
  });

  it("when the token that opened it is ended", async () => {
    const { person } = await aPerson({ admin: true });
    const { id, headers } = await tokenOf(person.id, ["read"]);
    const { events } = await open({ headers });
    await untilHello(events);
    await db().apiToken.update({ where: { id }, data: { endedAt: new Date() } });
    await change("token.ended", "token", id);
    expect(await untilEnd(events)).toBe(true);
  });

  it("not because somebody else's rights changed, nor because the database is away for a moment", async () => {
    const { viewer, events } = await leaver();
    await change("person.edited", "person", ana.person.id);
    vi.spyOn(db(), "$queryRaw").mockRejectedValueOnce(new Error("Connection terminated"));
    await change("person.edited", "person", viewer.person.id);
    await change("team.edited", "team", "after that");
    let event = await events.next();
    while (event && (event.data as { subject?: string }).subject !== "after that")
      event = await events.next();
    expect(event).not.toBeNull();
    vi.restoreAllMocks();
  });

  it("when the process is to stop, which takes no new ones", async () => {
    const { events } = await leaver();
    try {
      drain();
      expect(await untilEnd(events)).toBe(true);
      expect(lifecycle().onDrain.size).toBe(0);
      expect(await send("listenEvents", { as })).toMatchObject({ status: 503 });
    } finally {
      lifecycle().draining = false;
    }
  });

  it("for who does not keep up, without holding up the others", async () => {
    const { events: slow } = await leaver();
    const { events: quick } = await open();
    for (let round = 1; round <= 10; round += 1) {
      await db().$executeRaw`INSERT INTO "Change" ("at", "action", "subjectType", "subjectId")
        SELECT clock_timestamp(), 'team.edited', 'team', ${`flood ${round} `} || n FROM generate_series(1, 200) n`;
      let count = 0;
      while (count < 200) {
        const event = await quick.next();
        expect(event).not.toBeNull();
        if (JSON.stringify(event?.data).includes(`flood ${round} `)) count += 1;
      }
    }
    expect(audience().hearers.size).toBe(1);
    await expect(untilEnd(slow)).rejects.toThrow("does not keep up");
  });

  it("one person has at most twenty open, and closing one makes room", async () => {
    const person = await aPerson();
    const cookie = await signedIn(person);
    const streams = await Promise.all(Array.from({ length: 20 }, () => open({ as: cookie })));
    expect(await send("listenEvents", { as: cookie })).toMatchObject({
      status: 429,
      body: { code: "too_many_attempts" },
    });
    expect((await metrics().eventStreams.get()).values[0]?.value).toBe(20);
    await streams[0]?.events.leave();
    await open({ as: cookie });
  });

  it.each(["before it was made", "before anything of it was sent"])(
    "nobody is left listening to one whose client went %s",
    async (when) => {
      const going = new AbortController();
      if (when === "before it was made") going.abort();
      const response = await respond("listenEvents", { as, signal: going.signal });
      going.abort();
      await vi.waitFor(() => expect(audience().hearers.size).toBe(0));
      expect((await metrics().eventStreams.get()).values[0]?.value).toBe(0);
      expect(response.status).toBe(200);
    },
  );
});
