import { readFileSync } from "node:fs";
import { BackupProblem } from "../../lib/db/backup/problem";
import { writeBackup } from "../../lib/db/backup/write-backup";
import { describe, MigrationProblem } from "../../lib/db/migrations/connect";
import { endWith, say } from "../start/output.mjs";
import { listenForStop } from "../start/processes.mjs";

const EVERY_MS = 2_000;
const [target = ""] = process.argv.slice(2);

async function backUp(): Promise<void> {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = process.env;
  const url = DATABASE_DIRECT_URL || DATABASE_URL || "";
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const { signal } = listenForStop();
  let toldAt = Date.now();
  say(`backing up ${describe(url)} …`);
  const { file, bytes, manifest } = await writeBackup({
    url,
    target,
    release: version,
    now: new Date(),
    say,
    signal,
    progress: (table, rows, copied) => {
      if (Date.now() - toldAt < EVERY_MS) return;
      toldAt = Date.now();
      say(rows === null ? `${table}: ${megabytes(copied)} so far …` : `${table}: ${count(rows)} rows`);
    },
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  say(`${count(rows)} rows of ${manifest.tables.length} tables, as they were at ${manifest.createdAt}`);
  say(
    `written to ${file} (${megabytes(bytes)}). It holds the hashes of passwords: keep it as you keep the data.`,
  );
}

const count = (rows: number) => rows.toLocaleString("en");
const megabytes = (bytes: number) => `${(bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;

endWith(backUp(), (error) =>
  error instanceof BackupProblem || error instanceof MigrationProblem ? error.message : null,
);
