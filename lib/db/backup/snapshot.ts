import type pg from "pg";
import { connectPatiently, describe } from "../migrations/connect";
import { isOlder } from "../migrations/release";
import type { Manifest } from "./format";
import { BackupProblem } from "./problem";
import { type Described, describeTables, inFillingOrder, isOfMigrations, isOurs, whyLeftOut } from "./tables";

const PATIENCE_MS = 30_000;
/** Only a migration that is under way holds a table against a reader. */
const TABLE_WAIT = "30s";

/** A database at one instant, held on one connection. */
export interface Snapshot {
  client: pg.Client;
  /** server_version */
  postgres: string;
  migrations: Manifest["migrations"];
  /** Those whose rows are to be copied, in the order in which they can be filled. */
  tables: Described[];
  leftOut: Record<string, string>;
  /** At once, whatever is under way. */
  close(): Promise<void>;
}

interface SnapshotOptions {
  url: string;
  release: string;
  say?: (line: string) => void;
}

/**
 * Holds a database as it is now: one transaction that only reads, whose tables no migration can change meanwhile.
 * @throws BackupProblem when this database is not Plumbline's
 */
export async function openSnapshot({ url, release, say = () => {} }: SnapshotOptions): Promise<Snapshot> {
  const client = await connectPatiently(url, PATIENCE_MS, say);
  try {
    const names = (await describeTables(client)).map(({ name }) => name);
    if (!names.includes("_prisma_migrations") || !names.includes("Organisation")) {
      throw new BackupProblem(
        `The database at ${describe(url)} holds no Plumbline yet: there is nothing to back up. Is DATABASE_URL the right one?`,
      );
    }
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(`SET LOCAL lock_timeout = '${TABLE_WAIT}'`);
    // Before the first SELECT, so that no table is changed between the instant and its being read.
    const ours = names
      .filter((name) => isOurs(name))
      .map((name) => `public.${client.escapeIdentifier(name)}`);
    await client.query(`LOCK TABLE ${ours.join(", ")} IN ACCESS SHARE MODE`);
    await unhurried(client);
    const { rows: migrations } = await client.query<Manifest["migrations"][number]>(
      `SELECT p.migration_name AS "name", p.checksum, coalesce(s.applied_by, '') AS "appliedBy"
         FROM public._prisma_migrations p LEFT JOIN public.plumbline_schema s ON s.migration = p.migration_name
        WHERE p.finished_at IS NOT NULL AND p.rolled_back_at IS NULL ORDER BY p.migration_name COLLATE "C"`,
    );
    const isNewer = migrations.some(({ appliedBy }) => appliedBy !== "" && isOlder(release, appliedBy));
    const all = await describeTables(client);
    // What a newer release added is kept too: going back to an older one must not end the backups.
    const kept = all.filter(
      ({ name }) => !isOfMigrations(name) && whyLeftOut(name) === null && (isOurs(name) || isNewer),
    );
    const strangers = all.filter(({ name }) => !isOurs(name) && !isNewer).map(({ name }) => name);
    if (strangers.length > 0) say(`not Plumbline's, and so not in the backup: ${strangers.join(", ")}`);
    const { rows } = await client.query<{ version: string }>(
      `SELECT current_setting('server_version') AS "version"`,
    );
    return {
      client,
      postgres: rows[0]?.version ?? "",
      migrations,
      tables: inFillingOrder(kept),
      leftOut: Object.fromEntries(
        all.flatMap(({ name }) => {
          const why = whyLeftOut(name);
          return why === null ? [] : [[name, why]];
        }),
      ),
      close: () => client.end().catch(() => {}),
    };
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** What turns values into text and back, and takes long: alike everywhere, and without the limits of a role. For this transaction. */
export async function unhurried(client: pg.Client): Promise<void> {
  await client.query(
    `SELECT set_config(s.name, w.value, true) FROM pg_settings s JOIN (VALUES
       ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0'), ('transaction_timeout', '0'),
       ('client_encoding', 'UTF8'), ('DateStyle', 'ISO, YMD'), ('IntervalStyle', 'iso_8601'), ('TimeZone', 'UTC'),
       ('extra_float_digits', '1'), ('bytea_output', 'hex')) w(name, value) ON w.name = s.name`,
  );
}

/** What numbers the rows of a schema. */
export async function sequencesOf(
  client: pg.Client,
): Promise<{ table: string; column: string; sequence: string }[]> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT c.relname::text AS "table", a.attname::text AS "column", d.objid::regclass::text AS "sequence"
       FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
       JOIN pg_class c ON c.oid = d.refobjid AND c.relnamespace = 'public'::regnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
      ORDER BY 1, 2`,
  );
  return rows;
}

/** The last number that each has given out. Read after the rows: numbers are given out outside of transactions. */
export async function readSequences(client: pg.Client): Promise<Manifest["sequences"]> {
  const found: Manifest["sequences"] = [];
  for (const { table, column, sequence } of await sequencesOf(client)) {
    const { rows } = await client.query<{ last: string }>(
      `SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END::text AS "last" FROM ${sequence}`,
    );
    found.push({ table, column, last: rows[0]?.last ?? "0" });
  }
  return found;
}
