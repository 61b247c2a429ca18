import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { env } from "../../config/env";
import { resetDatabase, testDatabase } from "../../testing/database";
import { pool } from "../client";
import type { Change } from "./change";
import { ChangeHub } from "./hub";

const INSERT = `INSERT INTO "Change" ("at", "action", "subjectType", "subjectId", "question", "version")
  VALUES (clock_timestamp(), 'answer.saved', 'service', $1, 'q', 3) RETURNING "id"::float8 AS "id"`;
const insert = async (subject: string, by: { query: typeof pg.Client.prototype.query } = pool() as never) =>
  ((await by.query<{ id: number }>(INSERT, [subject])).rows[0]?.id ?? 0) as number;

process.env.LOG_LEVEL ??= "silent";

let hub: ChangeHub;
let heard: Change[];
let resets: number;
const subjects = () => heard.map((change) => change.subject);
const listen = () =>
  hub.listen({
    change: (change) => heard.push(change),
    reset: () => {
      resets += 1;
    },
  });

/** A connection that a test holds open. */
async function another(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: testDatabase() });
  await client.connect();
  return client;
}

/** What LISTEN hears behind a pooler in transaction mode: nothing. Everything else passes. */
function swallowNotifications() {
  const query = pg.Client.prototype.query;
  return vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    const text = typeof args[0] === "string" ? args[0] : "";
    return Reflect.apply(query, this, text.startsWith("LISTEN") ? ["SELECT 1"] : args) as never;
  });
}

beforeEach(() => {
  hub = new ChangeHub();
  heard = [];
  resets = 0;
});
afterEach(() => {
  hub.close();
  vi.restoreAllMocks();
});

describe("changes are heard", () => {
  it("by LISTEN, at once, with all that they carry", async () => {
    await listen();
    await expect.poll(() => hub.mode).toBe("listen");
    const subject = randomUUID();
    const id = await insert(subject);
    await expect.poll(subjects, { interval: 10 }).toEqual([subject]);
    expect(heard[0]).toMatchObject({
      ...{ id, action: "answer.saved", actor: null, subjectType: "service", question: "q", version: 3 },
    });
  });

  it("from the table each second, where LISTEN hears nothing", async () => {
    swallowNotifications();
    await listen();
    const subject = randomUUID();
    await insert(subject);
    await expect.poll(subjects).toEqual([subject]);
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(hub.mode).toBe("poll");
    const next = randomUUID();
    await insert(next);
    await expect.poll(subjects).toEqual([subject, next]);
  });

  it("from the table too when the transaction with the lower id commits last", async () => {
    swallowNotifications();
    await listen();
    const slow = await another();
    await slow.query("BEGIN");
    const late = await insert("late", slow as never);
    const early = await insert("early");
    expect(late).toBeLessThan(early);
    await expect.poll(subjects).toEqual(["early"]);
    await slow.query("COMMIT");
    await slow.end();
    await expect.poll(subjects).toEqual(["early", "late"]);
  });

  it("although it was written before anybody listened, when it commits afterwards", async () => {
    swallowNotifications();
    const slow = await another();
    await slow.query("BEGIN");
    await insert("late", slow as never);
    await insert("before");
    await listen();
    await slow.query("COMMIT");
    await slow.end();
    await expect.poll(subjects).toEqual(["late"]);
  });

  it("not when the transaction was rolled back", async () => {
    await listen();
    const slow = await another();
    await slow.query("BEGIN");
    await insert("never", slow as never);
    await slow.query("ROLLBACK");
    await slow.end();
    await insert("after");
    await expect.poll(subjects).toEqual(["after"]);
  });

  it("each once, while the LISTEN connection is killed again and again", async () => {
    await listen();
    await expect.poll(() => hub.mode).toBe("listen");
    const sent: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const { rowCount } = await pool().query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'plumbline listen' AND datname = current_database()`,
      );
      if (round === 0) expect(rowCount).toBe(1);
      for (let each = 0; each < 5; each += 1) {
        sent.push(`${round}.${each}`);
        await insert(`${round}.${each}`);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await expect.poll(() => subjects().length).toBe(sent.length);
    expect([...subjects()].sort()).toEqual(sent);
    await expect.poll(() => hub.mode).toBe("listen");
    await insert("again");
    await expect.poll(() => subjects().at(-1), { interval: 10 }).toBe("again");
    expect(resets).toBe(0);
  });

  it("by LISTEN at DATABASE_DIRECT_URL where there is one: while nothing answers there, from the table", async () => {
    const direct = new URL(testDatabase());
    direct.port = "1";
    Object.assign(env(), { DATABASE_DIRECT_URL: direct.href });
    try {
      await listen();
      await insert("polled");
      await expect.poll(subjects).toEqual(["polled"]);
      expect(hub.mode).toBe("poll");
    } finally {
      delete (env() as { DATABASE_DIRECT_URL?: string }).DATABASE_DIRECT_URL;
    }
    await expect.poll(() => hub.mode).toBe("listen");
  });

  it("no more once it is closed, not even what was being read just then", async () => {
    swallowNotifications();
    await listen();
    const client = await another();
    // other workers of the same cluster wait for locks of their own
    const waiting = `SELECT 1 FROM pg_locks WHERE NOT "granted"
      AND "database" = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    try {
      await client.query(`BEGIN; LOCK TABLE "Change" IN ACCESS EXCLUSIVE MODE`);
      await insert("too late", client);
      await expect.poll(async () => (await client.query(waiting)).rowCount).toBeGreaterThan(0);
      hub.close();
      await client.query("COMMIT");
    } finally {
      await client.end();
    }
    await insert("later");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard).toEqual([]);
  });

  it("no more by who left, but by who came", async () => {
    const leave = await listen();
    await expect.poll(() => hub.mode).toBe("listen");
    leave();
    const again: string[] = [];
    const leaveAgain = await hub.listen({ change: (change) => again.push(change.subject), reset: () => {} });
    await insert("heard");
    await expect.poll(() => again).toEqual(["heard"]);
    expect(heard).toEqual([]);
    leaveAgain();
  });

  it("a table that begins to count anew is a reset, after which changes are heard again", async () => {
    swallowNotifications();
    for (let each = 0; each < 5; each += 1) await insert("before");
    await listen();
    await resetDatabase();
    await expect.poll(() => resets).toBe(1);
    await insert("anew");
    await expect.poll(subjects).toEqual(["anew"]);
  });
});

it("who cannot be told because the database is away is told so, and may try again", async () => {
  const query = vi.spyOn(pool(), "query").mockRejectedValueOnce(new Error("Connection terminated") as never);
  await expect(listen()).rejects.toThrow("Connection terminated");
  query.mockRestore();
  await listen();
  await insert("now");
  await expect.poll(subjects).toEqual(["now"]);
});
