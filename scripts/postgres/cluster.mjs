import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sayIfFull } from "../start/disk.mjs";
import { Problem } from "../start/output.mjs";
import { exitOf } from "../start/processes.mjs";
import { credentials } from "./account.mjs";
import { clusterFolder, logFile, ownFolder } from "./layout.mjs";

/** The superuser, and the database that Plumbline uses. */
export const USER = "plumbline";

const LOG_LIMIT_BYTES = 10_000_000;

/** Only what Postgres needs: our secrets are none of its business. */
const environment = () => ({
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
  ...(process.env.TMPDIR && { TMPDIR: process.env.TMPDIR }),
});

/**
 * Make the folder of the cluster, unless it is there. Made beside its place and renamed, so that it is there whole or not at all.
 * @param {{ dataDir: string, bin: string, password: string, account: import("./account.mjs").Account | null, durable: boolean }} options
 */
export async function createCluster({ dataDir, bin, password, account, durable }) {
  const own = ownFolder(dataDir);
  if (existsSync(clusterFolder(dataDir))) return;
  await mkdir(own, { recursive: true });
  await chmod(own, 0o700);
  if (account) await chown(own, account.uid, account.gid);
  const draft = join(own, "cluster.new");
  const passwords = join(own, `password.${process.pid}`);
  await rm(draft, { recursive: true, force: true });
  try {
    await writeFile(passwords, `${password}\n`, { mode: 0o600 });
    if (account) await chown(passwords, account.uid, account.gid);
    const flags = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const security = [
      "--auth-host=scram-sha-256",
      "--auth-local=scram-sha-256",
      `--username=${USER}`,
      `--pwfile=${passwords}`,
    ];
    const child = spawn(
      join(bin, "initdb"),
      [`--pgdata=${draft}`, "--data-checksums", ...flags, ...security, ...(durable ? [] : ["--no-sync"])],
      { cwd: own, env: environment(), stdio: ["ignore", "pipe", "pipe"], ...credentials(account) },
    );
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    const { code, error } = await exitOf(child);
    if (code !== 0)
      throw new Problem(
        [
          `The embedded Postgres could not make its data in ${own}. ${sayIfFull(own, output)}`.trim(),
          error?.message ?? output.trim(),
        ].join("\n"),
      );
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => {});
    throw error;
  } finally {
    await rm(passwords, { force: true });
  }
  await rename(draft, clusterFolder(dataDir));
}

/**
 * Refuse data of another major version of Postgres, which this one cannot read.
 * @param {string} dataDir
 * @param {number} major of the binaries
 */
export async function checkVersion(dataDir, major) {
  const path = join(clusterFolder(dataDir), "PG_VERSION");
  const version = (await readFile(path, "utf8").catch(onlyMissing)).trim();
  if (version === String(major)) return;
  if (!/^\d+$/.test(version)) {
    throw new Problem(
      `${path} does not say which Postgres made this data: it ${version === "" ? "is empty or missing" : `says ${quoted(version)}`}. ` +
        "So this is not whole: a copy that was broken off, or a disk that was full.\n" +
        `Nothing was changed. Put the folder ${dataDir} back from a backup. Where only that file was harmed, and Plumbline ran on ` +
        `this data with Postgres ${major} before, write ${major} into it and start again.`,
    );
  }
  throw new Problem(
    `The data in ${dataDir} was made by Postgres ${version}, and this release of Plumbline brings ${major}.\n` +
      "Nothing was changed. Start the release that made it, back up there (see docs/operations.md), and restore with this one.",
  );
}

/**
 * Start the server. Returns at once; whether it answers is for `probe` to say. It has a session of its own, so that Ctrl-C reaches
 * us alone, and outlives us when we are killed: the next start adopts it.
 * @param {{ dataDir: string, bin: string, port: number, account: import("./account.mjs").Account | null, durable: boolean }} options
 * @returns {Promise<import("node:child_process").ChildProcess>}
 */
export async function spawnServer({ dataDir, bin, port, account, durable }) {
  const cluster = clusterFolder(dataDir);
  await checkServerNote(cluster);
  await disownStalePid(cluster);
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    log_checkpoints: "off",
    log_line_prefix: "%m [%p] ",
    log_min_error_statement: "fatal",
    logging_collector: "off",
    ...(durable
      ? {}
      : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }),
  };
  const log = await openLog(dataDir, account);
  const child = spawn(
    join(bin, "postgres"),
    ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      cwd: cluster,
      env: environment(),
      detached: true,
      stdio: ["ignore", log, log],
      ...credentials(account),
    },
  );
  closeSync(log); // the server has its own
  child.on("error", () => {}); // exitOf tells
  child.unref();
  return child;
}

/** @returns {Promise<number>} a file descriptor to append to; a log that has grown large is set aside once */
async function openLog(dataDir, account) {
  const path = logFile(dataDir);
  const there = await stat(path).catch(() => null);
  if (there && there.size > LOG_LIMIT_BYTES) await rename(path, `${path}.old`);
  const file = openSync(path, "a", 0o600);
  if (account) await chown(path, account.uid, account.gid);
  return file;
}

/** As what a missing file holds. @throws what else kept us from reading it */
function onlyMissing(error) {
  if (error.code === "ENOENT") return "";
  throw error;
}

/** The beginning of a text, fit to be shown. */
const quoted = (text) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** @returns {Promise<{ pid: number, port: number } | null>} what postmaster.pid says, true or stale; null without one */
export async function recordedServer(cluster) {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , , port] = text.split("\n");
  return Number(pid) > 0 ? { pid: Number(pid), port: Number(port) } : null;
}

/**
 * Refuse to start where Postgres' note of the process that serves this data holds something else: it would not start either, and we
 * cannot tell whether one runs.
 * @throws {Problem}
 */
async function checkServerNote(cluster) {
  const path = join(cluster, "postmaster.pid");
  const text = await readFile(path, "utf8").catch((error) =>
    error.code === "ENOENT" ? null : Promise.reject(error),
  );
  if (text === null || /^-?\d+\n/.test(text)) return;
  throw new Problem(
    `${path} should name the process that serves this data, and it ${text.trim() === "" ? "is empty" : `says ${quoted(text)}`}. ` +
      "A disk that was full or a machine that lost its power leaves it so.\n" +
      "Your data is kept, nothing was changed. Make sure that no Postgres runs on this folder " +
      `(ps ax | grep ${cluster}), remove that file, then start again.`,
  );
}

/** A process id that no system gives out. */
const NOBODY = 2_147_483_646;

/**
 * After a crash, postmaster.pid names a process id that may by now belong to somebody else, or to a dead process that nobody has
 * collected; Postgres would take it for its other self and refuse to start. We put an id that cannot exist in its place and keep
 * the rest of the file, by which Postgres recognises children of the old server that are still alive.
 */
async function disownStalePid(cluster) {
  const recorded = await recordedServer(cluster);
  if (!recorded || (await isServerOf(cluster, recorded.pid))) return;
  const path = join(cluster, "postmaster.pid");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/^\d+/, String(NOBODY)));
}

/**
 * Whether a process is alive and the server of this cluster. Where the system does not tell what it is, being alive is enough.
 * @param {string} cluster
 * @param {number} pid
 */
export async function isServerOf(cluster, pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === "ESRCH") return false;
  }
  try {
    const state = (await readFile(`/proc/${pid}/stat`, "utf8")).replace(/^.*\) /s, "")[0];
    if (state === "Z" || state === "X") return false;
    return (await readFile(`/proc/${pid}/cmdline`, "utf8")).split("\0").includes(cluster);
  } catch {
    return process.platform === "linux" ? false : askPs(cluster, pid);
  }
}

/** The same by `ps`, for systems without /proc. */
async function askPs(cluster, pid) {
  const child = spawn("ps", ["-ww", "-o", "state=,command=", "-p", String(pid)], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  const { error } = await exitOf(child);
  if (error) return true;
  return !output.startsWith("Z") && output.includes(cluster);
}
