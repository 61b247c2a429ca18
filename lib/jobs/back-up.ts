import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../../package.json";
import { env } from "../config/env";
import { lifecycle } from "../config/lifecycle";
import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { once } from "../config/once";
import { backupName, writeBackup } from "../db/backup/write-backup";
import { db } from "../db/client";
import { stopping } from "./stopping";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const KEPT = 7;
/** What the names of these begin with: whatever else is in the folder, as a backup made by hand, is nobody's to delete. */
const DAILY = "plumbline-daily";
/** Whoever takes longer waits for a database that does not answer. */
const LIMIT_MS = HOUR_MS;
/** A disk that was full a minute ago is full: what failed is tried again after this. */
const AGAIN_MS = 15 * 60_000;

/** When the last try of this process failed. */
const failure = () => once("backup-failure", () => ({ at: Number.NEGATIVE_INFINITY }));

/**
 * Where PLUMBLINE_BACKUP_DIR says so: a backup a day, the last seven of these kept. Nothing until Plumbline was set up, and nothing that
 * anybody waits for: one connection of its own, which only reads.
 * @throws BackupProblem when it could not be made; it is tried again after a quarter of an hour
 */
export async function backUp(now: Date): Promise<void> {
  const folder = env().PLUMBLINE_BACKUP_DIR;
  if (folder) await backUpDaily(folder, now);
}

/** @param folder is made when it is missing, for its owner alone */
export async function backUpDaily(folder: string, now: Date): Promise<void> {
  const newest = (await backupsIn(folder)).at(-1);
  if (newest) metrics().lastBackup.set(newest.at.getTime() / 1000);
  if (newest && now.getTime() - newest.at.getTime() < DAY_MS) return;
  if (now.getTime() - failure().at < AGAIN_MS || stopping()) return;
  if ((await db().organisation.count()) === 0) return;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (await isUnderWay(folder, now)) return;
    const url = env().DATABASE_DIRECT_URL ?? env().DATABASE_URL;
    const { file, bytes } = await untilStopped((signal) =>
      writeBackup({ url, target: join(folder, backupName(now, DAILY)), release: version, now, signal }),
    );
    log().info({ file, bytes }, "a backup was made");
    metrics().lastBackup.set(now.getTime() / 1000);
    for (const { name } of (await backupsIn(folder)).slice(0, -KEPT)) await rm(join(folder, name));
  } catch (error) {
    if (stopping()) return;
    failure().at = now.getTime();
    throw error;
  }
}

/** When a backup of such a name was begun; null for any other file. */
function instantOf(name: string): Date | null {
  const [, instant] = /^plumbline-daily-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)Z\.tar\.gz$/.exec(name) ?? [];
  return instant ? new Date(`${instant.replace(/-(\d\d)-(\d\d)$/, ":$1:$2")}Z`) : null;
}

/** Daily backups of a folder, the oldest first. */
async function backupsIn(folder: string): Promise<{ name: string; at: Date }[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names.flatMap((name) => {
    const at = instantOf(name);
    return at ? [{ name, at }] : [];
  });
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * Whether somebody writes a backup there already: the next minute's run while this one takes long, or another process. What was
 * left by one that was killed is removed.
 */
async function isUnderWay(folder: string, now: Date): Promise<boolean> {
  const drafts = (await readdir(folder)).filter((name) => /^plumbline-daily-.*\.partial$/.test(name));
  for (const name of drafts) {
    const { mtimeMs } = await stat(join(folder, name));
    if (now.getTime() - mtimeMs < LIMIT_MS) return true;
    await rm(join(folder, name));
  }
  return false;
}

/** Ends the work when the process stops, or when it takes too long. */
async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const end = () => stop.abort(new Error("the process stops"));
  const { onDrain } = lifecycle();
  onDrain.add(end);
  try {
    return await work(AbortSignal.any([stop.signal, AbortSignal.timeout(LIMIT_MS)]));
  } finally {
    onDrain.delete(end);
  }
}
