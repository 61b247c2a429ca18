import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { seed } from "../../prisma/seed";
import { migrate } from "../db/migrations/migrate";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** prisma/migrations of this source. */
export const MIGRATIONS = at("prisma/migrations");

/** The version in package.json. */
export const RELEASE: string = JSON.parse(readFileSync(at("package.json"), "utf8")).version;

/** The same server, another database. */
export function urlOf(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Run statements on a connection of their own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Create a database, migrated and seeded, to copy others from. @returns its URL */
export async function createTemplate(adminUrl: string, name: string): Promise<string> {
  const url = await createDatabase(adminUrl, name);
  await migrate({ url, folder: MIGRATIONS, release: RELEASE, seed });
  return url;
}

/**
 * Create a database, in place of one of that name that may be there: empty, or a copy (about 50 ms).
 * @param adminUrl of a superuser, on a database that is not the template
 * @param template nobody may be connected to it
 * @returns the URL of the new one
 */
export async function createDatabase(
  adminUrl: string,
  name: string,
  template = "template0",
): Promise<string> {
  await withClient(adminUrl, async (client) => {
    await client.query(`drop database if exists "${name}" with (force)`);
    await client.query(`create database "${name}" template "${template}"`);
  });
  return urlOf(adminUrl, name);
}

/** Drop the databases whose name begins with this. */
export async function dropDatabases(adminUrl: string, prefix: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    for (const { name } of rows) await client.query(`drop database if exists "${name}" with (force)`);
  });
}

/** The rows of a database that was just seeded, as JSON by table. The same for all of this process: they have one schema. */
let seeded: Map<string, string> | undefined;

/**
 * Empty every table, whatever its triggers say of deleting, and fill in what is seeded. Connections stay open. Rows are deleted, and
 * those of the seed put back as they were the first time: truncating thirty tables and seeding them took five times as long.
 */
export async function emptyDatabase(url: string): Promise<void> {
  const rowsOf = seeded;
  await withClient(url, async (client) => {
    const names = await tablesOf(client);
    const restart = `select setval(format('%I.%I', schemaname, sequencename), start_value, false) from pg_sequences
      where schemaname = 'public'`;
    await client.query("set session_replication_role = replica");
    const all = names.map((name) => `"${name}"`);
    // Locked first: what a test left under way ends before, as it had to before a truncation.
    await client.query(`begin; lock table ${all.join(", ")}`);
    await client.query(`${all.map((name) => `delete from ${name}`).join("; ")}; ${restart}`);
    for (const [name, rows] of rowsOf ?? []) {
      await client.query(`insert into "${name}" select * from json_populate_recordset(null::"${name}", $1)`, [
        rows,
      ]);
    }
    // Without triggers nobody is told of it.
    await client.query(`insert into "Erasure" ("table", "subject") values ('everything', '')`);
    await client.query("commit");
  });
  if (rowsOf) return;
  await seed(url);
  seeded = await withClient(url, async (client) => {
    const found = new Map<string, string>();
    for (const name of await tablesOf(client)) {
      // What was erased is told anew each time.
      if (name === "Erasure") continue;
      const { rows } = await client.query<{ all: string | null }>(
        `select json_agg(t)::text as "all" from "${name}" t`,
      );
      if (rows[0]?.all) found.set(name, rows[0].all);
    }
    return found;
  });
}

/** What holds data, not what tells of migrations. */
async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables
      where schemaname = 'public' and tablename not in ('_prisma_migrations', 'plumbline_schema')`,
  );
  return rows.map((row) => row.name);
}
