import { dirname } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { NO_FILTERS, openEngine } from "./engine";
import type { Migration } from "./files";

/**
 * Prisma's adapter on one connection that is ours and inside a transaction already. Scripts go to the server whole (its
 * own way of cutting them at every semicolon would tear functions apart), and the engine's transactions are savepoints.
 */
async function onConnection(client: pg.Client, failed: (error: unknown) => void): Promise<SqlDriverAdapter> {
  const adapter: SqlDriverAdapter = await new PrismaPg({}).connect();
  Object.assign(adapter, { client });
  const { executeRaw, queryRaw } = adapter;
  // The engine's own advisory lock belongs to a session, and would outlive our transaction; ours is held already.
  const isLock = (sql: string) => sql.includes("pg_advisory_lock");
  adapter.queryRaw = async (query) =>
    isLock(query.sql) ? { columnNames: [], columnTypes: [], rows: [] } : queryRaw.call(adapter, query);
  adapter.executeRaw = async (query) => (isLock(query.sql) ? 0 : executeRaw.call(adapter, query));
  adapter.executeScript = async (script) => {
    try {
      await client.query(script);
    } catch (error) {
      failed(error);
      throw error;
    }
  };
  adapter.startTransaction = async () => {
    await client.query("savepoint engine");
    return {
      provider: "postgres",
      adapterName: adapter.adapterName,
      options: { usePhantomQuery: true },
      queryRaw: (query) => adapter.queryRaw(query),
      executeRaw: (query) => adapter.executeRaw(query),
      commit: async () => void (await client.query("release savepoint engine")),
      rollback: async () => void (await client.query("rollback to savepoint engine")),
    };
  };
  adapter.dispose = async () => {};
  return adapter;
}

/** The list of migrations as the engine wants it. */
export const migrationsList = (folder: string, migrations: readonly Migration[]) => ({
  baseDir: dirname(folder),
  lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"' },
  shadowDbInitScript: "",
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
  })),
});

/**
 * Has Prisma's schema engine apply what is missing of these migrations, within the transaction that the connection is
 * in: it writes its record in `_prisma_migrations` there too.
 * @throws what the server said to the SQL that failed; the caller rolls back
 */
export async function applyWithEngine(
  client: pg.Client,
  folder: string,
  migrations: readonly Migration[],
): Promise<void> {
  let reason: unknown;
  const adapter = await onConnection(client, (error) => {
    reason ??= error;
  });
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: "postgres",
    adapterName: adapter.adapterName,
    connect: async () => adapter,
    connectToShadowDb: async () => Promise.reject(new Error("no shadow database is needed")),
  };
  const engine = await openEngine(factory);
  try {
    await engine.applyMigrations({ migrationsList: migrationsList(folder, migrations), filters: NO_FILTERS });
  } catch (error) {
    throw reason ?? error;
  } finally {
    engine.free();
  }
}
