/** A hand-written file of prisma/sql, now and as it was committed. */
export type SqlFile = {
  /** Its name, which orders it. */
  name: string;
  content: string;
  /** Null: it is new. */
  committed: string | null;
};

/**
 * The text of a migration: the header that the runner reads, what Prisma can express, then the hand-written files that are new or
 * changed, in the order of their names.
 * @param schemaSql from diffSchemas
 * @param files all of prisma/sql
 * @param release the lowest that may still run on the result
 * @returns null when there is nothing to migrate
 */
export function composeMigration(
  schemaSql: string,
  files: readonly SqlFile[],
  release: string,
): string | null {
  const parts: string[] = [];
  if (schemaSql) parts.push(schemaSql.trim());
  const moved = files.filter((file) => file.content !== file.committed);
  for (const { name, content, committed } of moved.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const note = committed === null ? "" : " (changed: keep only what is new or different)";
    parts.push(`-- from prisma/sql/${name}${note}\n${content.trim()}`);
  }
  if (parts.length === 0) return null;
  return `-- lowest release that may still run: ${release}\n\n${parts.join("\n\n")}\n`;
}

/**
 * Name of a migration's folder.
 * @param now UTC counts
 * @param words what it is for
 * @throws RangeError when the words hold no letter or digit
 */
export function migrationName(now: Date, words: string): string {
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (!slug) throw new RangeError("a migration needs a name, as in: npm run make-migration -- add teams");
  return `${now.toISOString().replace(/\D/g, "").slice(0, 14)}_${slug}`;
}
