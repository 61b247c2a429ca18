import type pg from "pg";
import { applyWithEngine } from "./apply";
import { connectPatiently } from "./connect";
import { type Migration, readMigrations } from "./files";
import { MigrationProblem } from "./problem";
import { isOlder } from "./release";
import { ensureTables, type Row } from "./tables";

/** Any two runners take the same number; `plumb` in ASCII. */
const LOCK = 0x706c756d62;
const LOCK_WAIT = "120s";
/** A migration waits no longer than this for a table that others use: behind it, everybody else would queue. */
const TABLE_WAIT_MS = 10_000;

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

/**
 * Bring a database to this release. Prisma's schema engine applies each migration in one transaction with its record in `_prisma_migrations` (Prisma's own table,
 * which its tools go on understanding) and in `plumbline_schema`: killed at any moment, it has happened or it has not. The lock is
 * taken inside that transaction, so any number of runners may come at once, through a pooler too.
 * Migrations the database has and we do not know are fine as long as they allow our release.
 * @returns names of what was applied now, in order
 * @throws MigrationProblem the database is not to be had, demands a newer release, or a migration failed (and left no trace)
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { url, say = () => {}, patienceMs = 30_000 } = options;
  const migrations = await readMigrations(options.folder);
  const client = await connectPatiently(url, patienceMs, say);
  try {
    await inMigration(client, () => ensureTables(client));
    const applied: string[] = [];
    for (;;) {
      const name = await applyNext(client, migrations, options);
      if (!name) break;
      applied.push(name);
    }
    const { seed } = options;
    if (seed) await inMigration(client, () => seed(url));
    return applied;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Apply the first migration that is missing. @returns its name, or null when none is */
async function applyNext(
  client: pg.Client,
  migrations: readonly Migration[],
  options: MigrateOptions,
): Promise<string | null> {
  return inMigration(client, () => applyNextWithin(client, migrations, options));
}

/**
 * The same within a transaction that holds the lock already, as a restore does: nothing of it is seen before that commits.
 * @returns its name, or null when none is missing
 */
export async function applyNextWithin(
  client: pg.Client,
  migrations: readonly Migration[],
  options: Omit<MigrateOptions, "url">,
): Promise<string | null> {
  const { release, say = () => {}, tableWaitMs = TABLE_WAIT_MS } = options;
  const { rows } = await client.query<Row>(
    `select p.migration_name as name, p.checksum, s.lowest_release as "lowestRelease"
       from public._prisma_migrations p left join public.plumbline_schema s on s.migration = p.migration_name
      where p.finished_at is not null and p.rolled_back_at is null`,
  );
  refuseNewer(rows, release);
  const there = new Map(rows.map((row) => [row.name, row]));
  const next = migrations.find(({ name }) => !there.has(name));
  if (!next) {
    warnOfChanged(migrations, there, say);
    return null;
  }
  if (isOlder(release, next.lowestRelease))
    throw new Error(`${next.name} demands release ${next.lowestRelease}, and this is ${release}`);
  say(`applying migration ${next.name} …`);
  const upToNext = migrations.slice(0, migrations.indexOf(next) + 1);
  await apply(client, { ...options, tableWaitMs }, upToNext, next);
  return next.name;
}

async function apply(
  client: pg.Client,
  { folder, release, tableWaitMs }: Omit<MigrateOptions, "url"> & { tableWaitMs: number },
  upToNext: readonly Migration[],
  { name, lowestRelease }: Migration,
): Promise<void> {
  try {
    await client.query(`set local lock_timeout = ${Math.ceil(tableWaitMs)}`);
    await applyWithEngine(client, folder, upToNext);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationProblem(
      `Migration ${name} failed: ${reason}\n` +
        "It left no trace: the data is as it was before, and the release that ran on it still does. Start again to try again.",
    );
  }
  await client.query(
    "insert into public.plumbline_schema (migration, lowest_release, applied_by) values ($1, $2, $3)",
    [name, lowestRelease, release],
  );
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
