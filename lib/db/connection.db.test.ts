import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { env } from "../config/env";
import { metrics } from "../config/metrics";
import { AppError } from "../domain/errors";
import { PATIENCE } from "../domain/patience";
import { testDatabase } from "../testing/database";
import { withClient } from "../testing/databases";
import { type StallingProxy, stallingProxy } from "../testing/stalling-proxy";
import { db, pool } from "./client";
import { databaseError } from "./errors";
import { whileOpening } from "./pool";
import { inTransaction, type Tx, withPatience } from "./transaction";

process.env.LOG_LEVEL ??= "silent";

let proxy: StallingProxy;
beforeAll(async () => {
  proxy = await stallingProxy(testDatabase());
  Object.assign(env(), { DATABASE_URL: proxy.url });
});
afterEach(() => proxy.resume());
afterAll(() => proxy.close());

const ended = async (why: string) =>
  (await metrics().connectionsEnded.get()).values.find(({ labels }) => labels.why === why)?.value ?? 0;
const open = () =>
  withClient(testDatabase(), async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS "n" FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`,
    );
    return rows[0]?.n;
  });
const name = () => `Team ${randomUUID()}`;
const addTeam = (tx: Tx, of: string) =>
  tx.team.create({ data: { id: randomUUID(), name: of, slug: of.slice(5), createdAt: new Date() } });
const isThere = (of: string) =>
  withClient(testDatabase(), async (client) => {
    const { rows } = await client.query('SELECT 1 FROM "Team" WHERE "name" = $1', [of]);
    return rows.length === 1;
  });

describe("a connection of the pool", () => {
  it("given back inside a transaction is ended, not handed on, and counted", async () => {
    const before = await ended("unclean");
    const team = name();
    for (const given of ["BEGIN", "BEGIN; SELECT 1", "BEGIN; SELECT 1/0"]) {
      const client = await pool().connect();
      await client.query(given).catch(() => undefined);
      await client
        .query(
          `INSERT INTO "Team" ("id", "name", "slug", "createdAt") VALUES (gen_random_uuid(), $1, $1, now())`,
          [team],
        )
        .catch(() => undefined);
      client.release();
      const { rows } = await pool().query<{ since: Date | null }>(
        `SELECT xact_start = statement_timestamp() AS "since" FROM pg_stat_activity WHERE pid = pg_backend_pid()`,
      );
      expect(rows).toEqual([{ since: true }]);
    }
    await inTransaction((tx) => addTeam(tx, name()));
    expect(await ended("unclean")).toBe(before + 3);
    expect(await isThere(team)).toBe(false);
  });

  it("given back with a statement under way is ended", async () => {
    const before = await ended("unclean");
    const client = await pool().connect();
    const late = client.query("SELECT pg_sleep(1)");
    client.release();
    await expect(late).rejects.toThrow();
    expect(await ended("unclean")).toBe(before + 1);
  });

  it("waits as long as its transaction allows: seven seconds are nothing where a minute is", async () => {
    const work = (tx: Tx) => tx.$queryRaw`SELECT 1 AS "one" FROM pg_sleep(7)`;
    expect(await withPatience("long", () => inTransaction(work))).toEqual([{ one: 1 }]);
  });

  it("that fell silent is ended: nothing of its transaction is written, nobody else gets it", async () => {
    const before = await ended("silent");
    const team = name();
    const work = inTransaction(async (tx) => {
      await addTeam(tx, team);
      proxy.stall("both");
      await addTeam(tx, name());
    });
    const error = await work.catch((reason: unknown) => reason);
    expect(databaseError(error)).toMatchObject({ code: "unavailable" });
    expect(await ended("silent")).toBe(before + 1);
    proxy.resume();
    await Promise.all(Array.from({ length: 12 }, () => inTransaction((tx) => addTeam(tx, name()))));
    await expect.poll(open).toBe(0);
    expect(await isThere(team)).toBe(false);
  });
});

describe("a COMMIT that is not answered", () => {
  it("and never arrived in time is refused by the server when it does", async () => {
    const team = name();
    const work = inTransaction(async (tx) => {
      await addTeam(tx, team);
      proxy.stall("asked");
    });
    const error = await work.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).message).toMatch(/may or may not be saved/);
    proxy.resume();
    await expect.poll(open).toBe(0);
    expect(await isThere(team)).toBe(false);
  });

  it("is refused from the end of its transaction on, however long a lock might have been waited for", async () => {
    const team = name();
    const opening = { patience: { ...PATIENCE.usual, timeoutMs: 1_500 }, begun: null };
    const work = whileOpening(opening, () =>
      db().$transaction(async (tx) => {
        await addTeam(tx, team);
        proxy.stall("asked");
      }),
    );
    await expect(work).rejects.toThrow();
    proxy.resume();
    await expect.poll(open).toBe(0);
    expect(await isThere(team)).toBe(false);
  });

  it("since the connection broke is not given up as unknown while it might still arrive in time", async () => {
    const team = name();
    const work = inTransaction(async (tx) => {
      await addTeam(tx, team);
      proxy.stall("asked");
      setTimeout(() => proxy.hangUp(), 200);
    });
    const error = await work.catch((reason: unknown) => reason);
    expect((error as AppError).message).toMatch(/may or may not be saved/);
    proxy.resume();
    await expect.poll(open).toBe(0);
    expect(await isThere(team)).toBe(false);
  });

  it("but was carried out is found out: the work is done, and its result is given", async () => {
    const team = name();
    const result = await inTransaction(async (tx) => {
      const { name: made } = await addTeam(tx, team);
      proxy.stall("answered", false);
      return made;
    });
    expect(result).toBe(team);
    expect(await isThere(team)).toBe(true);
  });

  it("and is still under way is ended, and then refused", async () => {
    const team = name();
    const work = inTransaction(async (tx) => {
      await addTeam(tx, team);
      proxy.stall("asked", false);
    });
    const error = await work.catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(AppError);
    expect(databaseError(error)).toMatchObject({ code: "unavailable" });
    expect(await open()).toBe(0);
    proxy.resume();
    expect(await isThere(team)).toBe(false);
  });
});

describe("a statement of one's own", () => {
  it("outside of transactions is given up when the database is silent, and the next one is answered", async () => {
    await db().team.count();
    proxy.stall("both");
    const error = await db()
      .team.count()
      .catch((reason: unknown) => reason);
    expect(databaseError(error)).toMatchObject({ code: "unavailable" });
    proxy.resume();
    expect(await db().team.count()).toBeGreaterThanOrEqual(0);
  });
});
