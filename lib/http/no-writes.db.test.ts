import { describe, expect, it } from "vitest";
import { env } from "../config/env";
import { pool } from "../db/client";
import { withClient } from "../testing/databases";
import { aServiceAndAdmin, send } from "../testing/http";
import { readiness } from "./health";

const QUESTION = "simultaneous-edits-kept";
const { service, as } = await aServiceAndAdmin();

const query = (sql: string) => withClient(env().DATABASE_URL, (client) => client.query(sql));
const save = () =>
  send("saveAnswer", {
    as,
    params: { service: service.slug, question: QUESTION },
    body: { verdict: "no", expectedVersion: 0 },
  });

/** Sets something for all connections, also for those of the pool: they are ended, and come again. */
async function setForAll(change: string): Promise<void> {
  await query(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I ${change}', current_database()); END $$`);
  await query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await expect
    .poll(() =>
      pool()
        .query("SELECT 1")
        .then(
          () => true,
          () => false,
        ),
    )
    .toBe(true);
  // As a process that has not asked lately.
  Reflect.deleteProperty(globalThis, Symbol.for("plumbline.probe-write"));
}

describe("while the database takes no writes", () => {
  it.each([
    ["53100", "disk", /disk of the database is full.*saved before is kept.*make room/],
    ["53200", "memory", /run out of memory or reached a limit.*kept/],
    ["53400", "a limit", /run out of memory or reached a limit.*kept/],
    ["25006", "read-only", /is read-only.*kept/],
  ])(
    "a save that Postgres refuses with %s (%s) is 503, says what to do, and leaves nothing",
    async (code, _, said) => {
      await query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '${code}'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse();`);
      try {
        const reply = await save();
        expect(reply, JSON.stringify(reply.body)).toMatchObject({
          status: 503,
          body: { code: "unavailable" },
        });
        expect((reply.body as { detail: string }).detail).toMatch(said);
        expect(Number(reply.headers.get("retry-after"))).toBeGreaterThanOrEqual(10);
        expect((await query('SELECT 1 FROM "Answer"')).rowCount).toBe(0);
        expect((await send("listServices", { as })).status).toBe(200);
      } finally {
        await query("DROP FUNCTION refuse CASCADE");
      }
    },
  );

  it.each([
    ["no room for a temporary file", "SET temp_file_limit = 64", "RESET temp_file_limit"],
    [
      "a provider made it read-only",
      "SET default_transaction_read_only = on",
      "RESET default_transaction_read_only",
    ],
  ])("readiness says so, and says so no more when it does again: %s", async (_, change, reset) => {
    await setForAll(change);
    const away = await readiness();
    await withClient(env().DATABASE_URL, async (client) => {
      await client.query("SET default_transaction_read_only = off");
      await client.query(
        `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I ${reset}', current_database()); END $$`,
      );
    });
    await setForAll(reset);
    expect(away.status).toBe(503);
    expect(await away.json()).toMatchObject({
      status: "not_ready",
      database: true,
      schema: true,
      writable: false,
    });
    expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0);
    const back = await readiness();
    expect(back.status).toBe(200);
    expect(await back.json()).toMatchObject({ status: "ready", writable: true });
  });
});
