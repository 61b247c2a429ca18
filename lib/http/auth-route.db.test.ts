import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { log } from "../config/log";
import { problem } from "../contracts/organisation";
import { db } from "../db/client";
import { HOST, ORIGIN, send, withEnv } from "../testing/http";
import { Browser, PASSWORD, peer, somebody } from "../testing/next-auth";

const COOKIE = "plumbline.session";

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
  const post = (body: string, headers: Record<string, string | null>, path = "callback/credentials") =>
    new Browser(peer()).send(path, { method: "POST", body, headers });

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

  it.each(["nowhere", "signin/google", "callback/nobody", "%00", "callback", "_log", "toString"])(
    "an address that is none (%s) is a 404",
    async (path) => {
      const browser = new Browser(peer());
      await expectProblem(await browser.send(path), 404, "not_found");
      const body = new URLSearchParams({ json: "true" });
      await expectProblem(await browser.send(path, { method: "POST", body }), 404, "not_found");
    },
  );

  const asBrowserOf = async (callbackUrl: string, status: number) => {
    const browser = new Browser(peer());
    const query = `?callbackUrl=${encodeURIComponent(callbackUrl)}`;
    expect((await browser.send(`csrf${query}`)).status).toBe(status);
    const asked = await browser.send(`signin${query}`);
    expect(asked.headers.get("location") ?? "").not.toContain("evil");
    browser.cookies.set("plumbline.callback", encodeURIComponent(callbackUrl));
    expect((await browser.send("csrf")).status).toBe(status);
    const { email } = await somebody();
    const reply = await browser.post("callback/credentials", { email, password: PASSWORD, callbackUrl });
    expect(reply.status).toBe(200);
    expect(await reply.text()).not.toContain("evil");
  };
  it.each(["https://evil.example/", `${ORIGIN}@evil.example/`, "//evil.example", "/\\evil.example"])(
    "a callbackUrl to another site (%s) is not followed",
    (callbackUrl) => asBrowserOf(callbackUrl, 200),
  );
  it.each([
    `${ORIGIN}.evil.example`,
    "\\\\evil.example",
    "http://[evil",
    "evil.example",
    "javascript:evil()",
  ])("a callbackUrl that is none (%s) is a 400, and forgotten", (callbackUrl) =>
    asBrowserOf(callbackUrl, 400),
  );

  it("says of a kept callbackUrl that it was removed, and of one that was asked to leave it out", async () => {
    const browser = new Browser(peer());
    browser.cookies.set("plumbline.callback", "nowhere");
    expect(await (await browser.send("csrf")).json()).toMatchObject({
      detail: "cookie: led nowhere and was removed; try again.",
    });
    expect((await browser.send("csrf")).status).toBe(200);
    expect(await (await browser.send("csrf?callbackUrl=nowhere")).json()).toMatchObject({
      detail: "callbackUrl: leads nowhere; leave it out.",
    });
  });

  it("a visitor writes nothing into our log", async () => {
    const written = vi.spyOn(log(), "error");
    for (const body of [{ level: "error", code: "x", message: "bought here" }, { level: "nowhere" }]) {
      await expectProblem(await post(JSON.stringify(body), json, "_log"), 404, "not_found");
    }
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  it.each(["PUT", "DELETE", "PATCH"] as const)("%s is a problem of its own", async (method) => {
    const reply = await new Browser(peer()).send("session", { method });
    expect(await reply.clone().json()).toMatchObject({
      detail: `This address does not take ${method}; it takes GET.`,
    });
    await expectProblem(reply, 405, "method_not_allowed");
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
