import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "../db/client";
import { aPerson, aService, aTeam } from "../testing/factories";
import { aServiceAndAdmin, type OperationName, type Reply, send, signedIn } from "../testing/http";

const { service, as } = await aServiceAndAdmin();

const bodyOf = (name: string) => ({ name, team: service.teamSlug, tier: 2, lifecycle: "planned" });
const create = (key: string, name: string, cookie = as) =>
  send("createService", { as: cookie, body: bodyOf(name), headers: { "idempotency-key": key } });
const rows = (name: string) => db().service.findMany({ where: { name } });
const eventsOf = async (name: string) =>
  db().auditEvent.count({
    where: { action: "service.created", subjectId: { in: (await rows(name)).map((row) => row.id) } },
  });
const kept = (key: string) => db().idempotentReply.count({ where: { key } });

describe("an Idempotency-Key", () => {
  it("1,000 identical POSTs, 50 at once: one row, one audit event, one reply", async () => {
    const key = randomUUID();
    const replies: Reply[] = [];
    for (let wave = 0; wave < 20; wave += 1) {
      replies.push(...(await Promise.all(Array.from({ length: 50 }, () => create(key, "Thousandfold")))));
    }
    const made = replies.filter((reply) => reply.status === 201);
    const waiting = replies.filter((reply) => reply.status === 409);
    expect(made.length + waiting.length).toBe(1000);
    expect(made.length).toBeGreaterThanOrEqual(20);
    for (const reply of made) expect(reply.body).toEqual(made[0]?.body);
    for (const reply of waiting) {
      expect(reply.body).toMatchObject({ code: "in_progress" });
      expect(reply.headers.get("retry-after")).toBe("1");
    }
    expect(await rows("Thousandfold")).toHaveLength(1);
    expect(await eventsOf("Thousandfold")).toBe(1);
    const points = { service: { name: "Thousandfold" } };
    expect(await db().readinessPoint.count({ where: points })).toBe(1);
    expect(await kept(key)).toBe(1);
    const after = await create(key, "Thousandfold");
    expect(after.status).toBe(201);
    expect(after.body).toEqual(made[0]?.body);
  });

  it("the reply is that of then, whatever became of the service", async () => {
    const key = randomUUID();
    const first = await create(key, "Then");
    const { slug } = first.body as { slug: string };
    await send("editService", { as, params: { service: slug }, body: { description: "changed" } });
    expect((await create(key, "Then")).body).toEqual(first.body);
    expect((await create(key, "Then")).body).toMatchObject({ description: "", version: 1 });
  });

  it("with another body is refused, and writes nothing", async () => {
    const key = randomUUID();
    await create(key, "One");
    expect(await create(key, "Two")).toMatchObject({ status: 422, body: { code: "idempotency_mismatch" } });
    expect(await rows("Two")).toEqual([]);
  });

  it("of another person is another key", async () => {
    const key = randomUUID();
    const other = await signedIn(service.lead);
    const [mine, theirs] = [await create(key, "Shared"), await create(key, "Shared", other)];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(await rows("Shared")).toHaveLength(2);
  });

  it("of another route is another key", async () => {
    const key = randomUUID();
    const headers = { "idempotency-key": key };
    const team = await send("createTeam", { as, body: { name: "Routed" }, headers });
    expect([team.status, (await create(key, "Routed")).status]).toEqual([201, 201]);
  });

  it("says nothing to who may not do it any more", async () => {
    const key = randomUUID();
    const lead = await aPerson({ teams: { [service.teamId]: "lead" } });
    const cookie = await signedIn(lead);
    expect((await create(key, "Left", cookie)).status).toBe(201);
    await db().membership.deleteMany({ where: { personId: lead.person.id } });
    expect((await create(key, "Left", cookie)).status).toBe(403);
  });

  it("is kept for 24 hours, then carried out again", async () => {
    const key = randomUUID();
    await create(key, "Daily");
    const age = (hours: number) =>
      db().idempotentReply.updateMany({
        where: { key },
        data: { createdAt: new Date(Date.now() - hours * 3_600_000) },
      });
    await age(23.9);
    await create(key, "Daily");
    expect(await rows("Daily")).toHaveLength(1);
    await age(24.1);
    expect(await create(key, "Daily")).toMatchObject({ status: 201, body: { slug: "daily-2" } });
    expect(await rows("Daily")).toHaveLength(2);
    expect(await create(key, "Daily")).toMatchObject({ status: 201, body: { slug: "daily-2" } });
    expect(await create(key, "Other")).toMatchObject({ status: 422 });
    expect(await kept(key)).toBe(1);
  });

  it.each([
    ["a refused one", { dependsOn: ["no-such"] }, 400],
    ["an invalid one", { tier: 9 }, 400],
  ])("keeps nothing of %s: it can be put right and sent again", async (_, wrong, status) => {
    const key = randomUUID();
    const headers = { "idempotency-key": key };
    const name = `Right ${key}`;
    const first = await send("createService", { as, body: { ...bodyOf(name), ...wrong }, headers });
    expect(first.status).toBe(status);
    expect(await kept(key)).toBe(0);
    expect(await rows(name)).toEqual([]);
    expect((await create(key, name)).status).toBe(201);
  });

  it.each([
    ["of 255 characters is taken", "k".repeat(255), 201],
    ["of 256 characters is refused", "k".repeat(256), 400],
    ["of no characters is refused", "", 400],
    ["of other letters is taken", "ключ".replace(/./g, (sign) => encodeURIComponent(sign)), 201],
    ["of Latin letters is taken", "clé-£", 201],
  ])("%s", async (_, key, status) => {
    const reply = await create(key, `Key ${_}`);
    expect(reply.status, JSON.stringify(reply.body)).toBe(status);
    if (status === 400) expect(reply.body).toMatchObject({ errors: [{ field: "Idempotency-Key" }] });
  });

  it("means nothing to a PUT, which is idempotent by its version", async () => {
    const params = { service: service.slug, question: "simultaneous-edits-kept" };
    const headers = { "idempotency-key": randomUUID() };
    const put = (verdict: string, expectedVersion: number) =>
      send("saveAnswer", { as, params, headers, body: { verdict, expectedVersion } });
    expect((await put("no", 0)).status).toBe(200);
    expect((await put("yes", 1)).status).toBe(200);
    expect(await kept(headers["idempotency-key"])).toBe(0);
  });

  it("every POST of the table takes one, and gives the same reply twice", async () => {
    const spare = await aService({ name: "Spare" });
    await db().service.update({ where: { id: spare.id }, data: { deletedAt: new Date() } });
    const question = "simultaneous-edits-kept";
    await send("saveAnswer", {
      as,
      params: { service: service.slug, question: "input-checked-before-use" },
      body: { verdict: "no", expectedVersion: 0 },
    });
    const setUp = {
      organisation: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR" },
      admin: { name: "Ana", email: "ana@example.com", password: "a sentence is easy" },
    };
    const posts: [OperationName, Record<string, string>, object][] = [
      ["setUp", {}, setUp],
      ["createTeam", {}, { name: "Posted" }],
      ["createService", {}, bodyOf("Posted")],
      [
        "confirmAnswer",
        { service: service.slug, question: "input-checked-before-use" },
        { expectedVersion: 1 },
      ],
      ["restoreService", { service: spare.slug, question }, {}],
    ];
    for (const [name, params, body] of posts) {
      const headers = { "idempotency-key": "the-same" };
      const cookie = name === "setUp" ? undefined : as;
      const first = await send(name, { as: cookie, params, body, headers });
      const again = await send(name, { as: cookie, params, body, headers });
      expect(first.status, `${name}: ${JSON.stringify(first.body)}`).toBeLessThan(300);
      expect([again.status, again.body]).toEqual([first.status, first.body]);
    }
  });

  it("more of them at once than there are connections: none waits for another's", async () => {
    const team = await aTeam("Elsewhere");
    const names = Array.from({ length: 8 }, (_, index) => `Parked ${index}`);
    const slugs = await Promise.all(
      names.map(async (name) => (await create(randomUUID(), name)).body as { slug: string }),
    );
    await db().service.updateMany({ where: { name: { in: names } }, data: { deletedAt: new Date() } });
    const replies = await Promise.all(
      [...slugs, ...slugs, ...slugs].map(({ slug }) =>
        send("restoreService", {
          as,
          params: { service: slug },
          body: { team: team.slug },
          headers: { "idempotency-key": randomUUID() },
        }),
      ),
    );
    for (const reply of replies) expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  });
});
