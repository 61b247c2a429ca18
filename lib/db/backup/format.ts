import { z } from "zod";

/** Rises when an older release could not read the file any more. */
export const FORMAT = 1;
export const MANIFEST = "manifest.json";
export const README = "README.txt";
/** A part of a table is written when it has grown to this; it ends with a whole row. */
export const PART_BYTES = 1024 * 1024;
/** No manifest is larger. */
export const MANIFEST_LIMIT_BYTES = 4 * 1024 * 1024;

export const partName = (table: string, number: number): string =>
  `tables/${table}/${String(number).padStart(6, "0")}.copy`;

/** The table that a part belongs to, and its number; null for what is no part. */
export function readPartName(name: string): { table: string; number: number } | null {
  const [, table, number] = /^tables\/([^/]+)\/(\d{6,})\.copy$/.exec(name) ?? [];
  return table && number ? { table, number: Number(number) } : null;
}

const whole = z.number().int().nonnegative();

const manifestSchema = z.object({
  product: z.literal("plumbline"),
  format: z.literal(FORMAT),
  /** The release that made it. */
  release: z.string(),
  /** The instant of which everything in it is. */
  createdAt: z.iso.datetime(),
  /** server_version of the Postgres that it was made from. */
  postgres: z.string(),
  /** What had been applied, in order: the schema that the rows fit. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string(), appliedBy: z.string() })),
  /** In the order in which they can be filled. */
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: whole,
      bytes: whole,
      sha256: z.string(),
    }),
  ),
  /** What numbers rows: the last number that was given out, 0 for none. */
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: z.string().regex(/^\d+$/) })),
  /** Tables whose rows are not in it, and why. */
  leftOut: z.record(z.string(), z.string()),
});
/** What a backup says of itself: the last entry of the archive, because it counts and hashes the others. */
export type Manifest = z.output<typeof manifestSchema>;

/** @returns the manifest; a number when it is of another format; null when it is none */
export function parseManifest(text: string): Manifest | number | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const head = z.object({ product: z.literal("plumbline"), format: z.number() }).safeParse(value);
  if (!head.success) return null;
  if (head.data.format !== FORMAT) return head.data.format;
  return manifestSchema.safeParse(value).data ?? null;
}

/** For whoever opens the archive by hand. */
export const readmeText = (
  release: string,
  createdAt: string,
): string => `A backup of Plumbline ${release}, of ${createdAt}.

Restore it into an empty database or data folder: npm run restore -- FILE
manifest.json has the tables, how many rows each holds, and the SHA-256 of its parts one after the other.
tables/<table>/<part>.copy is what COPY ... TO STDOUT of Postgres writes (text format), with the columns of the manifest.

It holds names, addresses, everything that was answered, and the hashes of passwords and tokens: keep it as carefully as the database.
`;
