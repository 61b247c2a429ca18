/**
 * `npm run make-migration -- what it is for`: write prisma/migrations/<time>_<name>/migration.sql. It leads from the schema and the
 * SQL files of the last commit (from nothing, where that has no migrations) to those in the folder now. Read it before you commit it:
 * a migration must leave the previous release working.
 */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeMigration, migrationName } from "./make-migration/compose";
import { diffSchemas } from "./make-migration/schema-engine";

const MIGRATIONS = "prisma/migrations";
const SQL = "prisma/sql";
const SCHEMA = "prisma/schema.prisma";
const QUIETLY: ExecFileSyncOptionsWithStringEncoding = {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "ignore"],
};

/** @returns null when HEAD has no such file, or there is no HEAD */
function committed(path: string): string | null {
  try {
    return execFileSync("git", ["show", `HEAD:${path}`], QUIETLY);
  } catch {
    return null;
  }
}

/** @returns names of the migrations that HEAD has */
function committedMigrations(): string[] {
  try {
    const list = execFileSync("git", ["ls-tree", "--name-only", "-d", "HEAD", `${MIGRATIONS}/`], QUIETLY);
    return list
      .split("\n")
      .filter(Boolean)
      .map((path) => path.slice(MIGRATIONS.length + 1));
  } catch {
    return [];
  }
}

function folders(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

async function main(): Promise<string> {
  const known = committedMigrations();
  const loose = folders(MIGRATIONS).filter((name) => !known.includes(name));
  if (loose.length > 0) {
    return fail(
      `${MIGRATIONS}/${loose[0]} is not committed yet. Remove it to make it anew, or commit it first.`,
    );
  }
  const first = known.length === 0;
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const name = migrationName(new Date(), process.argv.slice(2).join(" "));
  const schemaSql = await diffSchemas(first ? null : committed(SCHEMA), readFileSync(SCHEMA, "utf8"));
  const files = (existsSync(SQL) ? readdirSync(SQL) : [])
    .filter((file) => file.endsWith(".sql"))
    .map((file) => ({
      name: file,
      content: readFileSync(join(SQL, file), "utf8"),
      committed: first ? null : committed(`${SQL}/${file}`),
    }));
  // What runs today goes on running: a higher number is written by hand, when a release stops using what a migration drops.
  const lowest = first ? version : (lastLowest(known) ?? version);
  const text = composeMigration(schemaSql, files, lowest);
  if (text === null) return "nothing changed since the last commit: no migration written";
  mkdirSync(join(MIGRATIONS, name), { recursive: true });
  writeFileSync(join(MIGRATIONS, name, "migration.sql"), text);
  return `wrote ${MIGRATIONS}/${name}/migration.sql (releases from ${lowest} on may still run)`;
}

/** The header of the last committed migration. */
function lastLowest(known: readonly string[]): string | undefined {
  const last = known.toSorted().at(-1);
  const text = last ? readFileSync(join(MIGRATIONS, last, "migration.sql"), "utf8") : "";
  return /^-- lowest release that may still run: *(\S+)/m.exec(text)?.[1];
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

main().then(console.log, (error) =>
  fail(error instanceof RangeError ? error.message : String(error?.stack ?? error)),
);
