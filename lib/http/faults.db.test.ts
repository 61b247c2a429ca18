import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type EmbeddedPostgres, start } from "../../scripts/embedded-postgres.mjs";
import { env } from "../config/env";
import { db, pool } from "../db/client";
import { aChecklist, aVersion } from "../testing/checklists";
import { createTemplate, withClient } from "../testing/databases";
import { eightWriters, inTransactions, wrongIn } from "../testing/eight-writers";
import { aPerson, aService, NOON } from "../testing/factories";
import { freeze } from "../testing/freeze";
import { type Reply, send, signedIn } from "../testing/http";
import { dataFolder, removeDataFolder } from "../testing/own-postgres";
import { type StallingProxy, stallingProxy } from "../testing/stalling-proxy";

process.env.LOG_LEVEL ??= "silent";

/** With PLUMBLINE_EVERY_FAULT=1 each work meets each fault, which takes a quarter of an hour. */
const EVERY = process.env.PLUMBLINE_EVERY_FAULT === "1";
const ROWS = EVERY ? 3_000 : 300;
const MOVED = EVERY ? 300 : 40;

let dataDir: string;
let postgres: EmbeddedPostgres;
let direct: string;
let proxy: StallingProxy;
let whileSaving: Awaited<ReturnType<typeof eightWriters>>;
let boss: Awaited<ReturnType<typeof aService>>;
let as: string;
let executive: string;
let checklist: string;
let moved: string[];
beforeAll(async () => {
  dataDir = dataFolder();
  postgres = await start({ dataDir, durable: false });
  direct = await createTemplate(postgres.adminUrl, "faults");
  proxy = await stallingProxy(direct);
  Object.assign(env(), { DATABASE_URL: proxy.url, DATABASE_SESSIONS: "own" });
  // On a machine that is busy the first connection may take longer than it may.
  await vi.waitFor(() => db().organisation.count(), { timeout: 60_000, interval: 500 });
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  boss = await aService();
  as = await signedIn(boss.admin);
  executive = await signedIn(await aPerson({ executive: true }));
  const { id, key } = await aChecklist();
  await aVersion(id, { number: 2 });
  checklist = key;
  const made = await importRows(MOVED, "moved");
  expect(made.status, JSON.stringify(made.body).slice(0, 500)).toBe(200);
  moved = (await db().service.findMany({ where: { name: { startsWith: "moved" } } })).map(({ slug }) => slug);
  expect((await moveTo(1)).status).toBe(200);
  whileSaving = await eightWriters();
}, 180_000);
afterAll(async () => {
  proxy?.close();
  await db().$disconnect();
  await pool()
    .end()
    .catch(() => undefined);
  await removeDataFolder(dataDir);
});

const importRows = (count: number, name: string) => {
  const lines = Array.from({ length: count }, (_, i) => `${name} ${i},${boss.teamSlug},3,live`);
  const body = { csv: `name,team,tier,lifecycle\n${lines.join("\n")}`, what: "services" };
  return send("importCsv", { as, body, headers: { "idempotency-key": randomUUID() } });
};
const moveTo = (to: number) =>
  send("moveServices", {
    as,
    params: { checklist },
    body: { to, services: moved },
    headers: { "idempotency-key": randomUUID() },
  });
const count = (sql: string) =>
  withClient(direct, async (client) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n));

/** What takes long: how it is asked for, and how much of it is there to be seen. */
interface Work {
  ask(): Promise<Reply>;
  /** How many rows it has written, of how many. */
  written(): Promise<number>;
  whole: number;
}
let turn = 0;
const WORK: Record<string, () => Promise<Work>> = {
  import: async () => {
    turn += 1;
    const name = `import ${turn} `;
    const there = `FROM "Service" s WHERE s."name" LIKE '${name}%'`;
    const written = async () =>
      (await count(`SELECT count(*) AS n ${there}`)) +
      (await count(
        `SELECT count(*) AS n FROM "ServiceState" t JOIN "Service" s ON s."id" = t."serviceId" WHERE s."name" LIKE '${name}%'`,
      )) +
      (await count(
        `SELECT count(*) AS n FROM "AuditEvent" e JOIN "Service" s ON s."id"::text = e."subjectId" WHERE s."name" LIKE '${name}%'`,
      ));
    return { ask: () => importRows(ROWS, name), written, whole: 3 * ROWS };
  },
  "cost model": async () => {
    turn += 1;
    const [before, services] = [
      await count(`SELECT count(*) AS n FROM "ReadinessPoint" WHERE "cause" = 'rates'`),
      await count(
        `SELECT count(*) AS n FROM "ServiceState" t JOIN "Service" s ON s."id" = t."serviceId" WHERE s."checklistVersionId" = (SELECT "checklistVersionId" FROM "Service" WHERE "id" = '${boss.id}')`,
      ),
    ];
    return {
      ask: () =>
        send("saveCostModel", {
          as: executive,
          body: { rates: { "simultaneous-edits-kept": { data_loss: turn } } },
          headers: { "idempotency-key": randomUUID() },
        }),
      written: async () =>
        (await count(`SELECT count(*) AS n FROM "ReadinessPoint" WHERE "cause" = 'rates'`)) - before,
      whole: services,
    };
  },
  move: async () => {
    const version = `(SELECT v."id" FROM "ChecklistVersion" v JOIN "Checklist" c ON c."id" = v."checklistId" WHERE c."key" = '${checklist}' AND v."number" = `;
    const at = (number: number) =>
      count(`SELECT count(*) AS n FROM "Service" WHERE "checklistVersionId" = ${version}${number})`);
    const to = (await at(2)) > 0 ? 1 : 2;
    return { ask: () => moveTo(to), written: () => at(to), whole: MOVED };
  },
};

/** Returns once the work is in its transaction. */
async function underWay(): Promise<void> {
  const locks = () =>
    count(
      `SELECT count(*) AS n FROM pg_locks
       WHERE "database" = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND (locktype = 'advisory' OR (locktype = 'relation' AND mode = 'RowExclusiveLock' AND relation = '"CostModel"'::regclass))`,
    );
  await expect.poll(locks, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0);
}
/** Holds what all three have to wait for. */
const hold = (seconds: number) =>
  withClient(direct, async (client) => {
    await client.query("BEGIN");
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('plumbline.model'))`);
    await client.query('SELECT 1 FROM "Service" WHERE "slug" = ANY($1) OR "id" = $2 FOR UPDATE', [
      moved,
      boss.id,
    ]);
    await sleep(1_000 * seconds);
    await client.query("ROLLBACK");
  });

const FAULTS: Record<string, (ask: () => Promise<Reply>, seconds: number) => Promise<Reply>> = {
  "Postgres stopped": async (ask, seconds) => {
    const reply = ask();
    await underWay();
    await freeze(dataDir, 1_000 * seconds);
    return reply;
  },
  "a lock held": async (ask, seconds) => {
    const held = hold(seconds);
    await sleep(200);
    const [reply] = await Promise.all([ask(), held]);
    return reply;
  },
  "a network stalled": async (ask, seconds) => {
    const reply = ask();
    await underWay();
    proxy.stall("both");
    await sleep(1_000 * seconds);
    proxy.resume();
    return reply;
  },
};
const MATRIX: [string, string, number][] = EVERY
  ? Object.keys(WORK).flatMap((work) => [
      ...[7, 11, 25].map((s): [string, string, number] => [work, "Postgres stopped", s]),
      ...[12, 25].map((s): [string, string, number] => [work, "a lock held", s]),
      ...[7, 11, 25].map((s): [string, string, number] => [work, "a network stalled", s]),
    ])
  : [
      ["import", "Postgres stopped", 11],
      ["cost model", "a lock held", 12],
      ["move", "a network stalled", 11],
    ];

describe("while eight people save, what was refused is not there, and what was acknowledged is", () => {
  it.each(MATRIX)("%s: %s for %i s", { timeout: 240_000 }, async (what, fault, seconds) => {
    const work = await (WORK[what] as () => Promise<Work>)();
    const since = await withClient(direct, async (client) =>
      String((await client.query<{ x: string }>("SELECT pg_current_xact_id()::text AS x")).rows[0]?.x),
    );
    const started = performance.now();
    let tookMs = 0;
    const { result, told } = await whileSaving(async () => {
      const reply = await (FAULTS[fault] as (typeof FAULTS)[string])(work.ask, seconds);
      tookMs = performance.now() - started;
      return reply;
    });
    await expect.poll(() => inTransactions(direct), { timeout: 20_000 }).toBe(0);
    const wrong = await wrongIn(direct, since, told);
    // A lock is waited for 20 s, silence borne for a minute.
    const refused = fault === "a lock held" && seconds > 20;
    expect(
      { status: result.status, written: await work.written(), ...wrong },
      JSON.stringify(result.body).slice(0, 500),
    ).toEqual({
      ...(refused ? { status: 503, written: 0 } : { status: 200, written: work.whole }),
      ...{ lost: [], refusedButThere: [], sharedTransactions: [], halfMade: [] },
    });
    expect(told.kept.length).toBeGreaterThan(0);
    expect([...told.looked].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    // 5 s, and room for a machine that is slow or shared.
    expect(told.longestMs).toBeLessThan(15_000);
    expect(tookMs).toBeLessThan(120_000);
    if (EVERY)
      console.log(
        `${what}, ${fault} ${seconds} s: ${result.status} after ${Math.round(tookMs)} ms; ${told.kept.length} kept, ${told.refused.length} refused, ${told.open.length} not known, longest ${Math.round(told.longestMs)} ms`,
      );
  });
});
