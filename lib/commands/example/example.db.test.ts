import { afterEach, beforeAll, expect, it } from "vitest";
import { db } from "../../db/client";
import { ageServices } from "../../jobs/age-services";
import { loadExampleThere } from "../../queries/example/example";
import { loadPortfolio } from "../../queries/portfolio/portfolio";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { loadExampleAs } from "../../testing/example";
import { aPerson, aService, scopeOf } from "../../testing/factories";
import { currentAndFold, newestPoint } from "../../testing/fold";
import { saveAnswer } from "../answers/save-answer";
import { planGap } from "../gaps/plan-gap";
import { createService } from "../services/create-service";
import { editService } from "../services/edit-service";
import { removeExample } from "./remove-example";

const QUESTION = "simultaneous-edits-kept";
let admin: Awaited<ReturnType<typeof aPerson>>;
const load = (now = new Date()) => loadExampleAs(admin, now);
const remove = (now = new Date()) => removeExample(scopeOf(admin, "example:remove"), now);

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: new Date() },
  });
  admin = await aPerson({ admin: true });
});
afterEach(async () => {
  await remove();
});

/** How many rows each table holds, but those that only ever grow. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public'
      AND table_type = 'BASE TABLE' AND table_name NOT IN ('AuditEvent', 'Change', 'Erasure', 'ReadinessDay') ORDER BY 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${name}"`);
    counts[name] = row?.n ?? -1;
  }
  return counts;
}
const someExample = async (lifecycle = "live" as const) => {
  const row = await db().service.findFirstOrThrow({
    where: { example: true, lifecycle },
    orderBy: { slug: "asc" },
  });
  return { kind: "service" as const, id: row.id, slug: row.slug, teamId: row.teamId, deletedAt: null };
};

it("everything that is loaded is what the product would have written: states, points (H2)", async () => {
  const now = new Date();
  const counts = await load(now);
  expect(counts).toMatchObject({ teams: 6 });
  const services = await db().service.findMany({ where: { example: true } });
  expect(services).toHaveLength(counts.services);
  for (const { id } of services) {
    const { current, fold } = await currentAndFold(id);
    expect(current).toEqual(fold);
    const state = await db().serviceState.findUniqueOrThrow({ where: { serviceId: id } });
    expect((await newestPoint(id)).at).toEqual(state.computedAt);
  }
  expect(await ageServices(now)).toBe(0);
});

it("it tells a story: all tiers and lifecycles, a rise within the year, somebody without an answer", async () => {
  await load();
  const portfolio = await loadPortfolio(scopeOf(admin, "portfolio:read"), { limit: 200 }, new Date());
  const { totals, trend, items } = portfolio;
  expect(totals.example).toBe(totals.services);
  expect(new Set(items.map((row) => row.tier))).toEqual(new Set([1, 2, 3, 4]));
  expect(new Set(items.map((row) => row.lifecycle)).size).toBeGreaterThanOrEqual(4);
  expect(totals.byStanding.unassessed).toBeGreaterThan(0);
  expect(totals.byStanding.production_ready).toBeGreaterThan(3);
  const share = trend.points
    .filter((point) => point.services > 10)
    .map((point) => point.byStanding.production_ready / point.services);
  expect((share.at(-1) ?? 0) - (share[0] ?? 1)).toBeGreaterThan(0.2);
  const card = await loadScorecard(scopeOf(admin, "service:read", await someExample()), new Date());
  expect(card.service.name).not.toBe("");
});

it("removing it leaves the database as it was before", async () => {
  await aService({ name: "Real" }, new Date());
  const before = await rowCounts();
  await load();
  expect(await rowCounts()).not.toEqual(before);
  const removed = await remove();
  expect(await rowCounts()).toEqual(before);
  expect(removed).toMatchObject({ teams: 6, kept: [] });
  expect(await remove()).toMatchObject({ teams: 0, services: 0, people: 0, entries: 0 });
});

it("what real people wrote into it, plans included, is counted before it goes", async () => {
  const there = () => loadExampleThere(scopeOf(admin, "example:remove"));
  await load();
  expect(await there()).toMatchObject({ byRealPeople: 0, plansByRealPeople: 0 });
  const { services } = await snapshotNow(new Date());
  const gaps = services
    .filter(({ facts, service }) => service.example && !facts.deleted)
    .flatMap((then) => then.questions().flatMap(({ gap, question }) => (gap ? [{ then, question }] : [])));
  for (const [index, { then, question }] of gaps.slice(0, 2).entries()) {
    const { id: serviceId, slug } = then;
    const [teamId, questionKey] = [then.facts.teamId, question.key];
    const resource = { kind: "service" as const, id: serviceId, slug, teamId, deletedAt: null };
    const note = index === 0 ? "ours" : "";
    await planGap(scopeOf(admin, "gap:plan", resource), questionKey, { note }, new Date());
  }
  expect(await there()).toMatchObject({ byRealPeople: 0, plansByRealPeople: 1 });
});

it("a plan of a real service that was about an earlier gap stays one, without its invented owner", async () => {
  await load();
  const now = new Date();
  const made = await aService({}, now);
  const owner = await db().person.findFirstOrThrow({ where: { example: true, disabledAt: null } });
  const plan = scopeOf(made.admin, "gap:plan", made.resource);
  await planGap(plan, QUESTION, { owner: owner.id, note: "old" }, now);
  const save = scopeOf(made.admin, "answer:save", made.resource);
  await saveAnswer(save, QUESTION, { verdict: "yes", expectedVersion: 0 }, now);
  await saveAnswer(save, QUESTION, { verdict: "no", expectedVersion: 1 }, new Date(now.getTime() + 5));
  await remove();
  const read = scopeOf(made.admin, "service:read", made.resource);
  const { questions } = await loadScorecard(read, new Date(now.getTime() + 5000));
  const asked = questions.find((each) => each.key === QUESTION);
  expect(asked?.plan).toMatchObject({ owner: null, note: "", version: 2 });
});

it("real things survive: a service in an invented team, a dependency, a plan, an answer to an invented service", async () => {
  await load();
  const now = new Date();
  const invented = await someExample();
  const { id, slug } = await db().team.findUniqueOrThrow({ where: { id: invented.teamId } });
  const resource = { kind: "team" as const, id, slug, teamId: id };
  const body = {
    name: "Real one",
    team: slug,
    tier: 2 as const,
    lifecycle: "live" as const,
    dependsOn: [invented.slug],
  };
  const real = await createService(scopeOf(admin, "service:create", resource), body, now);
  const place = { kind: "service" as const, id: real.id, slug: real.slug, teamId: id, deletedAt: null };
  const owner = await db().person.findFirstOrThrow({ where: { example: true, disabledAt: null } });
  await planGap(scopeOf(admin, "gap:plan", place), QUESTION, { owner: owner.id, note: "kept" }, now);
  const answer = await db().answer.findFirst({ where: { serviceId: invented.id, questionKey: QUESTION } });
  const given = { verdict: "no" as const, reason: "We looked.", expectedVersion: answer?.version ?? 0 };
  await saveAnswer(scopeOf(admin, "answer:save", invented), QUESTION, given, now);

  expect(await remove()).toMatchObject({ kept: [expect.any(String)] });

  const { questions, service, dependsOn } = await loadScorecard(
    scopeOf(admin, "service:read", place),
    new Date(),
  );
  expect(service).toMatchObject({ name: "Real one", team: slug });
  expect(dependsOn).toEqual([]);
  expect(questions.find((each) => each.key === QUESTION)?.plan).toMatchObject({
    owner: null,
    note: "kept",
    version: 2,
  });
  expect(await db().team.findUniqueOrThrow({ where: { id } })).toMatchObject({
    example: false,
    deletedAt: null,
  });
  expect(await db().person.count({ where: { example: true } })).toBe(0);
  const edited = await editService(
    scopeOf(admin, "service:edit", place),
    { description: "still editable" },
    new Date(),
  );
  expect(edited.description).toBe("still editable");
});

it("two who load it at once: one example, the other hears at once that it is there or on its way", async () => {
  const results = await Promise.allSettled([load(), load()]);
  expect(results.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find((each) => each.status === "rejected")).toMatchObject({
    reason: { code: expect.stringMatching(/^(conflict|in_progress)$/) },
  });
  expect(await db().team.count({ where: { example: true } })).toBe(6);
});

it("invented people cannot sign in, and nothing real is ever called an example", async () => {
  await load();
  await expect(
    db().person.updateMany({ where: { example: true }, data: { passwordHash: "x" } }),
  ).rejects.toThrow(/example_stays_out/i);
  await expect(
    db().person.update({ where: { id: admin.person.id }, data: { example: true } }),
  ).rejects.toThrow();
});
