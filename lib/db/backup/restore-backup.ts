import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import { connectPatiently, describe } from "../migrations/connect";
import { type Migration, readMigrations } from "../migrations/files";
import { applyNext, inMigration, migrate } from "../migrations/migrate";
import type { Manifest } from "./format";
import { BackupProblem, fromDatabase } from "./problem";
import { readBackup } from "./read-backup";
import { sequencesOf, unhurried } from "./snapshot";
import { whyLeftOut } from "./tables";
import { claimEmpty, clearSchema } from "./target";

const PATIENCE_MS = 30_000;
const TABLE_WAIT = "10s";
/**
 * How far the numbers of what is not restored jump: what a browser or a process remembers of changes that came after the backup
 * must not be taken for others that come after the restore.
 */
const NUMBERS_JUMP = 1_000_000_000;

export interface RestoreOptions {
  /** postgresql://…; a direct one, where there is a pooler too. */
  url: string;
  file: string;
  /** prisma/migrations of this release. */
  migrations: string;
  /** Version of this release. */
  release: string;
  /** What this release brings along, once everything is restored. */
  seed?: (url: string) => Promise<void>;
  /** How much was restored, from 0 to 1. */
  progress?: (share: number) => void;
  say?: (line: string) => void;
  signal?: AbortSignal;
}

/**
 * Makes sure that a file is a whole backup which this release can restore, without a database.
 * @throws BackupProblem
 */
export async function checkBackup(
  options: Pick<RestoreOptions, "file" | "migrations" | "progress" | "say" | "signal">,
): Promise<Manifest> {
  const manifest = await readBackup(options);
  const known = new Map((await readMigrations(options.migrations)).map((each) => [each.name, each]));
  const unknown = manifest.migrations.filter(({ name }) => !known.has(name));
  if (unknown.length > 0) {
    const by =
      unknown.map(({ appliedBy }) => appliedBy).find((release) => release !== "") ?? manifest.release;
    throw new BackupProblem(
      `${options.file} is of a database that Plumbline ${by} had migrated (${unknown.map(({ name }) => name).join(", ")}), which this release does not know.\n` +
        `Nothing was changed. Restore it with release ${by} or newer.`,
    );
  }
  for (const { name, checksum } of manifest.migrations) {
    if (known.get(name)?.checksum !== checksum)
      options.say?.(`warning: migration ${name} was changed after the backup was made`);
  }
  return manifest;
}

/**
 * Puts a backup into an empty database, in one transaction: the tables as they were when it was made, their rows, then what later
 * migrations do to them. What is read is checked once more on the way.
 * @param checked what checkBackup said of the same file
 * @throws BackupProblem, MigrationProblem: nothing was changed
 */
export async function restoreBackup(options: RestoreOptions, checked: Manifest): Promise<void> {
  const { url, signal, release, say = () => {} } = options;
  signal?.throwIfAborted();
  const migrations = await readMigrations(options.migrations);
  const client = await connectPatiently(url, PATIENCE_MS, say);
  const abandon = () => void client.end().catch(() => {});
  signal?.addEventListener("abort", abandon, { once: true });
  try {
    await inMigration(client, () => fill(client, options, checked, migrations));
    await client.query("ANALYZE").catch(() => {}); // Postgres does so by itself, later
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof BackupProblem || !fromDatabase(error)) throw error;
    const { message } = error as Error;
    throw new BackupProblem(
      `The database at ${describe(url)} did not take the backup: ${message}. Nothing was changed there.`,
    );
  } finally {
    signal?.removeEventListener("abort", abandon);
    await client.end().catch(() => {});
  }
  const { seed } = options;
  await migrate({ url, folder: options.migrations, release, say, ...(seed ? { seed } : {}) });
}

async function fill(
  client: pg.Client,
  options: RestoreOptions,
  backup: Manifest,
  migrations: readonly Migration[],
): Promise<void> {
  await unhurried(client);
  await client.query(`SET LOCAL lock_timeout = '${TABLE_WAIT}'`);
  await clearSchema(client, await claimEmpty(client, options.url, migrations));
  const { release, say } = options;
  const had = new Set(backup.migrations.map(({ name }) => name));
  const early = migrations.filter(({ name }) => had.has(name));
  while (await applyNext(client, early, { release }));
  await copyRows(client, options, backup);
  await setSequences(client, backup);
  while (await applyNext(client, migrations, say ? { release, say } : { release }));
  await client.query(
    `INSERT INTO "AuditEvent" ("at", "action", "subjectType", "subjectId", "details", "requestId")
     VALUES (now(), 'data.restored', 'organisation', '1', $1, $2)`,
    [{ backupOf: backup.createdAt, madeBy: backup.release }, randomUUID()],
  );
}

/** Copies every table in, our own triggers resting: what they would do was done when the rows were written first. */
async function copyRows(client: pg.Client, options: RestoreOptions, backup: Manifest): Promise<void> {
  const tables = new Map(backup.tables.map((table) => [table.name, table]));
  const triggers = async (state: "DISABLE" | "ENABLE") => {
    for (const name of tables.keys())
      await client.query(`ALTER TABLE public.${client.escapeIdentifier(name)} ${state} TRIGGER USER`);
  };
  await triggers("DISABLE");
  let current: { table: string; copy: Copy } | null = null;
  const reading = readBackup(options, async (table, rows) => {
    if (current?.table !== table) {
      await current?.copy.finish();
      const columns = tables.get(table)?.columns;
      if (!columns)
        throw new BackupProblem(`${options.file} changed while it was read. Nothing was changed.`);
      current = { table, copy: new Copy(client, table, columns) };
    }
    await current.copy.write(rows);
  });
  // Else the server would wait for the rest of the rows, and whoever rolls back for the server.
  const read = await reading.catch((error) => {
    current?.copy.abandon();
    throw error;
  });
  await (current as { copy: Copy } | null)?.copy.finish();
  if (JSON.stringify(read) !== JSON.stringify(backup))
    throw new BackupProblem(`${options.file} changed while it was read. Nothing was changed.`);
  await triggers("ENABLE");
}

/** One COPY … FROM STDIN. */
class Copy {
  readonly #stream: CopyStreamQuery;
  #refuse: (error: unknown) => void = () => {};
  #refusal: unknown = null;

  constructor(client: pg.Client, table: string, columns: readonly string[]) {
    const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
    this.#stream = client.query(
      copyFrom(`COPY public.${client.escapeIdentifier(table)} (${list}) FROM STDIN`),
    );
    this.#stream.once("error", (error) => {
      this.#refusal = error;
      this.#refuse(error);
    });
  }

  write(rows: Buffer): Promise<void> {
    return this.#until((done) => this.#stream.write(rows, () => done()));
  }

  finish(): Promise<void> {
    return this.#until((done) => this.#stream.end(() => done()));
  }

  abandon(): void {
    if (this.#refusal === null) this.#stream.destroy(new Error("the backup could not be read to its end"));
  }

  /** The stream never calls back once the server has refused something. */
  #until(begin: (done: () => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#refusal !== null) return reject(this.#refusal);
      this.#refuse = reject;
      begin(resolve);
    });
  }
}

async function setSequences(client: pg.Client, backup: Manifest): Promise<void> {
  const there = new Map(
    (await sequencesOf(client)).map(({ table, column, sequence }) => [`${table}.${column}`, sequence]),
  );
  for (const { table, column, last } of backup.sequences) {
    const sequence = there.get(`${table}.${column}`);
    if (!sequence) continue;
    const next = BigInt(last) + (whyLeftOut(table) === null ? 1n : BigInt(NUMBERS_JUMP));
    await client.query("SELECT setval($1::regclass, $2::bigint, false)", [sequence, String(next)]);
  }
}
