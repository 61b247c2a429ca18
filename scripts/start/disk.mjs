import { existsSync, statfsSync, statSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileProblem } from "./output.mjs";

const TRIAL_BYTES = 1_000_000;

/** Postgres and npm say the same in words. */
const FULL_IN_WORDS = /No space left on device|Disk quota exceeded|\bENOSPC\b|\bEDQUOT\b/i;

/**
 * Make a folder and those above it. Node's own way of doing so never returns where the system says that a folder is missing which
 * is there, as below /proc.
 * @param {string} folder
 */
export async function makeFolder(folder) {
  try {
    await mkdir(folder);
  } catch (error) {
    if (error.code === "EEXIST" && statSync(folder).isDirectory()) return;
    if (error.code !== "ENOENT" || existsSync(dirname(folder))) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder);
  }
}

/**
 * Make sure that one can write in a folder, by doing it: modes, read-only mounts, quotas and full disks all count.
 * @param {string} folder is made when missing
 * @param {{ kept?: string, advice?: string }} [options] as for `fileProblem`
 * @throws {import("./output.mjs").Problem}
 */
export async function ensureWritable(folder, options) {
  const trial = join(folder, `.plumbline-trial-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(trial, Buffer.alloc(TRIAL_BYTES, 1));
  } catch (error) {
    throw fileProblem(error, { ...options, path: folder }) ?? error;
  } finally {
    await rm(trial, { force: true }).catch(() => {});
  }
}

/** @param {string} folder that exists @returns {number | null} bytes that this user may still write; null where the system does not tell */
export function freeBytes(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/**
 * A sentence for when something failed and a full disk may be why, else nothing.
 * @param {string} folder that it wrote in
 * @param {string} [said] what it said
 */
export function sayIfFull(folder, said = "") {
  const free = freeBytes(folder);
  const full = FULL_IN_WORDS.test(said) || (free !== null && free < TRIAL_BYTES);
  return full ? `The disk of ${folder} is full: make room there, then start again.` : "";
}
