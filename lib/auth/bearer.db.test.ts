import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../db/client";
import { TOKEN_SCOPES } from "../domain/token-scopes";
import { countStatements } from "../testing/count-statements";
import { aPerson, aService, daysLater, NOON } from "../testing/factories";
import { send, signedIn, tokenOf } from "../testing/http";
import { bearerOf, loadBearer } from "./bearer";

const headersOf = (authorization: string) => new Headers({ authorization });

describe("what a request carries as a token", () => {
  it.each([
    ["Bearer plb_abc", "plb_abc"],
    ["bearer plb_abc", "plb_abc"],
    ["BEARER   plb_abc  ", "plb_abc"],
    ["Bearer", ""],
    ["Basic dXNlcjpwYXNz", null],
    ["Bearerplb_abc", null],
  ])("%j is %j", (authorization, expected) => {
    expect(bearerOf(headersOf(authorization))).toBe(expected);
  });

  it("no Authorization is none", () => {
    expect(bearerOf(new Headers())).toBeNull();
  });
});

describe("a token in force", () => {
  it("is its owner, with the rights of now, as far as its scopes go; one statement", async () => {
    const service = await aService();
    const { id, headers } = await tokenOf(service.lead.person.id, ["read", "answer"], {
      createdAt: NOON,
      expiresAt: daysLater(1),
    });
    await db().apiToken.update({ where: { id }, data: { lastUsedAt: NOON } });
    const { result, statements } = await countStatements(() =>
      loadBearer(headersOf(headers.authorization), NOON),
    );
    expect(statements).toHaveLength(1);
    expect(result).toEqual({
      sessionId: null,
      token: { id, name: "a script", scopes: ["read", "answer"] },
      person: service.lead.person,
      actor: { ...service.lead.actor, scopes: ["read", "answer"] },
    });
  });

  it("is noted as used at once, then once a minute, and never backwards", async () => {
    const { person } = await aPerson();
    const { id, headers } = await tokenOf(person.id, ["read"], { createdAt: NOON, expiresAt: daysLater(1) });
    const used = async (seconds: number) => {
      await loadBearer(headersOf(headers.authorization), daysLater(0, seconds * 1000));
      return (await db().apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt;
    };
    expect(await used(0)).toEqual(NOON);
    expect(await used(59)).toEqual(NOON);
    expect(await used(61)).toEqual(daysLater(0, 61_000));
    expect(await used(30)).toEqual(daysLater(0, 61_000));
  });

  it("reads and writes without an Origin, and the audit trail names it", async () => {
    const service = await aService();
    const { id, headers } = await tokenOf(service.admin.person.id, TOKEN_SCOPES);
    const made = await send("createTeam", { headers, body: { name: "By script" } });
    expect(made).toMatchObject({ status: 201 });
    const event = await db().auditEvent.findFirstOrThrow({
      where: { action: "team.created", actorId: service.admin.person.id },
      orderBy: { id: "desc" },
    });
    expect(event.details).toMatchObject({ token: id });
    const as = await signedIn(service.admin);
    await send("editTeam", { as, params: { team: service.teamSlug }, body: { description: "by hand" } });
    const byHand = await db().auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(byHand.details).not.toHaveProperty("token");
  });

  it("a foreign Origin is refused all the same", async () => {
    const { headers } = await tokenOf((await aPerson({ admin: true })).person.id, ["manage"]);
    const origin = "https://evil.example";
    const reply = await send("createTeam", { headers: { ...headers, origin }, body: { name: "Evil" } });
    expect(reply).toMatchObject({ status: 403, body: { code: "wrong_origin" } });
  });

  it("`me` is its owner", async () => {
    const { person } = await aPerson({ name: "Ana Kirsch" });
    const { headers } = await tokenOf(person.id, ["read"]);
    const me = await send("loadPerson", { headers, params: { person: "me" } });
    expect(me).toMatchObject({ status: 200, body: { id: person.id, name: "Ana Kirsch" } });
  });
});

describe("what a token may", () => {
  it("is never more than its owner: a member's token with every scope creates no team and deletes no service", async () => {
    const service = await aService();
    const { headers } = await tokenOf(service.member.person.id, TOKEN_SCOPES);
    const params = { service: service.slug };
    expect(await send("createTeam", { headers, body: { name: "Mine" } })).toMatchObject({ status: 403 });
    expect(await send("deleteService", { headers, params })).toMatchObject({ status: 403 });
    expect(await send("editService", { headers, params, body: { description: "x" } })).toMatchObject({
      status: 200,
    });
    const narrow = { tier: 4, reason: "less" };
    expect(await send("editService", { headers, params, body: narrow })).toMatchObject({ status: 403 });
  });

  it("shows in `can`: with a token to read, nothing may be edited", async () => {
    const service = await aService();
    const params = { service: service.slug };
    const { headers } = await tokenOf(service.admin.person.id, ["read"]);
    const { body } = await send("loadService", { headers, params });
    const { can } = body as { can: Record<string, boolean> };
    expect(Object.values(can).length).toBeGreaterThan(5);
    expect(Object.values(can)).not.toContain(true);
  });

  it("ends with the rights of its owner", async () => {
    const { person } = await aPerson({ admin: true });
    const { headers } = await tokenOf(person.id, ["manage"]);
    expect(await send("createTeam", { headers, body: { name: "One" } })).toMatchObject({ status: 201 });
    await db().person.update({ where: { id: person.id }, data: { admin: false } });
    expect(await send("createTeam", { headers, body: { name: "Two" } })).toMatchObject({ status: 403 });
  });
});

describe("a token that is not in force is 401, and says why", () => {
  let as: string;
  beforeAll(async () => {
    as = await signedIn(await aPerson({ admin: true }));
  });
  const ago = (ms: number) => new Date(Date.now() - ms);
  const HOUR = 3_600_000;

  it.each<[string, RegExp, () => Promise<string>]>([
    ["unknown", /is unknown/, async () => `Bearer plb_${"a".repeat(43)}`],
    ["empty", /is unknown/, async () => "Bearer"],
    ["somebody else's kind", /is unknown/, async () => "Bearer eyJhbGciOiJIUzI1NiJ9.e30.x"],
    ["ended", /was ended/, () => make({ endedAt: ago(1000) })],
    ["expired", /has expired/, () => make({ createdAt: ago(2 * HOUR), expiresAt: ago(1000) })],
    ["of a disabled owner", /disabled/, () => make({}, true)],
  ])("%s: %s, whatever cookie comes beside it", async (_, detail, make) => {
    const headers = { authorization: await make() };
    for (const beside of [undefined, as]) {
      expect(await send("listTeams", { as: beside, headers })).toMatchObject({
        status: 401,
        body: { code: "not_signed_in", detail: expect.stringMatching(detail) },
      });
    }
  });
  async function make(some: object, disabled = false) {
    const { person } = await aPerson();
    if (disabled) await db().person.update({ where: { id: person.id }, data: { disabledAt: NOON } });
    return (await tokenOf(person.id, TOKEN_SCOPES, some)).headers.authorization;
  }

  it("in force beside a cookie, it is the token that counts", async () => {
    const { headers } = await tokenOf((await aPerson()).person.id, TOKEN_SCOPES);
    expect(await send("createTeam", { as, headers, body: { name: "No" } })).toMatchObject({ status: 403 });
    const reading = await tokenOf((await aPerson({ admin: true })).person.id, ["read"]);
    expect(await send("createTeam", { as, headers: reading.headers, body: { name: "No" } })).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('"manage"') },
    });
  });

  it("another way to authorise, such as a proxy's Basic, leaves the cookie in force", async () => {
    const headers = { authorization: "Basic dXNlcjpwYXNz" };
    expect(await send("listTeams", { as, headers })).toMatchObject({ status: 200 });
  });
});
