import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { createTarPacker, type TarPackController } from "modern-tar";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { FORMAT, MANIFEST, type Manifest, PART_BYTES, partName, README, readmeText } from "./format";
import { BackupProblem, fromDatabase } from "./problem";
import { openSnapshot, readSequences, type Snapshot } from "./snapshot";
import type { Described } from "./tables";

/** What is told while it goes on: the table that is copied, and how much of it was. */
export type Progress = (table: string, rows: number | null, bytes: number) => void;

export interface BackupOptions {
  /** postgresql://…; a direct one, where there is a pooler too. */
  url: string;
  /** Where to write it: a file that is not there yet, or a folder, in which it is named after its instant. */
  target: string;
  /** Version of this release. */
  release: string;
  /** What it is named after; says in it when it was made. */
  now: Date;
  progress?: Progress;
  say?: (line: string) => void;
  /** Ends it; nothing is left behind. */
  signal?: AbortSignal;
}

/** A backup that was made. */
export interface MadeBackup {
  file: string;
  bytes: number;
  manifest: Manifest;
}

/**
 * Writes everything that Plumbline knows into one file, as it was at one instant, while others go on reading and writing. Takes a
 * few megabytes of memory, however large the database is. The file appears under its name once it is whole and on the disk.
 * @throws BackupProblem when it cannot be made; MigrationProblem when the database cannot be had. Nothing is left behind
 */
export async function writeBackup(options: BackupOptions): Promise<MadeBackup> {
  const { release, now, progress = () => {}, signal } = options;
  signal?.throwIfAborted();
  const file = await nameOf(options.target, now);
  const draft = `${file}.${process.pid}.partial`;
  const snapshot = await openSnapshot(options);
  const stop = () => void snapshot.close();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const manifest = await writeDraft(draft, snapshot, { release, createdAt: now.toISOString(), progress });
    signal?.throwIfAborted();
    const bytes = await settle(draft, file);
    return { file, bytes, manifest };
  } catch (error) {
    await rm(draft, { force: true });
    signal?.throwIfAborted();
    throw explained(error, file);
  } finally {
    signal?.removeEventListener("abort", stop);
    await snapshot.close();
  }
}

/** The name of the file. @throws BackupProblem when there is one already */
async function nameOf(target: string, now: Date): Promise<string> {
  const there = await stat(target).catch(() => null);
  if (there?.isDirectory()) return join(target, backupName(now));
  if (there) throw new BackupProblem(`${target} is there already. Nothing was written; choose another name.`);
  return target;
}

/** `plumbline-2026-11-30T02-18-43Z.tar.gz`: sorts by time. @param prefix what others than those made by hand begin with */
export const backupName = (at: Date, prefix = "plumbline"): string =>
  `${prefix}-${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z.tar.gz`;

async function writeDraft(
  draft: string,
  snapshot: Snapshot,
  about: { release: string; createdAt: string; progress: Progress },
): Promise<Manifest> {
  const { readable, controller } = createTarPacker();
  const written = pipeline(
    Readable.fromWeb(readable as never),
    createGzip({ level: 6 }),
    createWriteStream(draft, { flags: "wx", mode: 0o600 }),
  );
  // Told to the packer, which tells it to whoever adds to it; thrown below.
  written.catch((error) => controller.error(error));
  const pack = new Pack(controller, new Date(about.createdAt));
  try {
    await pack.add(README, Buffer.from(readmeText(about.release, about.createdAt)));
    const tables: Manifest["tables"] = [];
    for (const table of snapshot.tables) {
      tables.push(await copyTable(snapshot.client, table, pack, about.progress));
    }
    const sequences = await readSequences(snapshot.client);
    await snapshot.client.query("COMMIT");
    const manifest: Manifest = {
      product: "plumbline",
      format: FORMAT,
      release: about.release,
      createdAt: about.createdAt,
      postgres: snapshot.postgres,
      migrations: snapshot.migrations,
      tables,
      sequences,
      leftOut: snapshot.leftOut,
    };
    await pack.add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
    controller.finalize();
    await written;
    return manifest;
  } catch (error) {
    controller.error(error);
    await written;
    throw error;
  }
}

/** Adds whole files to the archive. */
class Pack {
  constructor(
    private readonly controller: TarPackController,
    private readonly mtime: Date,
  ) {}

  async add(name: string, content: Uint8Array): Promise<void> {
    const entry = this.controller.add({ name, size: content.length, mode: 0o600, mtime: this.mtime });
    const writer = entry.getWriter();
    if (content.length > 0) await writer.write(content);
    await writer.close();
  }
}

/** Copies one table, in parts that end with a whole row. */
async function copyTable(
  client: pg.Client,
  { name, columns, order }: Described,
  pack: Pack,
  progress: Progress,
): Promise<Manifest["tables"][number]> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const query = `SELECT ${list} FROM public.${client.escapeIdentifier(name)}${order ? ` ORDER BY ${order}` : ""}`;
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT`));
  const hash = createHash("sha256");
  let bytes = 0;
  let parts = 0;
  let held: Buffer[] = [];
  let heldBytes = 0;
  const flush = async (upTo: number) => {
    const all = Buffer.concat(held, heldBytes);
    held = upTo < heldBytes ? [all.subarray(upTo)] : [];
    heldBytes -= upTo;
    hash.update(all.subarray(0, upTo));
    parts += 1;
    await pack.add(partName(name, parts), all.subarray(0, upTo));
    progress(name, null, bytes);
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk);
    heldBytes += chunk.length;
    bytes += chunk.length;
    if (heldBytes < PART_BYTES) continue;
    const end = chunk.lastIndexOf("\n");
    if (end >= 0) await flush(heldBytes - chunk.length + end + 1);
  }
  if (heldBytes > 0) await flush(heldBytes);
  await client.query("SELECT 1"); // the number of rows comes with the end of the command
  progress(name, stream.rowCount, bytes);
  return { name, columns, rows: stream.rowCount, bytes, sha256: hash.digest("hex") };
}

/** Onto the disk, then under its name. @returns its size */
async function settle(draft: string, file: string): Promise<number> {
  const handle = await open(draft, "r+");
  let bytes: number;
  try {
    await handle.sync();
    bytes = (await handle.stat()).size;
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  const folder = await open(dirname(file), "r");
  await folder
    .sync()
    .catch(() => {}) // some systems cannot
    .finally(() => folder.close());
  return bytes;
}

const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** What went wrong, for a person. */
function explained(error: unknown, file: string): unknown {
  const { code, syscall, message } = error as { code?: unknown; syscall?: unknown; message?: unknown };
  if (FULL.has(String(code))) {
    return new BackupProblem(
      `There is no room for ${file} (${code}). What was written of it was removed; earlier backups and the data are untouched.\n` +
        "Make room, or write it to another disk.",
    );
  }
  if (typeof syscall === "string" && ["open", "write", "fsync", "rename"].includes(syscall)) {
    return new BackupProblem(
      `${file} cannot be written (${code}). Nothing was left behind; name a folder that is there and that this user may write to.`,
    );
  }
  return fromDatabase(error)
    ? new BackupProblem(`The database broke off: ${message}. Nothing was left behind; try again.`)
    : error;
}
