import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { planGap } from "../commands/gaps/plan-gap";
import { deleteService } from "../commands/services/delete-service";
import { editService } from "../commands/services/edit-service";
import { editTeam } from "../commands/teams/edit-team";
import { db } from "../db/client";
import { testDatabase } from "../testing/database";
import { aService, daysLater, NOON, scopeOf } from "../testing/factories";
import { dice } from "../testing/long-history";
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
const told = ({ services, teams, plans, models, timeZone, currency }: Histories) => ({
  ...{ services, timeZone, currency },
  teams: [...teams.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  plans: [...plans].flatMap(([id, own]) => [...own].map((plan) => [id, ...plan])).sort(),
  models: models.all.map(({ row }) => row),
});

/** What this process has come to know step by step is what one that starts now reads. */
async function expectAsAfterRestart(): Promise<void> {
  expect(told(await currentHistories())).toEqual(told((await loadHistories()).histories));
}

let service: Awaited<ReturnType<typeof aService>>;
let version = 0;

/** An entry as a writer adds it, without the rest of the story. */
const addEntry = (client: pg.Client, at: Date) => {
  version += 1;
  return client.query(
    `INSERT INTO "Entry" ("serviceId", "questionKey", "version", "kind", "at", "personId", "source", "from", "to", "reason", "evidence")
     VALUES ($1, $2, $3, 'save', $4, $5, 'person', 'no', 'yes', 'So it is.', '[]')`,
    [service.id, `written-by-hand-${version % 7}`, version + 1, at, service.admin.person.id],
  );
};

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

  it("learn of a transaction that began before others and ends after them", async () => {
    const [slow, fast] = [await connected(), await connected()];
    await slow.query("BEGIN");
    await addEntry(slow, daysLater(10));
    await addEntry(fast, daysLater(11));
    await expectAsAfterRestart();
    const without = (await currentHistories()).services.find(({ id }) => id === service.id);
    await slow.query("COMMIT");
    await expectAsAfterRestart();
    const with_ = (await currentHistories()).services.find(({ id }) => id === service.id);
    expect(with_?.answers.at.length).toBe((without?.answers.at.length ?? 0) + 1);
  });

  it("are right whatever four writers do at the same time, with savepoints, rollbacks and late commits", async () => {
    const writers = await Promise.all(Array.from({ length: 4 }, connected));
    const open = new Set<number>();
    const roll = dice(11);
    for (let turn = 0; turn < 200; turn += 1) {
      const place = roll(writers.length);
      const writer = writers[place] as pg.Client;
      const what = roll(6);
      if (!open.has(place)) {
        await writer.query("BEGIN");
        open.add(place);
      }
      if (what < 3) await addEntry(writer, daysLater(20 + roll(30), roll(1000)));
      else if (what === 3) {
        await writer.query("SAVEPOINT here");
        await addEntry(writer, daysLater(20));
        await writer.query(roll(2) === 0 ? "ROLLBACK TO SAVEPOINT here" : "RELEASE SAVEPOINT here");
      } else {
        await writer.query(what === 4 ? "COMMIT" : "ROLLBACK");
        open.delete(place);
      }
      if (turn % 7 === 0) await expectAsAfterRestart();
    }
    for (const place of open) await writers[place]?.query("COMMIT");
    await expectAsAfterRestart();
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
});
