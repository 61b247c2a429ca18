import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { canEnter, postgresAccount } from "../postgres/account.mjs";
import { clusterFolder } from "../postgres/layout.mjs";
import { ensureWritable, freeBytes, makeFolder } from "./disk.mjs";
import { fileProblem, Problem, say } from "./output.mjs";

/**
 * The folder that keeps the data: PLUMBLINE_DATA_DIR, else `data` in the root of the source. When Postgres has to run as
 * another user (we are root) and that user cannot enter the latter, a folder of this clone's own under /var/lib.
 * Data that is there already is never passed over for an empty folder.
 * @param {string} root of the source
 * @param {{ embedded: boolean }} options whether a Postgres of ours will live in it
 * @returns {Promise<string>} absolute; exists, and we may write there
 */
export async function openDataFolder(root, { embedded }) {
  const explicit = process.env.PLUMBLINE_DATA_DIR;
  const folder = explicit ? resolve(explicit) : embedded ? defaultFolder(root) : join(root, "data");
  try {
    if (embedded && !reachable(folder)) {
      throw new Problem(
        `${folder} is below a folder that only root can enter. Postgres does not run as root, so it cannot reach its data there.\n` +
          "Nothing was changed. Let others pass through (chmod o+x on the closed folder), or set PLUMBLINE_DATA_DIR to another place.",
      );
    }
    if (!existsSync(folder)) {
      await makeFolder(folder);
      await chmod(folder, 0o711);
    }
  } catch (error) {
    throw fileProblem(error, { path: folder, ...ADVICE }) ?? error;
  }
  await ensureRoom(folder, { first: embedded && !existsSync(clusterFolder(folder)) });
  return folder;
}

const ADVICE = {
  kept: "Nothing was changed.",
  advice: "PLUMBLINE_DATA_DIR names another folder for the data.",
};

/** What the embedded Postgres takes before it holds anything: its programs, an empty cluster, and its log of writes. */
const FIRST_BYTES = 200_000_000;

/**
 * Make sure that one can write there. Data that is there already is served from a full disk too, as far as Postgres can, so that
 * people can at least read; whoever starts it is told.
 * @throws {Problem}
 */
async function ensureRoom(folder, { first }) {
  const free = freeBytes(folder);
  if (first && free !== null && free < FIRST_BYTES) {
    throw new Problem(
      `The disk of the data folder ${folder} is too full to begin on: ${megabytes(free)} MB are free, and at least ` +
        `${megabytes(FIRST_BYTES)} MB are needed.\n${ADVICE.kept} Make room on that disk, then start again. ${ADVICE.advice}`,
    );
  }
  try {
    await ensureWritable(folder, ADVICE);
  } catch (problem) {
    if (first || !["ENOSPC", "EDQUOT"].includes(problem.cause?.code)) throw problem;
    say(
      `${problem.message.split("\n")[0]} Going on all the same: what is there can be read, nothing can be saved.`,
    );
  }
}

const megabytes = (bytes) => Math.floor(bytes / 1_000_000);

/** `data` beside the source when Postgres can live there, else a place under /var/lib named after the source's path. */
function defaultFolder(root) {
  const near = join(root, "data");
  const far = join(
    "/var/lib/plumbline",
    `${basename(root)}-${createHash("sha256").update(root).digest("hex").slice(0, 8)}`,
  );
  if (existsSync(clusterFolder(near))) return near;
  if (existsSync(clusterFolder(far))) return far;
  return reachable(near) ? near : far;
}

/** Whether whoever will run Postgres can get there. */
function reachable(folder) {
  return canEnter(folder, postgresAccount(clusterFolder(folder)));
}
