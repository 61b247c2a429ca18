import type pg from "pg";
import { MigrationProblem } from "./problem";

/** What a database says of one migration that was applied to it. */
export type Row = {
  name: string;
  checksum: string;
  /** Null when the record was made by Prisma's tools, which know nothing of it. */
  lowestRelease: string | null;
};

/** Oldest Postgres that we are tested with, as `server_version_num` has it. */
const OLDEST_POSTGRES = 150_000;

/**
 * Create the two tables in which a database remembers what was applied to it, unless they are there.
 * @throws MigrationProblem the server is too old, stores text in another encoding, or this user may not create tables
 */
export async function ensureTables(client: pg.Client): Promise<void> {
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
