import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../lib/db/backup/format";
import { BackupProblem } from "../../lib/db/backup/problem";
import { checkBackup, restoreBackup } from "../../lib/db/backup/restore-backup";
import { describe, MigrationProblem } from "../../lib/db/migrations/connect";
import { seed } from "../../prisma/seed";
import { endWith, say } from "../start/output.mjs";
import { listenForStop } from "../start/processes.mjs";

const EVERY_MS = 2_000;
const words = process.argv.slice(2);
const onlyCheck = words[0] === "--check";
const file = words.at(-1) ?? "";
const migrations = join(process.cwd(), "prisma", "migrations");
const { signal } = listenForStop();

/** Tells now and then how far it is. */
function progress(doing: string): (share: number) => void {
  let toldAt = Date.now();
  return (share) => {
    if (Date.now() - toldAt < EVERY_MS) return;
    toldAt = Date.now();
    say(`${doing}: ${Math.floor(100 * share)} % …`);
  };
}

async function check(): Promise<Manifest> {
  say(`checking ${file} …`);
  return checkBackup({ file, migrations, say, signal, progress: progress("checking") });
}

async function restore(): Promise<void> {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = process.env;
  const url = DATABASE_DIRECT_URL || DATABASE_URL || "";
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const manifest = await check();
  say(`restoring what was there at ${manifest.createdAt} into ${describe(url)} …`);
  const options = { url, file, migrations, release: version, seed, say, signal };
  await restoreBackup({ ...options, progress: progress("restoring") }, manifest);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  say(
    `restored ${rows.toLocaleString("en")} rows of ${manifest.tables.length} tables. Everybody signs in anew.`,
  );
  say(
    `What was ended after ${manifest.createdAt} is as it was then: look through the people, tokens and invitations under Settings.`,
  );
}

endWith(onlyCheck ? check() : restore(), (error) =>
  error instanceof BackupProblem || error instanceof MigrationProblem ? error.message : null,
);
