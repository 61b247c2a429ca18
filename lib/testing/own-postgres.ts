import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canEnter, postgresAccount } from "../../scripts/postgres/account.mjs";
import { isServerOf, recordedServer } from "../../scripts/postgres/cluster.mjs";
import { clusterFolder } from "../../scripts/postgres/layout.mjs";
import { stopServer } from "../../scripts/postgres/stop.mjs";

/** An empty data folder for an embedded Postgres of a test's own, to be killed; a later run clears it when we are. */
export function dataFolder(): string {
  const base = [tmpdir(), "/tmp", "/var/tmp"].find((path) => canEnter(path, postgresAccount("")));
  if (!base) throw new Error("no temporary folder that the embedded Postgres can enter: set TMPDIR to one");
  const folder = mkdtempSync(join(base, `plumbline-throwaway-${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** Ends what runs on a data folder, and removes it. */
export async function removeDataFolder(folder: string): Promise<void> {
  await stopServer(clusterFolder(folder), null);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The process id of the server that runs on a data folder; null when none does. */
export async function serverPid(folder: string): Promise<number | null> {
  const cluster = clusterFolder(folder);
  const pid = (await recordedServer(cluster))?.pid;
  return pid !== undefined && (await isServerOf(cluster, pid)) ? pid : null;
}

/** `kill -9` of the server of a data folder; returns when it is gone. @throws RangeError when none runs */
export async function killServer(folder: string): Promise<void> {
  const pid = await serverPid(folder);
  if (pid === null) throw new RangeError(`no Postgres runs on ${folder}`);
  process.kill(pid, "SIGKILL");
  while ((await serverPid(folder)) !== null) await new Promise((resolve) => setTimeout(resolve, 10));
}
