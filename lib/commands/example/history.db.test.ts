import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { checklistVersion } from "../../db/published-questions";
import { rollUpDays } from "../../db/roll-up-days";
import { inTransaction } from "../../db/transaction";
import { assess, readiness } from "../../domain/readiness";
import type { Tier, Verdict } from "../../domain/vocabulary";
import { isInForce } from "../../domain/waiver";
import { openSinceOf } from "../../snapshot/open-since";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { loadExampleAs } from "../../testing/example";
import { aPerson, aService, aTeam, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { saveAnswer } from "../answers/save-answer";
import { createService } from "../services/create-service";
import { editService } from "../services/edit-service";
import { removeExample } from "./remove-example";

const DAY_MS = 86_400_000;
let admin: Awaited<ReturnType<typeof aPerson>>;
const load = (now = new Date()) => loadExampleAs(admin, now);
const remove = (now = new Date()) => removeExample(scopeOf(admin, "example:remove"), now);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Asia/Kathmandu", currency: "EUR", createdAt: new Date() },
  });
  admin = await aPerson({ admin: true });
});
const clean = async () => {
  await remove();
};

/** What a service was at the instant of each of its points, from nothing but its facts, entries and waivers. */
async function recomputed(serviceId: string) {
  const orderBy = [{ at: "asc" as const }, { id: "asc" as const }];
  const facts = await db().serviceFacts.findMany({ where: { serviceId }, orderBy });
  const entries = await db().entry.findMany({ where: { serviceId }, orderBy });
  const points = await db().readinessPoint.findMany({ where: { serviceId }, orderBy });
  const granted = await db().waiver.findMany({ where: { serviceId, state: { in: ["in_force", "ended"] } } });
  const waivers = granted.flatMap(({ questionKey, decidedAt, endsAt, endedAt }) =>
    decidedAt && endsAt ? [{ questionKey, grantedAt: decidedAt, endsAt, endedAt }] : [],
  );
  const { questions } = await checklistVersion(facts[0]?.checklistVersionId ?? "");
  const openSince = new Map<string, Date>();
  return points.map((point) => {
    const known = facts.filter((each) => each.at <= point.at);
    const scope = (each: (typeof facts)[number]) => JSON.stringify([each.tier, each.tags]);
    const narrowed = known.findLast(
      (each, index) => scope(each) !== (index ? scope(known[index - 1] ?? each) : ""),
    );
    const last = known.at(-1);
    const service = {
      tier: last?.tier as Tier,
      tags: last?.tags ?? [],
      scopeChangedAt: narrowed?.at ?? new Date(0),
    };
    const answers = new Map<string, { verdict: Verdict; savedAt: Date }>();
    for (const { questionKey, to, at } of entries) {
      if (at <= point.at) answers.set(questionKey, { verdict: to, savedAt: at });
    }
    const standing = waivers.filter((waiver) => isInForce(waiver, point.at));
    const assessed = assess(service, questions, answers, standing, point.at);
    for (const { gap, question } of assessed) {
      if (!gap) openSince.delete(question.key);
      else if (!openSince.has(question.key)) openSince.set(question.key, point.at);
    }
    const counted = readiness(assessed, point.at);
    const { nextChangeAt: _, weight: __, areas: ___, abilities: ____, ...computed } = counted;
    const own = {
      teamId: last?.teamId,
      tier: last?.tier,
      lifecycle: last?.lifecycle,
      deleted: last?.deleted,
    };
    return { point, expected: { ...computed, ...own }, open: new Map(openSince) };
  });
}

describe("the history of the example (H1, H2)", () => {
  // Loaded once: both only read it.
  beforeAll(async () => {
    await load();
  });
  afterAll(clean);

  it("has points that a recomputation from facts and entries gives, and gaps open since they became gaps", async () => {
    const services = await db().service.findMany({ where: { example: true }, orderBy: { slug: "asc" } });
    const { byId } = await snapshotNow(new Date());
    let seen = 0;
    for (const { id } of services) {
      const all = await recomputed(id);
      for (const { point, expected } of all) {
        const { id: _, serviceId: __, at: ___, cause: ____, ...stored } = point;
        expect(plain(stored)).toEqual(plain(expected));
      }
      const then = byId.get(id);
      const open = then?.questions().flatMap(({ gap, question }) => (gap ? [question.key] : [])) ?? [];
      const since = (key: string) => [key, openSinceOf(then, key)] as const;
      expect(new Map(open.map(since))).toEqual(all.at(-1)?.open);
      seen += all.length;
    }
    expect(seen).toBeGreaterThan(300);
  });

  it("has entries that follow on each other, and answers that equal the newest (H1)", async () => {
    const broken = await db().$queryRaw<unknown[]>`
      SELECT 1 FROM (SELECT e.*, lag("to") OVER w AS "before", lag("version") OVER w AS "number", lag("at") OVER w AS "earlier"
        FROM "Entry" e WINDOW w AS (PARTITION BY "serviceId", "questionKey" ORDER BY "id")) e
      WHERE e."from" IS DISTINCT FROM e."before" OR e."version" <> coalesce(e."number", 0) + 1 OR e."at" <= e."earlier"`;
    expect(broken).toEqual([]);
    const unlike = await db().$queryRaw<unknown[]>`
      SELECT 1 FROM "Answer" a FULL JOIN (SELECT DISTINCT ON ("serviceId", "questionKey") * FROM "Entry"
        ORDER BY "serviceId", "questionKey", "id" DESC) e USING ("serviceId", "questionKey")
      WHERE (a."verdict", a."reason", a."evidence", a."version", a."savedAt", a."savedById", a."source")
        IS DISTINCT FROM (e."to", e."reason", e."evidence", e."version", e."at", e."personId", e."source")`;
    expect(unlike).toEqual([]);
  });
});

describe("the example, in and out", () => {
  afterEach(clean);

  it("lets the whole days before it stand, and those since then be added up anew, in and out (H4)", async () => {
    const now = new Date();
    const roll = async () => {
      while ((await inTransaction((tx) => rollUpDays(tx, now))) > 0);
      return db().readinessDay.findMany({ orderBy: [{ day: "asc" }, { teamId: "asc" }, { tier: "asc" }] });
    };
    const real = await aService({}, new Date(now.getTime() - 400 * DAY_MS));
    const before = await roll();
    await load(now);
    const during = await roll();
    const own = (rows: typeof before) => rows.filter((row) => row.teamId === real.teamId);
    expect(own(before).length).toBeGreaterThan(390);
    expect(own(during)).toEqual(own(before));
    expect(during.length).toBeGreaterThan(before.length);
    await remove(now);
    expect(await roll()).toEqual(before);
  });
});

describe("what is real beside the example", () => {
  afterEach(clean);

  it("is not kept waiting: others save and add services while the example is loaded", async () => {
    const { admin: by, teamId, teamSlug, resource } = await aService();
    const team = { kind: "team" as const, id: teamId, slug: teamSlug, teamId };
    const body = { name: "Another", team: teamSlug, tier: 4 as const, lifecycle: "live" as const };
    const loading = { done: false };
    const load = loadExampleAs(by, new Date()).finally(() => {
      loading.done = true;
    });
    let rounds = 0;
    for (; !loading.done; rounds += 1) {
      await createService(scopeOf(by, "service:create", team), body, new Date());
      const answer = { verdict: "no" as const, reason: "So.", expectedVersion: rounds };
      await saveAnswer(scopeOf(by, "answer:save", resource), "simultaneous-edits-kept", answer, new Date());
    }
    await load;
    expect(rounds).toBeGreaterThan(3);
    expect(await db().auditEvent.count({ where: { actor: { example: true } } })).toBe(0);
  });

  it("keeps its short names: the example takes others", async () => {
    const team = await aTeam("Storefront");
    await load();
    const named = await db().team.findMany({ where: { name: "Storefront" }, orderBy: { slug: "asc" } });
    expect(named.map((row) => [row.slug, row.example])).toEqual([
      [team.slug, false],
      [`${team.slug}-2`, true],
    ]);
  });

  it("keeps the name of an invented team that it once belonged to, as a team that is gone", async () => {
    await load();
    const invented = await db().team.findFirstOrThrow({ where: { example: true } });
    const home = await aTeam("Home");
    const { id: teamId, slug } = invented;
    const resource = { kind: "team" as const, id: teamId, slug, teamId };
    const body = { name: "Moved", team: slug, tier: 4 as const, lifecycle: "live" as const };
    const { id, slug: service } = await createService(
      scopeOf(admin, "service:create", resource),
      body,
      new Date(),
    );
    const place = { kind: "service" as const, id, slug: service, teamId, deletedAt: null };
    await editService(scopeOf(admin, "service:edit", place), { team: home.slug }, new Date());
    const invitation = {
      ...{ id: randomUUID(), email: `${randomUUID()}@example.org`, tokenHash: randomUUID() },
      ...{ createdAt: new Date(), createdById: admin.person.id, expiresAt: new Date(Date.now() + DAY_MS) },
    };
    const teams = [
      { team: teamId, role: "member" },
      { team: home.id, role: "lead" },
    ];
    await db().invitation.create({ data: { ...invitation, teams } });
    expect(await remove()).toMatchObject({ teams: 6, kept: [] });
    const past = await db().team.findUniqueOrThrow({ where: { id: teamId }, include: { memberships: true } });
    expect(past).toMatchObject({ name: invented.name, example: false, memberships: [] });
    expect(past.deletedAt).not.toBeNull();
    const kept = await db().invitation.findUniqueOrThrow({ where: { id: invitation.id } });
    expect(kept.teams).toEqual([{ team: home.id, role: "lead" }]);
  });

  it("hears the same again when its reply was lost, and a 409 when it asks anew", async () => {
    const as = await signedIn(admin);
    const headers = { "idempotency-key": randomUUID() };
    const loads = () => db().auditEvent.count({ where: { action: "example.loaded" } });
    const before = await loads();
    const first = await send("loadExample", { as, headers });
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect(await send("loadExample", { as, headers })).toMatchObject({ status: 201, body: first.body });
    expect(await send("loadExample", { as })).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(await loads()).toBe(before + 1);
    const gone = await send("removeExample", { as });
    expect(gone).toMatchObject({ status: 200, body: { ...(first.body as object), kept: [] } });
    const events = await db().auditEvent.count();
    expect(await send("removeExample", { as })).toMatchObject({ status: 200, body: { services: 0 } });
    expect(await db().auditEvent.count()).toBe(events);
  });
});
