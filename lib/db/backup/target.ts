import type pg from "pg";
import { describe } from "../migrations/connect";
import type { Migration } from "../migrations/files";
import { BackupProblem } from "./problem";
import { describeTables, isOurs, TABLES } from "./tables";

/** Those who serve, by the names that they give their connections. */
const SERVING = ["plumbline", "plumbline-jobs"];
const advice =
  "Nothing was changed. Restore into an empty database or data folder, and leave this one as it is.";

/**
 * Makes sure that a database holds nothing that a restore could destroy, and that nobody writes to it meanwhile: within the
 * transaction that the connection is in, whose locks keep it so.
 * @returns the tables of ours that are there, without a row that anybody wrote
 * @throws BackupProblem that says what is there
 */
export async function claimEmpty(
  client: pg.Client,
  url: string,
  migrations: readonly Migration[],
): Promise<string[]> {
  const where = describe(url);
  const { rows: serving } = await client.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = ANY($1)",
    [SERVING],
  );
  if (serving.length > 0) {
    throw new BackupProblem(
      `Plumbline is running on the database at ${where}. Nothing was changed. Stop it first.`,
    );
  }
  const tables = (await describeTables(client)).map(({ name }) => name);
  const strangers = tables.filter((name) => !isOurs(name));
  if (strangers.length > 0) {
    throw new BackupProblem(
      `The database at ${where} is not empty: it holds tables that are not of this release (${listed(strangers)}). ${advice}`,
    );
  }
  if (tables.length === 0) return [];
  const quoted = (name: string) => `public.${client.escapeIdentifier(name)}`;
  await client.query(`LOCK TABLE ${tables.map(quoted).join(", ")} IN ACCESS EXCLUSIVE MODE`);
  const full: string[] = [];
  for (const name of tables.filter((each) => TABLES[each] === "kept")) {
    const { rows } = await client.query<{ rows: string }>(`SELECT count(*) AS "rows" FROM ${quoted(name)}`);
    if (rows[0]?.rows !== "0") full.push(`${rows[0]?.rows} of ${name}`);
  }
  if (full.length > 0) {
    throw new BackupProblem(
      `The database at ${where} is not empty: it holds rows (${listed(full)}). ${advice}`,
    );
  }
  if (tables.includes("_prisma_migrations")) {
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS "name" FROM public._prisma_migrations WHERE NOT migration_name = ANY($1)',
      [migrations.map(({ name }) => name)],
    );
    if (rows.length > 0) {
      throw new BackupProblem(
        `The database at ${where} was made by a newer release (${rows[0]?.name}). ${advice}`,
      );
    }
  }
  return tables;
}

const listed = (items: readonly string[]) =>
  items.length > 6 ? `${items.slice(0, 5).join(", ")} and ${items.length - 5} more` : items.join(", ");

/** Takes what migrations made out of an empty database, so that they can begin anew at the level of a backup. */
export async function clearSchema(client: pg.Client, tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return;
  const { rows: types } = await client.query<{ type: string }>(
    `SELECT DISTINCT t.oid::regtype::text AS "type" FROM pg_attribute a
       JOIN pg_class c ON c.oid = a.attrelid AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)
       JOIN pg_type own ON own.oid = a.atttypid
       JOIN pg_type t ON t.oid IN (own.oid, own.typelem) AND t.typtype = 'e' AND t.typnamespace = 'public'::regnamespace`,
    [tables],
  );
  const list = tables.map((name) => `public.${client.escapeIdentifier(name)}`).join(", ");
  await client.query(`DROP TABLE ${list} CASCADE`);
  for (const { type } of types) await client.query(`DROP TYPE ${type}`);
  const { rows: functions } = await client.query<{ signature: string }>(
    `SELECT p.oid::regprocedure::text AS "signature" FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND starts_with(p.proname, 'plumbline_')`,
  );
  for (const { signature } of functions) await client.query(`DROP FUNCTION ${signature}`);
}
