import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import { MANIFEST, MANIFEST_LIMIT_BYTES, type Manifest, parseManifest, README, readPartName } from "./format";
import { BackupProblem } from "./problem";

export interface ReadOptions {
  file: string;
  /** How much of the file was read, from 0 to 1. */
  progress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Rows of one table, as COPY wrote them; a table comes in many pieces, one after the other. */
export type TakeRows = (table: string, rows: Buffer) => Promise<void>;

/**
 * Reads a backup from beginning to end, and makes sure that it is whole and unharmed: what is compressed has its checksum, and
 * each table the length, number of rows and SHA-256 that the manifest says.
 * @param take gets the rows on the way, before it is known that they are right
 * @throws BackupProblem when the file cannot be read, is no backup, is cut off or damaged, or is of a newer format
 */
export async function readBackup(
  { file, progress = () => {}, signal }: ReadOptions,
  take?: TakeRows,
): Promise<Manifest> {
  const found = new Contents();
  let refusal: { reason: unknown } | null = null;
  const handOver: TakeRows = async (table, rows) => {
    await take?.(table, rows).catch((reason) => {
      refusal = { reason };
      throw reason;
    });
  };
  const size = await sizeOf(file);
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  source.on("error", (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    const entries = Readable.toWeb(gunzip).pipeThrough(createTarDecoder({ strict: true }) as never);
    for await (const entry of entries as AsyncIterable<ParsedTarEntry>) {
      signal?.throwIfAborted();
      await found.take(entry, handOver);
      progress(Math.min(1, source.bytesRead / size));
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw refusal ? error : explained(error, file);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
  const manifest = found.manifest;
  if (typeof manifest === "number") {
    throw new BackupProblem(
      `${file} was made by a newer release of Plumbline (format ${manifest}). Nothing was changed. Restore it with that release or a newer one.`,
    );
  }
  if (manifest === null) throw damaged(file, "it has no list of what is in it, as when it was cut off");
  const difference = found.differsFrom(manifest);
  if (difference) throw damaged(file, difference);
  return manifest;
}

/** What was found in a file. */
class Contents {
  manifest: Manifest | number | null = null;
  readonly #tables = new Map<string, { hash: Hash; bytes: number; rows: number; parts: number }>();

  async take({ header, body }: ParsedTarEntry, rows: TakeRows): Promise<void> {
    const part = readPartName(header.name);
    if (this.manifest !== null) throw new Harmed(`${header.name} comes after the end`);
    if (part) return this.#takePart(part, body, rows);
    if (header.name !== MANIFEST && header.name !== README) throw new Harmed(`it holds ${header.name}`);
    if (header.size > MANIFEST_LIMIT_BYTES) throw new Harmed(`${header.name} is too long`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
    if (header.name === README) return;
    this.manifest = parseManifest(Buffer.concat(chunks).toString("utf8"));
    if (this.manifest === null) throw new Harmed("its list of what is in it cannot be read");
  }

  async #takePart(
    { table, number }: { table: string; number: number },
    body: ParsedTarEntry["body"],
    take: TakeRows,
  ): Promise<void> {
    const there = this.#tables.get(table) ?? { hash: createHash("sha256"), bytes: 0, rows: 0, parts: 0 };
    this.#tables.set(table, there);
    there.parts += 1;
    if (number !== there.parts) throw new Harmed(`part ${there.parts} of ${table} is missing`);
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      const rows = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      there.hash.update(rows);
      there.bytes += rows.length;
      for (let at = rows.indexOf(10); at >= 0; at = rows.indexOf(10, at + 1)) there.rows += 1;
      await take(table, rows);
    }
  }

  /** In what this differs from what it should be; null: in nothing. */
  differsFrom(manifest: Manifest): string | null {
    const listed = new Set(manifest.tables.map(({ name }) => name));
    for (const name of this.#tables.keys())
      if (!listed.has(name)) return `it holds rows of ${name}, which it does not list`;
    for (const { name, rows, bytes, sha256 } of manifest.tables) {
      const found = this.#tables.get(name) ?? { hash: createHash("sha256"), bytes: 0, rows: 0 };
      if (found.bytes !== bytes || found.rows !== rows) {
        return `it holds ${found.rows} rows of ${name} (${found.bytes} bytes), and says ${rows} (${bytes} bytes)`;
      }
      if (found.hash.digest("hex") !== sha256) return `the rows of ${name} are not what was written`;
    }
    return null;
  }
}

/** The archive is not what we wrote. */
class Harmed extends Error {}

const damaged = (file: string, how: string) =>
  new BackupProblem(
    `${file} is damaged: ${how}. Nothing was changed. Take another backup, or another copy of this one.`,
  );

async function sizeOf(file: string): Promise<number> {
  try {
    const handle = await open(file, "r");
    const stats = await handle.stat();
    await handle.close();
    if (stats.isFile()) return stats.size;
  } catch (error) {
    throw explained(error, file);
  }
  throw new BackupProblem(`${file} is not a file. Nothing was changed.`);
}

function explained(error: unknown, file: string): unknown {
  const { code, syscall, message } = error as { code?: unknown; syscall?: unknown; message?: unknown };
  if (code === "ENOENT") return new BackupProblem(`There is no file ${file}. Nothing was changed.`);
  if (typeof syscall === "string") {
    return new BackupProblem(`${file} cannot be read (${code}). Nothing was changed.`);
  }
  if (error instanceof Harmed) return damaged(file, error.message);
  if (code === "Z_BUF_ERROR") return damaged(file, "it is cut off");
  if (typeof code === "string" && code.startsWith("Z_")) {
    return message === "incorrect header check"
      ? new BackupProblem(
          `${file} is not a backup of Plumbline: it is not compressed by gzip. Nothing was changed.`,
        )
      : damaged(file, `what is compressed in it cannot be read (${message})`);
  }
  return damaged(file, `it is no archive of ours (${message})`);
}
