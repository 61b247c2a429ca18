import { readdirSync } from "node:fs";
import { join } from "node:path";
import { once } from "../config/once";
import { pool } from "./client";
import { isNotWritable } from "./errors";

const FRESH_MS = 1_000;
const PATIENCE_MS = 2_500;

const APPLIED = `SELECT count(*)::int AS "applied" FROM "_prisma_migrations"
  WHERE "migration_name" = ANY($1::text[]) AND "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;

/** The names of this release's migrations: its schema level. */
const ownMigrations = (): string[] =>
  once("migrations", () =>
    readdirSync(join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations"), {
      withFileTypes: true,
    })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  );

/** What a probe of the database found. */
export interface Probe {
  reachable: boolean;
  /** All migrations of this release have been applied. */
  migrated: boolean;
}

/** Asks the database whether it answers, within 2.5 s. Never throws. */
export async function probeDatabase(): Promise<Probe> {
  try {
    const asked = pool().query<{ applied: number }>(APPLIED, [ownMigrations()]);
    asked.catch(() => undefined);
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error("late")), PATIENCE_MS).unref(),
    );
    const { rows } = await Promise.race([asked, late]);
    return { reachable: true, migrated: rows[0]?.applied === ownMigrations().length };
  } catch (error) {
    const noTable = (error as { code?: unknown }).code === "42P01";
    return { reachable: noTable, migrated: false };
  }
}

/**
 * Rows that do not fit into this little memory go to a temporary file beside the data, a megabyte or two. It touches no table, takes no
 * transaction id, and needs no right.
 */
const WRITE = `SELECT set_config('work_mem', '64kB', true);
  SELECT count(*) FROM generate_series(1, 60000);
  SELECT current_setting('transaction_read_only') AS "readOnly"`;
const WRITE_FRESH_MS = 5_000;

const latestWrite = () => once("probe-write", () => ({ at: 0, writable: Promise.resolve(true) }));

/**
 * Whether the database takes writes, asked by having it write; at most once in five seconds while it does. What else is wrong with it
 * is for `probeDatabase` to say. Never throws.
 */
export async function probeWriting(): Promise<boolean> {
  const state = latestWrite();
  if (Date.now() - state.at > WRITE_FRESH_MS) {
    state.at = Date.now();
    state.writable = tryWriting();
  }
  const writable = await state.writable;
  if (!writable) state.at = 0;
  return writable;
}

async function tryWriting(): Promise<boolean> {
  try {
    // Several statements: as many results.
    const results = (await pool().query(WRITE)) as unknown as { rows: { readOnly?: string }[] }[];
    return results.at(-1)?.rows[0]?.readOnly !== "on";
  } catch (error) {
    return !isNotWritable(error);
  }
}

const latest = () => once("probe", () => ({ at: 0, found: null as Promise<Probe> | null }));

/** The same, asked at most once a second while the database is there: cheap enough for every page. */
export async function recentProbe(): Promise<Probe> {
  const state = latest();
  if (!state.found || Date.now() - state.at > FRESH_MS) {
    state.at = Date.now();
    state.found = probeDatabase();
  }
  const probe = await state.found;
  if (!probe.reachable) state.found = null;
  return probe;
}
