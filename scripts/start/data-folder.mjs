import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { access, chmod, constants, mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { canEnter, postgresAccount } from "../postgres/account.mjs";
import { clusterFolder } from "../postgres/layout.mjs";
import { Problem } from "./output.mjs";

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
  if (embedded && !reachable(folder)) {
    throw new Problem(
      `${folder} is below a folder that only root can enter. Postgres does not run as root, so it cannot reach its data there.\n` +
        "Nothing was changed. Let others pass through (chmod o+x on the closed folder), or set PLUMBLINE_DATA_DIR to another place.",
    );
  }
  try {
    if (!existsSync(folder)) {
      await mkdir(folder, { recursive: true });
      await chmod(folder, 0o711);
    }
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Problem(
      `The data folder ${folder} cannot be used (${error.code}).\n` +
        "Nothing was changed. Make it writable for this user, or set PLUMBLINE_DATA_DIR to a folder that is.",
    );
  }
  return folder;
}

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
