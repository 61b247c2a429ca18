import type pg from "pg";
import { reasonOf } from "../../domain/errors";
import { connectPatiently, MigrationProblem } from "./connect";
import { type Migration, readMigrations } from "./files";
import { isOlder } from "./release";

/** Any two runners take the same number; `plumb` in ASCII. */
const LOCK = 0x706c756d62;
const LOCK_WAIT = "120s";
/** A migration waits no longer than this for a table that others use: behind it, everybody else would queue. */
const TABLE_WAIT_MS = 10_000;
/** Oldest Postgres that we are tested with, as `server_version_num` has it. */
const OLDEST_POSTGRES = 150_000;

export type MigrateOptions = {
  /** postgresql://…; a direct one, where there is a pooler too. */
  url: string;
  /** prisma/migrations */
  folder: string;
  /** Version of this release. */
  release: string;
  say?: (line: string) => void;
  /** How long to wait for a database that is starting. */
  patienceMs?: number;
  /** How long a migration may wait for a table. */
  tableWaitMs?: number;
  /** Runs after the migrations, one process at a time. */
  seed?: (url: string) => Promise<void>;
};

/** What a database says of one migration. */
type Row = {
  name: string;
  checksum: string;
  /** Prisma's tools commit before they begin; we never leave such a row. */
  unfinished: boolean;
  /** Null when the record was made by Prisma's tools, which know nothing of it. */
  lowestRelease: string | null;
};

/**
 * Bring a database to this release. Each migration is one transaction with its record in `_prisma_migrations` (Prisma's own table,
 * which its tools go on understanding) and in `plumbline_schema`: killed at any moment, it has happened or it has not. The lock is
 * taken inside that transaction, so any number of runners may come at once, through a pooler too.
 * Migrations the database has and we do not know are fine as long as they allow our release.
 * @returns names of what was applied now, in order
 * @throws MigrationProblem the database is not to be had, demands a newer release, or a migration failed (and left no trace)
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { url, seed, say = () => {}, patienceMs = 30_000 } = options;
  const migrations = await readMigrations(options.folder);
  const client = await connectPatiently(url, patienceMs, say);
  try {
    const applied: string[] = [];
    for (;;) {
      const name = await inMigration(client, () => applyNext(client, migrations, options));
      if (!name) break;
      applied.push(name);
    }
    if (seed) await inMigration(client, () => seed(url));
    return applied;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Run work while holding the lock against every other runner, in one transaction. Only statements in it count: a pooler may give each transaction another session. */
export async function inMigration<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    await client.query(
      `set local lock_timeout = '${LOCK_WAIT}'; set local idle_in_transaction_session_timeout = 0`,
    );
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

/**
 * Apply the first migration that is missing, within a transaction that holds the lock.
 * @returns its name, or null when none is missing
 * @throws MigrationProblem, see migrate; the caller rolls back
 */
export async function applyNext(
  client: pg.Client,
  migrations: readonly Migration[],
  { release, say = () => {}, tableWaitMs = TABLE_WAIT_MS }: Omit<MigrateOptions, "url" | "folder">,
): Promise<string | null> {
  await ensureTables(client);
  const { rows } = await client.query<Row>(
    `select p.migration_name as name, p.checksum, p.finished_at is null as unfinished, s.lowest_release as "lowestRelease"
       from public._prisma_migrations p left join public.plumbline_schema s on s.migration = p.migration_name
      where p.rolled_back_at is null`,
  );
  refuseNewer(rows, release);
  const there = new Map(rows.filter((row) => !row.unfinished).map((row) => [row.name, row]));
  const next = migrations.find(({ name }) => !there.has(name));
  if (!next) {
    warnOfChanged(migrations, there, say);
    return null;
  }
  refuseUnfinished(rows);
  if (isOlder(release, next.lowestRelease))
    throw new Error(`${next.name} demands release ${next.lowestRelease}, and this is ${release}`);
  say(`applying migration ${next.name} …`);
  await apply(client, next, release, tableWaitMs);
  return next.name;
}

async function apply(
  client: pg.Client,
  { name, sql, checksum, lowestRelease }: Migration,
  release: string,
  tableWaitMs: number,
): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query(`set local lock_timeout = ${Math.ceil(tableWaitMs)}`);
    await client.query(sql);
  } catch (error) {
    throw new MigrationProblem(
      `Migration ${name} failed: ${reasonOf(error)}\n` +
        "It left no trace: the data is as it was before, and the release that ran on it still does. Start again to try again.",
    );
  }
  await client.query(
    `insert into public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values (gen_random_uuid(), $1, $2, $3, $4, 1)`,
    [checksum, name, startedAt, new Date()],
  );
  await client.query(
    "insert into public.plumbline_schema (migration, lowest_release, applied_by) values ($1, $2, $3)",
    [name, lowestRelease, release],
  );
}

/** @throws MigrationProblem when the database holds a migration that this release is too old for */
function refuseNewer(rows: readonly Row[], release: string): void {
  const demanding = rows.filter((row) => row.lowestRelease !== null && isOlder(release, row.lowestRelease));
  if (demanding.length === 0) return;
  const lowest = demanding.map((row) => String(row.lowestRelease)).reduce((a, b) => (isOlder(a, b) ? b : a));
  throw new MigrationProblem(
    `This data was last used by a newer release: it demands Plumbline ${lowest} or newer, and this is ${release}.\n` +
      `Nothing was changed. Start release ${lowest} or newer, or restore a backup made before the upgrade.`,
  );
}

/** @throws MigrationProblem when another tool began a migration here and left it half done */
function refuseUnfinished(rows: readonly Row[]): void {
  const half = rows.find((row) => row.unfinished);
  if (!half) return;
  throw new MigrationProblem(
    `Migration ${half.name} was begun on this database by another program, and did not finish: its tables may be half made.\n` +
      "Nothing was changed. Restore a backup, or undo what it did and say so with: npx prisma migrate resolve --rolled-back",
  );
}

/** A migration that was edited after it was applied here is not applied again: say so, since the tables may differ. */
function warnOfChanged(
  migrations: readonly Migration[],
  there: ReadonlyMap<string, Row>,
  say: (line: string) => void,
): void {
  for (const { name, checksum } of migrations) {
    const row = there.get(name);
    if (row && row.checksum !== checksum)
      say(`warning: migration ${name} was changed after it was applied to this database`);
  }
}

/**
 * Create the two tables in which a database remembers what was applied to it, unless they are there.
 * @throws MigrationProblem the server is too old, stores text in another encoding, or this user may not create tables
 */
async function ensureTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; complete: boolean }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
            to_regclass('public._prisma_migrations') is not null and to_regclass('public.plumbline_schema') is not null as complete`,
  );
  const server = rows[0];
  if (!server) throw new Error("the server did not answer a select");
  if (server.version < OLDEST_POSTGRES) {
    throw new MigrationProblem(
      `This is Postgres ${Math.floor(server.version / 10_000)}; Plumbline needs 15 or newer. Nothing was changed.`,
    );
  }
  if (server.encoding !== "UTF8") {
    throw new MigrationProblem(
      `The database stores text as ${server.encoding}; Plumbline needs UTF8. Nothing was changed.\n` +
        "Create one with: create database plumbline template template0 encoding 'UTF8'",
    );
  }
  if (server.complete) return;
  try {
    await client.query(TABLES);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "42501")) throw error;
    throw new MigrationProblem(
      "This user may not create tables in the schema `public`. Nothing was changed.\n" +
        "Make it the owner of the database, or: grant create on schema public to it",
    );
  }
}

/** The first is Prisma's own, column by column. */
const TABLES = `
create table if not exists public._prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
);
create table if not exists public.plumbline_schema (
  migration text primary key,
  lowest_release text not null,
  applied_by text not null,
  applied_at timestamptz not null default now()
);`;
