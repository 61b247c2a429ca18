import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { Problem } from "../start/output.mjs";

/**
 * Who runs Postgres: it refuses to run as root.
 * @typedef {{ uid: number, gid: number, name: string }} Account
 */

/**
 * The account to run Postgres under.
 * @param {string} cluster folder of the data, which its owner goes on using
 * @returns {Account | null} null: we are an ordinary user, and run it ourselves
 */
export function postgresAccount(cluster) {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== null && gid !== null && uid !== 0) return { uid, gid, name };
  }
  throw new Problem(
    "Postgres does not run as root, and this system has neither a user `postgres` nor `nobody` to run it as.\n" +
      "Nothing was changed. Start Plumbline as an ordinary user, or set DATABASE_URL to a Postgres of your own.",
  );
}

/** @returns {number | null} null when there is no such user */
function idOf(flag, name) {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) : null;
}

/** What `spawn` needs to run something under the account. @param {Account | null} account */
export function credentials(account) {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/**
 * Whether the account can enter a folder, or the nearest folder above it that exists. Asked of the system, by trying:
 * modes, groups and access lists all count.
 * @param {string} folder
 * @param {Account | null} account
 */
export function canEnter(folder, account) {
  let path = folder;
  while (!statSync(path, { throwIfNoEntry: false }) && dirname(path) !== path) path = dirname(path);
  const { status, error } = spawnSync("/bin/sh", ["-c", 'cd -- "$1" 2>/dev/null', "sh", path], {
    cwd: "/",
    ...credentials(account),
  });
  if (error?.code === "EPERM") {
    throw new Problem(
      "Postgres does not run as root, and this root may not become another user (a container without CAP_SETUID?).\n" +
        "Nothing was changed. Start Plumbline as an ordinary user, or set DATABASE_URL to a Postgres of your own.",
    );
  }
  return status === 0;
}
