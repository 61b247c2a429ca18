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

/** Empty every table, whatever its triggers say of deleting, and seed anew. Connections stay open. */
export async function emptyDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ list: string | null }>(
      `select string_agg(format('%I.%I', schemaname, tablename), ', ') as list from pg_tables
        where schemaname = 'public' and tablename not in ('_prisma_migrations', 'plumbline_schema')`,
    );
    await client.query("set session_replication_role = replica");
    if (rows[0]?.list) await client.query(`truncate ${rows[0].list} restart identity cascade`);
  });
  await seed(url);
}
