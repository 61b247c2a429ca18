import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBackup, restoreBackup } from "../db/backup/restore-backup";
import { writeBackup } from "../db/backup/write-backup";
import { MIGRATIONS, RELEASE, withClient } from "./databases";

const made: string[] = [];

/** An empty folder; removeFolders() removes it. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-backup-"));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A folder of migrations: the first ones of this release, and others after them. */
export function migrationsFolder(first: number, others: Readonly<Record<string, string>> = {}): string {
  const folder = aFolder();
  const names = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  for (const name of names.slice(0, first))
    cpSync(join(MIGRATIONS, name), join(folder, name), { recursive: true });
  for (const [name, sql] of Object.entries(others)) {
    mkdirSync(join(folder, name));
    writeFileSync(
      join(folder, name, "migration.sql"),
      `-- lowest release that may still run: ${RELEASE}\n\n${sql}\n`,
    );
  }
  return folder;
}

/** A backup of a database, in a folder of its own. */
export const backUp = (url: string, release = RELEASE) =>
  writeBackup({ url, target: aFolder(), release, now: new Date() });

/** Checks a backup and restores it, as the command does. */
export async function restore(file: string, url: string, migrations = MIGRATIONS, release = RELEASE) {
  const manifest = await checkBackup({ file, migrations });
  await restoreBackup({ file, url, migrations, release }, manifest);
  return manifest;
}

/** Every table of a database: how many rows, and a hash over all that is in them but numbers of transactions. */
export function contents(url: string): Promise<Record<string, { rows: number; hash: string | null }>> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    );
    const found: Record<string, { rows: number; hash: string | null }> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ rows: number; hash: string | null }>(
        `select count(*)::int as rows, md5(string_agg(md5((to_jsonb(t) - 'xid')::text), '' order by md5((to_jsonb(t) - 'xid')::text))) as hash from "${name}" t
          ${name === "AuditEvent" ? `where "action" <> 'data.restored'` : ""}`,
      );
      found[name] = rows[0] ?? { rows: -1, hash: null };
    }
    return found;
  });
}
