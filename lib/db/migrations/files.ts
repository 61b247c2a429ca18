import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseRelease } from "./release";

/** One folder of prisma/migrations. */
export type Migration = {
  /** Name of the folder: a timestamp and what it is for. The order of names is the order of application. */
  name: string;
  sql: string;
  /** SHA-256 of the file, as Prisma keeps it. */
  checksum: string;
  /** The lowest release that may run once this has been applied. */
  lowestRelease: string;
};

const HEADER = /^-- lowest release that may still run: *(\S+) *$/m;

/**
 * The migrations of this release, in order.
 * @param folder prisma/migrations
 * @throws Error naming the file: without the header line, or with a statement that cannot be part of a transaction
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => readMigration(name, await readFile(join(folder, name, "migration.sql"), "utf8"))),
  );
}

/** Check one file's text. @throws Error, see readMigrations */
export function readMigration(name: string, sql: string): Migration {
  const lowestRelease = HEADER.exec(sql)?.[1];
  if (!lowestRelease || !parseRelease(lowestRelease)) {
    throw new Error(`${name}/migration.sql lacks its line "-- lowest release that may still run: 1.2.3"`);
  }
  const breach = statementOutsideTransaction(sql);
  if (breach)
    throw new Error(
      `${name}/migration.sql: "${breach}" cannot be part of the one transaction that a migration is`,
    );
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex"), lowestRelease };
}

/**
 * The first statement that would break the rule "a migration is one transaction": it is what makes a killed migration harmless.
 * @returns null when there is none
 */
export function statementOutsideTransaction(sql: string): string | null {
  const code = sql
    .replace(/--[^\n]*/g, "")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(\$\w*\$)[\s\S]*?\1/g, "''")
    .replace(/'(?:[^']|'')*'/g, "''");
  const found =
    /(?:^|;)\s*(begin|commit|rollback|end|start\s+transaction|vacuum|create\s+database|[^;]*\bconcurrently)\b/i.exec(
      code,
    );
  return found?.[1]?.replace(/\s+/g, " ").trim() ?? null;
}
