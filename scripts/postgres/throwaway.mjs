import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "../embedded-postgres.mjs";
import { Problem } from "../start/output.mjs";
import { canEnter, postgresAccount } from "./account.mjs";
import { clusterFolder } from "./layout.mjs";
import { stopServer } from "./stop.mjs";

const PREFIX = "plumbline-throwaway-";
const GUARD = fileURLToPath(new URL("throwaway-guard.mjs", import.meta.url));

/**
 * An empty Postgres for tests: in a temporary folder, without fsync, gone after `stop`, and when this process is gone however it
 * ended. What was left behind all the same (the machine went down) is cleared first.
 * @returns {Promise<import("../embedded-postgres.mjs").EmbeddedPostgres>}
 */
export async function startThrowaway() {
  const account = postgresAccount("");
  const base = [tmpdir(), "/tmp", "/var/tmp", "/var/lib"].find(
    (path) => isFolder(path) && canEnter(path, account),
  );
  if (!base)
    throw new Problem(
      "There is no folder for temporary data that the embedded Postgres can enter. Set TMPDIR to one.",
    );
  await clearLeftovers(base);
  const dataDir = await mkdtemp(join(base, `${PREFIX}${process.pid}-`));
  await chmod(dataDir, 0o711);
  const guard = spawn(process.execPath, [GUARD, dataDir], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.unref();
  guard.stdin.unref();
  const remove = () =>
    rm(dataDir, { recursive: true, force: true, maxRetries: 3 }).finally(() => guard.stdin.end());
  try {
    const postgres = await start({ dataDir, durable: false });
    return { ...postgres, stop: () => postgres.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** End and remove throwaway servers whose maker is no longer alive. */
async function clearLeftovers(base) {
  for (const name of await readdir(base)) {
    const maker = Number(/^plumbline-throwaway-(\d+)-/.exec(name)?.[1]);
    if (!maker || isAlive(maker)) continue;
    const folder = join(base, name);
    await stopServer(clusterFolder(folder), null).catch(() => {});
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}
