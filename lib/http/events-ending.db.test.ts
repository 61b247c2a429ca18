import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { drain, lifecycle } from "../config/lifecycle";
import { metrics } from "../config/metrics";
import { db } from "../db/client";
import { audience } from "../queries/events/audience";
import type { readEvents } from "../testing/event-reader";
import { aPerson, type SignedIn } from "../testing/factories";
import { respond, send, signedIn, tokenOf } from "../testing/http";
import { leaveStreams, openStream, untilHello } from "../testing/open-stream";

let ana: SignedIn;
let as: string;

beforeAll(async () => {
  ana = await aPerson({ admin: true });
  as = await signedIn(ana);
});
afterEach(async () => {
  vi.useRealTimers();
  await leaveStreams();
  expect(audience().hearers.size).toBe(0);
});

const open = (sent: Parameters<typeof respond>[1] = { as }) => openStream(sent);
const change = (action: string, subjectType: string, subjectId: string) =>
  db().change.create({ data: { at: new Date(), action, subjectType, subjectId } });

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
    // One after the other: at once they may find all connections taken, which is refused too.
    const streams = [await open({ as: cookie })];
    while (streams.length < 20) streams.push(await open({ as: cookie }));
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
