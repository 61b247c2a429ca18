import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../db/client";
import { aPerson, aService, type SignedIn } from "../testing/factories";
import { send, signedIn } from "../testing/http";

let service: Awaited<ReturnType<typeof aService>>;
beforeAll(async () => {
  service = await aService();
});

describe("what a browser does by itself does not keep a session from idling out", () => {
  const old = () => new Date(Date.now() - 10 * 60_000);
  const seen = async (viewer: SignedIn) =>
    (await db().session.findUniqueOrThrow({ where: { id: viewer.sessionId } })).lastSeenAt;
  const body = { tab: randomUUID(), question: null };
  it.each<[string, boolean, (cookie: string) => Promise<unknown>]>([
    ["listening", false, (cookie) => send("listenEvents", { as: cookie, query: "once=true" })],
    [
      "showing where one is",
      false,
      (cookie) => send("tellPresence", { as: cookie, params: { service: service.slug }, body }),
    ],
    ["refreshing", false, (cookie) => send("listTeams", { as: cookie, headers: { "x-background": "1" } })],
    ["reading", true, (cookie) => send("listTeams", { as: cookie })],
    [
      "writing, whatever it says",
      true,
      (cookie) => send("createTeam", { as: cookie, body: { name: "x" }, headers: { "x-background": "1" } }),
    ],
  ])("%s counts as use: %s", async (_, counts, request) => {
    const viewer = await aPerson();
    const at = old();
    await request(await signedIn(viewer, at));
    expect((await seen(viewer)).getTime() > at.getTime()).toBe(counts);
  });
});
