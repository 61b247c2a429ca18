import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { planGap } from "../commands/gaps/plan-gap";
import { deleteService } from "../commands/services/delete-service";
import { editService } from "../commands/services/edit-service";
import { editTeam } from "../commands/teams/edit-team";
import { db } from "../db/client";
import { testDatabase } from "../testing/database";
import { createDatabase, withClient } from "../testing/databases";
import { aService, daysLater, NOON, scopeOf } from "../testing/factories";
import { currentHistories } from "./current-histories";
import type { Histories } from "./histories";
import { loadHistories } from "./load-histories";

const clients: pg.Client[] = [];
async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: testDatabase() });
  await client.connect();
  clients.push(client);
  return client;
}
/** What a test left under way ends with it: the next one would wait for it. */
afterEach(() => Promise.all(clients.splice(0).map((client) => client.end())));

/** All that is known, in an order that says nothing. */
const told = ({ services, teams, plans, titles, models, timeZone, currency }: Histories) => ({
  ...{ services, titles, timeZone, currency },
  teams: [...teams.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  plans: [...plans].flatMap(([id, own]) => [...own].map((plan) => [id, ...plan])).sort(),
  models: models.all.map(({ row }) => row),
});

/** What this process has come to know step by step is what one that starts now reads. */
async function expectAsAfterRestart(): Promise<void> {
  expect(told(await currentHistories())).toEqual(told((await loadHistories()).histories));
}

let service: Awaited<ReturnType<typeof aService>>;
beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  service = await aService({ tier: 1 }, NOON);
  await currentHistories();
});

describe("histories that are kept current", () => {
  it("are what a process that starts now would read, after everything that people do", async () => {
    const scope = <A extends Parameters<typeof scopeOf>[1]>(action: A) =>
      scopeOf(service.admin, action, service.resource);
    const team = {
      kind: "team" as const,
      id: service.teamId,
      slug: service.teamSlug,
      teamId: service.teamId,
    };
    const answer = { verdict: "no", reason: "Not yet.", expectedVersion: 0 } as const;
    const steps = [
      () => saveAnswer(scope("answer:save"), "we-know-first", answer, daysLater(1)),
      () => planGap(scope("gap:plan"), "we-know-first", { effortDays: 2, note: "Soon." }, daysLater(2)),
      () => editService(scope("service:edit"), { name: "Till", tags: ["public"] }, daysLater(3)),
      () => editTeam(scopeOf(service.admin, "team:edit", team), { name: "Money" }, daysLater(4)),
      () => db().gapPlan.deleteMany({ where: { serviceId: service.id } }),
      () =>
        db().questionTitle.updateMany({ where: { key: "we-know-first" }, data: { title: "We hear first" } }),
      async () => {
        const { id: checklistId } = await db().checklist.findFirstOrThrow();
        await db().questionTitle.create({ data: { checklistId, key: "new", title: "New" } });
      },
      () => db().organisation.update({ where: { id: 1 }, data: { timeZone: "UTC" } }),
      async () => {
        const other = await aService({ name: "Other" }, daysLater(5));
        await deleteService(scopeOf(other.admin, "service:delete", other.resource), daysLater(6));
      },
    ];
    for (const step of steps) {
      await step();
      await expectAsAfterRestart();
    }
  });

  it("are the same object while nothing happens", async () => {
    const before = await currentHistories();
    await db().change.create({
      data: { at: NOON, action: "presence.moved", subjectType: "service", subjectId: randomUUID() },
    });
    expect(await currentHistories()).toBe(before);
  });

  it("miss nothing of what is more than is read step by step", async () => {
    const client = await connected();
    await client.query(
      `INSERT INTO "GapPlan" ("serviceId", "questionKey", "version", "changedAt", "changedById")
       SELECT $1, 'planned-' || n, 1, now(), $2 FROM generate_series(1, 20500) n`,
      [service.id, service.admin.person.id],
    );
    expect((await currentHistories()).plans.get(service.id)?.size).toBe(20_500);
    expect((await currentHistories()).plans.get(service.id)?.size).toBe(20_500);
  });

  it("forget what was erased, and read all of it anew where triggers were out of force", async () => {
    const client = await connected();
    await client.query(
      `SET session_replication_role = replica; DELETE FROM "Entry"; DELETE FROM "ServiceFacts"; DELETE FROM "Service";
       INSERT INTO "Erasure" ("table", "subject") VALUES ('everything', '')`,
    );
    expect((await currentHistories()).services).toEqual([]);
    await expectAsAfterRestart();
  });

  it("are read anew where another database has come in the place of theirs, as after a restored backup", async () => {
    await aService({ tier: 1 }, NOON);
    expect((await currentHistories()).services).toHaveLength(1);
    const admin = inject("databaseAdminUrl");
    const name = new URL(testDatabase()).pathname.slice(1);
    const other = await createDatabase(admin, `${name}_other`, `${inject("databasePrefix")}template`);
    await withClient(other, (client) =>
      client.query(`INSERT INTO "Organisation" ("name", "timeZone", "currency", "createdAt")
        VALUES ('Elsewhere', 'Asia/Tokyo', 'JPY', now())`),
    );
    await withClient(admin, async (client) => {
      await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
      await client.query(`ALTER DATABASE "${name}" RENAME TO "${name}_before"`);
      await client.query(`ALTER DATABASE "${name}_other" RENAME TO "${name}"`);
    });
    // the first look may find that its connection was cut
    await expect.poll(() => currentHistories().then(({ timeZone }) => timeZone, String)).toBe("Asia/Tokyo");
    expect((await currentHistories()).services).toEqual([]);
    await expectAsAfterRestart();
  });
});
