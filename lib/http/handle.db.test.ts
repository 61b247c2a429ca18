import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { problem } from "../contracts/organisation";
import { db } from "../db/client";
import { aServiceAndAdmin, type OperationName, type Reply, send } from "../testing/http";

const QUESTION = "simultaneous-edits-kept";

const { service, as } = await aServiceAndAdmin();

const facts = (some: object = {}) => ({
  name: "Mailer",
  team: service.teamSlug,
  tier: 2,
  lifecycle: "live",
  ...some,
});
const save = (some: object) =>
  send("saveAnswer", {
    as,
    params: { service: service.slug, question: QUESTION },
    body: { verdict: "no", expectedVersion: 0, ...some },
  });

/** The reply refuses with this status; a 400 names the field. */
function expectProblem(reply: Reply, status: number, code: string, field?: string) {
  expect(reply.status, JSON.stringify(reply.body)).toBe(status);
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  const body = problem.parse(reply.body);
  expect(body).toMatchObject({ status, code, requestId: reply.headers.get("x-request-id") });
  if (field !== undefined) expect(body.errors?.map((each) => each.field)).toContain(field);
}

describe("bad input is refused with the field named, and writes nothing", () => {
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  it.each<[string, object | string, string]>([
    ["NUL in a name", { name: "a\u0000b" }, "name"],
    ["half a surrogate pair", '"name":"\\ud83d"', "name"],
    ["the other half", { description: "x\udc00" }, "description"],
    ["NUL deep inside", { links: [{ label: "a\u0000", url: "https://example.com" }] }, "links.0.label"],
    ["a field nobody knows", { colour: "red" }, "colour"],
    ["a field nobody knows inside", { links: [{ label: "", url: "https://a.b", rel: "x" }] }, "links.0.rel"],
    ["__proto__", '"__proto__":{"admin":true}', "__proto__"],
    ["__proto__ inside", '"links":[{"__proto__":{}}]', "links.0.__proto__"],
    ["constructor", { constructor: { prototype: {} } }, "constructor"],
    ["a name that is an object", { name: { toString: "x" } }, "name"],
    ["a name that is a number", { name: 7 }, "name"],
    ["a blank name", { name: " \u200b\t\u00a0 " }, "name"],
    ["a name of 121 letters", { name: "n".repeat(121) }, "name"],
    ["a tier of 5", { tier: 5 }, "tier"],
    ["a tier that is text", { tier: "1" }, "tier"],
    ["a tier beyond all numbers", '"tier":1e999', "tier"],
    ["a lifecycle nobody knows", { lifecycle: "dead" }, "lifecycle"],
    ["tags that are no list", { tags: "payments" }, "tags"],
    ["the same tag twice", { tags: ["a", "a"] }, "tags"],
    ["21 tags", { tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, "tags"],
    ["a tag of 41 letters", { tags: ["t".repeat(41)] }, "tags.0"],
    ["a script as a link", { links: [{ label: "", url: "javascript:alert(1)" }] }, "links.0.url"],
    ["a hidden script", { links: [{ label: "", url: " java\nscript:alert(1)" }] }, "links.0.url"],
    ["data as a link", { links: [{ label: "", url: "data:text/html,x" }] }, "links.0.url"],
    ["a link that leads nowhere", { links: [{ label: "", url: "/path" }] }, "links.0.url"],
    ["a dependency nobody knows", { dependsOn: ["no-such-service"] }, "dependsOn.0"],
    ["a dependency twice", { dependsOn: ["a", "a"] }, "dependsOn"],
    ["a team that is no short name", { team: 5 }, "team"],
    ["depth", `"description":${deep(40)}`, "description.a"],
  ])("%s", async (_, some, field) => {
    const before = await db().service.count();
    const body = JSON.stringify(typeof some === "string" ? facts() : facts(some));
    const raw = typeof some === "string" ? `${body.slice(0, -1)},${some}}` : body;
    const reply = await send("createService", { as, raw });
    expect(reply.status, JSON.stringify(reply.body)).toBe(400);
    const named = problem.parse(reply.body).errors?.map((each) => each.field) ?? [];
    expect(named.some((each) => each === field || each.startsWith(`${field}.`))).toBe(true);
    expect(await db().service.count()).toBe(before);
  });

  it.each([
    ["to", { to: 2_147_483_648, filter: {} }],
    ["filter.from", { to: 1, filter: { from: 2_147_483_648 } }],
  ])("a version that no column holds as %s of a move", async (field, body) => {
    const reply = await send("moveServices", { as, params: { checklist: "production-readiness" }, body });
    expectProblem(reply, 400, "invalid_input", field);
  });

  it.each([
    ["depth of 100,000", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["a list of 300,000 numbers", `[${"1,".repeat(300_000)}1]`],
    ["60,000 fields", `{${Array.from({ length: 60_000 }, (_, n) => `"k${n}":1`).join()}}`],
    ["broken JSON", '{"name":'],
    ["nothing", ""],
    ["a list", "[]"],
    ["null", "null"],
    ["text", '"name"'],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xc3, 0x28, 0x22])],
  ])("%s instead of a body", async (_, raw) => {
    expectProblem(await send("createTeam", { as, raw }), 400, "invalid_input");
  });

  it.each<[string, object, string]>([
    ["a version of minus one", { expectedVersion: -1 }, "expectedVersion"],
    ["a version beyond the column", { expectedVersion: 2 ** 31 }, "expectedVersion"],
    ["a version and a half", { expectedVersion: 1.5 }, "expectedVersion"],
    ["a version that is missing", { expectedVersion: undefined }, "expectedVersion"],
    ["a verdict nobody knows", { verdict: "maybe" }, "verdict"],
    ["unanswered as a verdict", { verdict: "unanswered" }, "verdict"],
    ["evidence by script", { evidence: [{ label: "", url: "vbscript:x" }] }, "evidence.0.url"],
  ])("an answer with %s", async (_, some, field) => {
    expectProblem(await save(some), 400, "invalid_input", field);
  });

  it.each<[object, string]>([
    [{ owner: "me" }, "owner"],
    [{ dueOn: "2026-02-30" }, "dueOn"],
    [{ dueOn: "0000-01-01" }, "dueOn"],
    [{ dueOn: "0001-01-01" }, "dueOn"],
    [{ dueOn: "1969-12-31" }, "dueOn"],
    [{ dueOn: "2200-01-01" }, "dueOn"],
    [{ dueOn: "10000-01-01" }, "dueOn"],
    [{ effortDays: 0 }, "effortDays"],
    [{ effortDays: 1000.5 }, "effortDays"],
    [{ state: "gone" }, "state"],
    [{ ticket: "javascript:alert(1)" }, "ticket"],
  ])("a plan of %j", async (body, field) => {
    const params = { service: service.slug, question: QUESTION };
    expectProblem(await send("planGap", { as, params, body }), 400, "invalid_input", field);
  });

  it("takes a day of this age, in the past too", async () => {
    const params = { service: service.slug, question: QUESTION };
    for (const dueOn of ["1970-01-01", "2024-02-29", "2199-12-31"]) {
      expect(await send("planGap", { as, params, body: { dueOn } })).toMatchObject({
        status: 200,
        body: { dueOn },
      });
    }
  });
});

describe("size and type of a body", () => {
  const megabyte = `{"name":"${"x".repeat(1_000_000)}"}`;
  const stream = (chunk: Uint8Array, chunks: number) => {
    let sent = 0;
    return new ReadableStream<Uint8Array>({
      pull: (to) => (sent++ < chunks ? to.enqueue(chunk) : to.close()),
    });
  };

  it("over 1 MB is refused by its announced length, before it is read", async () => {
    const reply = await send("createTeam", { as, raw: "{}", headers: { "content-length": "1000001" } });
    expectProblem(reply, 413, "too_large");
    expectProblem(await send("createTeam", { as, raw: megabyte }), 413, "too_large");
  });

  it("over 1 MB is refused in chunks too, however long it would have gone on", async () => {
    const chunk = new Uint8Array(64_000).fill(32);
    const reply = await send("createTeam", { as, raw: stream(chunk, Number.POSITIVE_INFINITY) });
    expectProblem(reply, 413, "too_large");
  });

  it("below 1 MB in chunks is read, characters cut in half by chunks included", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ name: "Chunked 🚀" }));
    let at = 0;
    const raw = new ReadableStream<Uint8Array>({
      pull: (to) => (at < bytes.length ? to.enqueue(bytes.slice(at, ++at)) : to.close()),
    });
    expect(await send("createTeam", { as, raw })).toMatchObject({
      status: 201,
      body: { name: "Chunked 🚀" },
    });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", null])(
    "of type %s is refused",
    async (type) => {
      const reply = await send("createTeam", { as, body: { name: "A" }, headers: { "content-type": type } });
      expectProblem(reply, 415, "unsupported_media_type");
    },
  );
});

describe("addresses", () => {
  it.each([
    ["listServices", "colour=red", "colour"],
    ["listServices", "limit=0", "limit"],
    ["listServices", "limit=201", "limit"],
    ["listServices", "limit=1&limit=2", "limit"],
    ["listServices", "tier=5", "tier.0"],
    ["listServices", "sort=colour", "sort"],
    ["listServices", "__proto__=1", "__proto__"],
    ["loadChanges", "since=2026-03-01&until=2026-02-01", "until"],
    ["loadChanges", "since=2026-03-01&until=soon", "until"],
    ["listServices", "q=a%00b", "query"],
    ["listServices", "cursor=nonsense", "cursor"],
    ["listServices", `cursor=${cursor(["a\u0000", randomUUID()])}`, "cursor"],
    ["listServices", `cursor=${cursor(["a\ud800", randomUUID()])}`, "cursor"],
    ["listServices", `cursor=${cursor(["a", "-".repeat(36)])}`, "cursor"],
    ["loadHistory", "from=yesterday", "from"],
    ["loadHistory", "cursor=-1", "cursor"],
    ["loadHistory", "person=me", "person"],
    ["loadHistory", "area=nowhere", "area"],
  ] as [OperationName, string, string][])("%s ?%s is refused", async (name, query, field) => {
    const reply = await send(name, { as, query, params: { service: service.slug } });
    expectProblem(reply, 400, "invalid_input", field);
  });

  it.each(["0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999+23:59"])(
    "a history from or to %s is answered",
    async (instant) => {
      for (const name of ["from", "to"]) {
        const query = `${name}=${encodeURIComponent(instant)}`;
        const reply = await send("loadHistory", { as, query, params: { service: service.slug } });
        expect([200, 400]).toContain(reply.status);
      }
    },
  );

  it.each<[OperationName, Record<string, string>]>([
    ["loadService", { service: "a\u0000b" }],
    ["loadTeam", { team: "a\ud800b" }],
    ["loadChecklistVersion", { checklist: "a\u0000", version: "1" }],
    ["loadChecklistVersion", { checklist: "production-readiness", version: "999999999999" }],
    ["loadService", { service: "🚀".repeat(5000) }],
    ["loadService", { service: "../../etc/passwd" }],
  ])("%s of %j is refused, not a defect", async (name, params) => {
    const reply = await send(name, { as, params });
    expect([400, 404], JSON.stringify(reply.body).slice(0, 500)).toContain(reply.status);
    problem.parse(reply.body);
  });
});

function cursor(value: unknown[]): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
