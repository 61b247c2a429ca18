import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../db/client";
import { aPerson, aService, type SignedIn } from "../testing/factories";
import { cookieOf, HOST, ORIGIN, send, signedIn, withEnv } from "../testing/http";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ago = (ms: number) => new Date(Date.now() - ms);

let as: string;
beforeAll(async () => {
  as = await signedIn((await aService()).admin);
});
const createTeam = (headers: Record<string, string | null>, cookie: string | undefined = as) =>
  send("createTeam", { as: cookie, body: { name: "Origin" }, headers });

describe("where a request comes from", () => {
  it.each<[string, Record<string, string | null>, number]>([
    ["our own page", {}, 201],
    ["our own page by https behind a proxy", { origin: `https://${HOST}` }, 201],
    ["our own page, written in capitals", { host: HOST.toUpperCase() }, 201],
    ["another site", { origin: "https://evil.example" }, 403],
    ["another port", { origin: "http://plumbline.test:3001" }, 403],
    ["a subdomain", { origin: `http://x.${HOST}` }, 403],
    ["a name that begins with ours", { origin: `http://${HOST}.evil.example` }, 403],
    ["a sandboxed page", { origin: "null" }, 403],
    ["a sandboxed page, without a host", { origin: "null", host: null }, 403],
    ["nowhere", { origin: "" }, 403],
    ["nobody knows where, with a cookie", { origin: null }, 403],
    [
      "another site that claims to be our host by a proxy header",
      {
        origin: "https://evil.example",
        "x-forwarded-host": "evil.example",
      },
      403,
    ],
  ])("%s", async (_, headers, status) => {
    const before = await db().team.count();
    const reply = await createTeam(headers);
    expect(reply.status, JSON.stringify(reply.body)).toBe(status);
    if (status === 403) expect(reply.body).toMatchObject({ code: "wrong_origin" });
    expect(await db().team.count()).toBe(before + (status === 201 ? 1 : 0));
  });

  it("without a cookie it need not say, and is not signed in; another site is refused all the same", async () => {
    expect(await createTeam({ origin: null, cookie: null })).toMatchObject({ status: 401 });
    expect(await createTeam({ origin: "https://evil.example", cookie: null })).toMatchObject({ status: 403 });
  });

  it("PLUMBLINE_URL counts, not the Host, when it is set", async () => {
    await withEnv({ PLUMBLINE_URL: "http://ready.example" }, async () => {
      expect(await createTeam({ origin: "http://ready.example" })).toMatchObject({ status: 201 });
      expect(await createTeam({ origin: ORIGIN })).toMatchObject({ status: 403 });
      expect(await createTeam({ origin: "https://ready.example" })).toMatchObject({ status: 403 });
    });
  });

  it("reading needs no Origin", async () => {
    const headers = { origin: null };
    expect(await send("listTeams", { as, headers })).toMatchObject({ status: 200 });
    expect(await send("listTeams", { as, headers: { origin: "https://evil.example" } })).toMatchObject({
      status: 200,
    });
  });

  it("under https the cookie is the one that no subdomain can set, and answers say so for a year", async () => {
    await withEnv({ PLUMBLINE_URL: `https://${HOST}` }, async () => {
      expect(await send("listTeams", { as })).toMatchObject({ status: 401 });
      const reply = await send("listTeams", { as: `__Host-${as}` });
      expect(reply.status).toBe(200);
      expect(reply.headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
    });
  });
});

describe("a session", () => {
  const row = (viewer: SignedIn, data: object) =>
    db().session.update({ where: { id: viewer.sessionId }, data });
  it.each<[string, number, (viewer: SignedIn) => Promise<unknown>]>([
    ["just begun", 200, async () => undefined],
    ["used 59 minutes ago", 200, (viewer) => row(viewer, { lastSeenAt: ago(59 * MINUTE) })],
    ["idle for an hour", 401, (viewer) => row(viewer, { lastSeenAt: ago(HOUR + 1000) })],
    ["expired", 401, (viewer) => row(viewer, { createdAt: ago(13 * HOUR), expiresAt: ago(1000) })],
    ["deleted", 401, (viewer) => db().session.delete({ where: { id: viewer.sessionId } })],
    [
      "of a person who was disabled",
      401,
      (viewer) => db().person.update({ where: { id: viewer.person.id }, data: { disabledAt: ago(1000) } }),
    ],
  ])("%s answers %i", async (_, status, change) => {
    const viewer = await aPerson();
    const cookie = await signedIn(viewer);
    await change(viewer);
    const reply = await send("listTeams", { as: cookie });
    expect(reply.status).toBe(status);
    if (status === 401) expect(reply.body).toMatchObject({ code: "not_signed_in" });
  });

  it("rights are those of now, not of when it began", async () => {
    const viewer = await aPerson({ admin: true });
    const cookie = await signedIn(viewer);
    expect(await createTeam({}, cookie)).toMatchObject({ status: 201 });
    await db().person.update({ where: { id: viewer.person.id }, data: { admin: false } });
    expect(await createTeam({}, cookie)).toMatchObject({ status: 403 });
  });

  it.each([
    ["nonsense", async () => "plumbline.session=nonsense"],
    ["a session that never was", () => cookieOf(randomUUID())],
    ["an id that is none", () => cookieOf("' OR 1=1 --")],
    ["an id of 36 hyphens", () => cookieOf("-".repeat(36))],
    ["nothing", async () => "plumbline.session="],
    ["a cookie that somebody changed", async () => `${as.slice(0, -4)}AAAA`],
  ])("a cookie of %s is nobody", async (_, make) => {
    expect(await send("listTeams", { as: await make() })).toMatchObject({
      status: 401,
      body: { code: "not_signed_in" },
    });
  });

  it("a cookie made with another secret is nobody", async () => {
    const viewer = await aPerson();
    await signedIn(viewer);
    const NEXTAUTH_SECRET = "another secret, which is long enough too";
    const forged = await withEnv({ NEXTAUTH_SECRET }, () => cookieOf(viewer.sessionId));
    expect(await send("listTeams", { as: forged })).toMatchObject({ status: 401 });
  });
});

describe("every answer", () => {
  it.each([
    ["that a proxy gave", "0123456789abcdef-proxy", true],
    ["that is too short", "abc", false],
    ["that would break a log line", `a${" ".repeat(20)}b`, false],
    ["that is too long", "a".repeat(101), false],
  ])("carries the request id %s: %s → %s", async (_, id, kept) => {
    const reply = await send("listTeams", { headers: { "x-request-id": id } });
    const given = reply.headers.get("x-request-id");
    expect(given === id).toBe(kept);
    expect(given).toMatch(/^[\w.:-]{8,100}$/);
    expect(reply.body).toMatchObject({ requestId: given });
  });

  it("is kept by no cache and runs no script", async () => {
    for (const reply of [await send("listTeams", { as }), await send("listTeams")]) {
      expect(reply.headers.get("cache-control")).toBe("no-store");
      expect(reply.headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });
});
