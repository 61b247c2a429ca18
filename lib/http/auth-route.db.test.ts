import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../auth/passwords";
import { problem } from "../contracts/organisation";
import { db } from "../db/client";
import { aPerson } from "../testing/factories";
import { HOST, respond, send, withEnv } from "../testing/http";
import { Browser } from "../testing/next-auth";

const PASSWORD = "correct horse battery";
const COOKIE = "plumbline.session";

let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});
async function somebody() {
  const viewer = await aPerson();
  await db().person.update({ where: { id: viewer.person.id }, data: { passwordHash } });
  return viewer.person;
}
const peer = () => ({ "x-plumbline-peer": `192.0.2.${randomUUID()}` });
const asOf = (browser: Browser) => `${COOKIE}=${browser.cookies.get(COOKIE)}`;

async function expectProblem(response: Response, status: number, code: string) {
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(problem.parse(await response.json())).toMatchObject({ status, code });
}

describe("signing in by next-auth's routes", () => {
  it("sets a cookie that the API takes; the session endpoint carries the person's id; signing out deletes the row", async () => {
    const person = await somebody();
    const browser = new Browser(peer());
    const signedIn = await browser.signIn(person.email, PASSWORD);
    expect(signedIn.status).toBe(200);
    const set = signedIn.headers.getSetCookie().find((line) => line.startsWith(COOKIE));
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    expect(await send("listTeams", { as: asOf(browser) })).toMatchObject({ status: 200 });
    const session = await browser.send("session");
    expect(await session.json()).toMatchObject({ user: { ...person } });
    expect(session.headers.get("x-request-id")).toBeTruthy();
    const kept = asOf(browser);
    expect(await db().session.count({ where: { personId: person.id } })).toBe(1);
    expect((await browser.post("signout", {})).status).toBe(200);
    expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
    expect(browser.cookies.has(COOKIE)).toBe(false);
    expect(await send("listTeams", { as: kept })).toMatchObject({ status: 401 });
    expect(await (await browser.send("session")).json()).toEqual({});
  });

  it("a deleted row is a signed-out browser, at the session endpoint too", async () => {
    const person = await somebody();
    const browser = new Browser(peer());
    await browser.signIn(person.email, PASSWORD);
    await db().session.deleteMany({ where: { personId: person.id } });
    expect(await (await browser.send("session")).json()).toEqual({});
  });

  it.each([
    ["a wrong password", "wrong password, sorry"],
    ["no password", ""],
    ["a NUL in the password", `${PASSWORD}\u0000`],
    ["a password of 129 characters", "p".repeat(129)],
  ])("with %s is 401 and sets no session", async (_, password) => {
    const browser = new Browser(peer());
    expect((await browser.signIn((await somebody()).email, password)).status).toBe(401);
    expect(browser.cookies.has(COOKIE)).toBe(false);
  });

  it("without next-auth's csrf token signs nobody in", async () => {
    const { email } = await somebody();
    const browser = new Browser(peer());
    const body = new URLSearchParams({ email, password: PASSWORD, json: "true" });
    await browser.send("callback/credentials", { method: "POST", body });
    expect(browser.cookies.has(COOKIE)).toBe(false);
    expect(await db().session.count({ where: { person: { email } } })).toBe(0);
  });
});

describe("what next-auth would let in", () => {
  const json = { "content-type": "application/json" };
  const post = (body: string, headers: Record<string, string | null>) =>
    new Browser(peer()).send("callback/credentials", { method: "POST", body, headers });

  it.each([
    ["bad JSON", "{", json, 400, "invalid_input"],
    ["a NUL in JSON", '{"email":"a\\u0000"}', json, 400, "invalid_input"],
    ["another type", "x", { "content-type": "text/plain" }, 415, "unsupported_media_type"],
    ["more than 1 MB", `{"a":"${"x".repeat(1_000_000)}"}`, json, 413, "too_large"],
    ["a foreign Origin", "{}", { ...json, origin: "https://evil.example" }, 403, "wrong_origin"],
    ["a sandboxed Origin", "{}", { ...json, origin: "null" }, 403, "wrong_origin"],
  ])("%s is refused", async (_, body, headers, status, code) => {
    await expectProblem(await post(body, headers), status, code);
  });

  it("a sign-out from another site, or from nowhere with our cookie, is refused and ends nothing", async () => {
    const person = await somebody();
    const browser = new Browser(peer());
    await browser.signIn(person.email, PASSWORD);
    for (const origin of ["https://evil.example", null]) {
      const headers = { ...json, origin };
      await expectProblem(
        await browser.send("signout", { method: "POST", body: "{}", headers }),
        403,
        "wrong_origin",
      );
    }
    expect(await db().session.count({ where: { personId: person.id } })).toBe(1);
  });

  it.each(["nowhere", "signin/google", "callback/nobody", "%00", "callback"])(
    "an address that is none (%s) is no defect",
    async (path) => {
      const browser = new Browser(peer());
      expect((await browser.send(path)).status).toBeLessThan(500);
      const body = new URLSearchParams({ json: "true" });
      expect((await browser.send(path, { method: "POST", body })).status).toBeLessThan(500);
    },
  );

  it("a callbackUrl to another site is not followed", async () => {
    const person = await somebody();
    const browser = new Browser(peer());
    const fields = { email: person.email, password: PASSWORD, callbackUrl: "https://evil.example/" };
    const reply = await browser.post("callback/credentials", fields);
    expect(await reply.text()).not.toContain("evil.example");
  });

  it("under https the cookies are Secure and of this host alone", async () => {
    await withEnv({ PLUMBLINE_URL: `https://${HOST}` }, async () => {
      const browser = new Browser({ ...peer(), origin: `https://${HOST}` });
      const reply = await browser.signIn((await somebody()).email, PASSWORD);
      const set = reply.headers.getSetCookie().find((line) => line.startsWith(`__Host-${COOKIE}=`));
      expect(set).toMatch(/; Secure/i);
      expect(set).toMatch(/Path=\//i);
      expect(set).not.toMatch(/Domain/i);
    });
  });
});

describe("the device cookie", () => {
  const DEVICE = "plumbline.device";
  const lock = async (email: string) => {
    for (let n = 0; n < 11; n += 1) await new Browser(peer()).signIn(email, "wrong password");
  };
  const enter = async (browser: Browser, email: string, password = PASSWORD) => {
    await browser.post("signout", {});
    return (await browser.signIn(email, password)).status;
  };

  it("opens a locked account to the browser that has it, after signing out too; strangers wait", async () => {
    const { email } = await somebody();
    const browser = new Browser(peer());
    const reply = await browser.signIn(email, PASSWORD);
    const set = reply.headers.getSetCookie().find((line) => line.startsWith(DEVICE));
    expect(set).toMatch(/; HttpOnly/i);
    expect(set).toMatch(/; SameSite=Lax/i);
    expect(set).toMatch(/; Max-Age=34560000/i);
    expect(set).not.toContain(email);
    await lock(email);
    expect(await enter(new Browser(peer()), email)).toBe(429);
    expect(await enter(browser, email)).toBe(200);
    expect(await enter(new Browser(peer()), email)).toBe(429);
  });

  it("is of several people who share a browser, and under https of this host alone", async () => {
    await withEnv({ PLUMBLINE_URL: `https://${HOST}` }, async () => {
      const [ana, ben] = [await somebody(), await somebody()];
      const browser = new Browser({ ...peer(), origin: `https://${HOST}` });
      for (const { email } of [ana, ben]) expect(await enter(browser, email)).toBe(200);
      expect(browser.cookies.has(`__Host-${DEVICE}`)).toBe(true);
      for (const { email } of [ana, ben]) {
        await lock(email);
        expect(await enter(browser, email)).toBe(200);
      }
    });
  });

  it("ends with the password, but for the browser in which it was changed", async () => {
    const { email } = await somebody();
    const [here, elsewhere] = [new Browser(peer()), new Browser(peer())];
    for (const browser of [here, elsewhere]) expect(await enter(browser, email)).toBe(200);
    const next = "another horse battery";
    const as = [...here.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const body = { current: PASSWORD, next };
    const changed = await respond("changePassword", { as, params: { person: "me" }, body });
    expect(changed.status).toBe(204);
    here.keep(changed);
    await lock(email);
    expect(await enter(elsewhere, email, next)).toBe(429);
    expect(await enter(here, email, next)).toBe(200);
  });
});

describe("guessing by the routes", () => {
  const guess = (headers: Record<string, string>, n: number) =>
    new Browser(headers).signIn(`nobody-${n}-${headers["x-plumbline-peer"]}@example.com`, "wrong password");

  it("is 429 with Retry-After from the eleventh on, whatever X-Forwarded-For claims", async () => {
    const from = peer();
    for (let n = 0; n < 10; n += 1) {
      expect((await guess({ ...from, "x-forwarded-for": `203.0.113.${n}` }, n)).status).toBe(401);
    }
    const slowed = await guess({ ...from, "x-forwarded-for": "203.0.113.99" }, 10);
    expect(slowed.headers.get("retry-after")).toBe("15");
    await expectProblem(slowed, 429, "too_many_attempts");
    const { email } = await somebody();
    expect((await new Browser(from).signIn(email, PASSWORD)).status).toBe(429);
    expect((await new Browser(peer()).signIn(email, PASSWORD)).status).toBe(200);
  });

  it("behind a proxy that we trust, X-Forwarded-For tells the people apart, and only what the proxy wrote", async () => {
    await withEnv({ TRUSTED_PROXY_HOPS: 1 }, async () => {
      const [proxy, person] = [peer(), `198.51.100.${randomUUID()}`];
      const through = (claim: string) => ({ ...proxy, "x-forwarded-for": `${claim}, ${person}` });
      for (let n = 0; n < 10; n += 1) expect((await guess(through(`10.0.0.${n}`), n)).status).toBe(401);
      expect((await guess(through("10.0.0.99"), 10)).status).toBe(429);
      const another = { ...proxy, "x-forwarded-for": `198.51.100.${randomUUID()}` };
      expect((await guess(another, 11)).status).toBe(401);
    });
  });

  it.each([
    [0, "192.0.2.7"],
    [1, "198.51.100.2"],
    [2, "203.0.113.1"],
    [5, "192.0.2.7"],
  ])("with %i trusted proxies the session notes %s", async (hops, address) => {
    const { email, id } = await somebody();
    await withEnv({ TRUSTED_PROXY_HOPS: hops }, async () => {
      const headers = { "x-plumbline-peer": "192.0.2.7", "x-forwarded-for": "203.0.113.1, 198.51.100.2" };
      expect((await new Browser(headers).signIn(email, PASSWORD)).status).toBe(200);
    });
    expect(await db().session.findFirst({ where: { personId: id } })).toMatchObject({ address });
  });
});
