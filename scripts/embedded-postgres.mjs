/**
 * The Postgres that comes with Plumbline: found, set up, started or adopted, watched and stopped.
 * `npm start` and the tests use it; nothing has to be installed on the system.
 */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { postgresAccount } from "./postgres/account.mjs";
import { findPackage, placeBinaries, removeOld } from "./postgres/binaries.mjs";
import { checkVersion, createCluster, recordedServer, spawnServer, USER } from "./postgres/cluster.mjs";
import { clusterFolder, logFile, ownFolder, passwordFile, portFile } from "./postgres/layout.mjs";
import { connect, probe } from "./postgres/probe.mjs";
import { stopServer } from "./postgres/stop.mjs";
import { watch } from "./postgres/watch.mjs";
import { acquire } from "./start/lock.mjs";
import { Problem } from "./start/output.mjs";
import { exitOf } from "./start/processes.mjs";
import { keptSecret } from "./start/settings.mjs";

const RECOVERY_LIMIT_MS = 15 * 60_000;

/**
 * @typedef {object} EmbeddedPostgres
 * @property {string} url of Plumbline's database, with the superuser's name and password
 * @property {string} adminUrl of the database `postgres`, to create and drop others from
 * @property {boolean} adopted it was running already (we were killed last time, or somebody else runs it)
 * @property {(say?: (line: string) => void) => void} watch start it again whenever it stops by itself
 * @property {() => Promise<void>} stop end it; safe to call twice
 */

/**
 * Start the Postgres of a data folder, or adopt the one that is running on it. Any number may do so at once: one starts it.
 * @param {{ dataDir: string, durable?: boolean, say?: (line: string) => void }} options
 *   `durable: false` for throwaway data: no fsync. `say` hears what takes long
 * @returns {Promise<EmbeddedPostgres>}
 * @throws {Problem} what happened, what is kept, what to do
 */
export async function start({ dataDir, durable = true, say = () => {} }) {
  const lock = await lockWhenFree(dataDir);
  try {
    return await startLocked({ dataDir, durable, say });
  } finally {
    await lock.release();
  }
}

/** Wait for our turn to start the Postgres of this folder. */
async function lockWhenFree(dataDir) {
  for (;;) {
    const lock = await acquire(dataDir, "postgres");
    if (lock) return lock;
    await sleep(100);
  }
}

async function startLocked({ dataDir, durable, say }) {
  const cluster = clusterFolder(dataDir);
  const account = postgresAccount(cluster);
  if (existsSync(cluster) && !existsSync(passwordFile(dataDir))) {
    throw new Problem(
      `The password of the embedded Postgres is missing (${passwordFile(dataDir)}).\n` +
        `The data in ${cluster} is untouched. Put the file back from a backup of the data folder.`,
    );
  }
  const password = await keptSecret(passwordFile(dataDir));
  const bin = await placeBinaries(dataDir, account);
  if (!existsSync(cluster)) {
    say("making the data of the embedded Postgres …");
    await createCluster({ dataDir, bin, password, account, durable });
  }
  await checkVersion(dataDir, findPackage().major);

  const urlOf = (port, database) => `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
  const running = await findRunning(dataDir, bin, (port) => urlOf(port, "postgres"), say);
  const port = running ?? (await choosePort(dataDir));
  const adminUrl = urlOf(port, "postgres");
  let child = null;
  let booting = Promise.resolve();
  const watching = new AbortController();
  const boot = async () => {
    if (watching.signal.aborted) return;
    const said = (await readLog(dataDir)).length;
    const attempt = await spawnServer({ dataDir, bin, port, account, durable });
    await untilReady({ dataDir, url: adminUrl, child: attempt, said, say });
    child = attempt;
  };
  const restart = () => {
    booting = boot();
    return booting;
  };
  if (running === null) {
    await restart();
    await removeOld(dataDir);
  }
  await createDatabase(adminUrl);

  let stopped;
  return {
    url: urlOf(port, USER),
    adminUrl,
    adopted: running !== null,
    watch: (tell = say) =>
      void watch({ url: adminUrl, cluster, restart, say: tell, signal: watching.signal }),
    stop: () => {
      watching.abort();
      stopped ??= booting.catch(() => {}).then(() => stopServer(cluster, child));
      return stopped;
    },
  };
}

/**
 * The port of the server that runs on this data, if one does and it is of this version; one of an older release is ended first.
 * @returns {Promise<number | null>} null: none runs
 */
async function findRunning(dataDir, bin, urlOf, say) {
  const cluster = clusterFolder(dataDir);
  const recorded = await recordedServer(cluster);
  if (!recorded?.port) return null;
  let found = await probe(urlOf(recorded.port), cluster);
  for (let waited = 0; (found === "busy" || found === "full") && waited < 60; waited++) {
    if (waited === 2) say("the embedded Postgres is busy starting or stopping; waiting for it …");
    await sleep(500);
    found = await probe(urlOf(recorded.port), cluster);
  }
  if (found !== "ours") return null;
  const options = await readFile(join(cluster, "postmaster.opts"), "utf8").catch(() => "");
  if (options.startsWith(join(bin, "postgres"))) return recorded.port;
  await stopServer(cluster, null);
  return null;
}

/** @returns {Promise<string>} what the server said so far; empty without a log */
const readLog = (dataDir) => readFile(logFile(dataDir), "utf8").catch(() => "");

/** Wait until the server answers. @throws {Problem} with the end of its log when it gave up instead */
async function untilReady({ dataDir, url, child, said, say }) {
  const began = Date.now();
  let ended = false;
  const exit = exitOf(child).then(() => {
    ended = true;
  });
  let told = false;
  while (Date.now() - began < RECOVERY_LIMIT_MS) {
    const found = await probe(url, clusterFolder(dataDir));
    if (found === "ours") return;
    if (ended) break;
    if (found === "busy" && !told && Date.now() - began > 2_000) {
      told = true;
      say("the embedded Postgres was not ended cleanly and is recovering its data …");
    }
    await Promise.race([sleep(50), exit]);
  }
  const log = await readLog(dataDir);
  const end = log
    .slice(log.length < said ? 0 : said)
    .trimEnd()
    .split("\n")
    .slice(-8)
    .join("\n");
  const full = sayIfFull(ownFolder(dataDir), end);
  throw new Problem(
    `The embedded Postgres did not start. ${full}`.trim() +
      `\nIts data in ${clusterFolder(dataDir)} is kept. The end of ${logFile(dataDir)}:\n${end}`,
  );
}

/**
 * A port for a first start, or that of the last one. Below the range from which systems give ports to outgoing connections, so
 * that none of those can sit on it while Postgres is being restarted.
 */
async function choosePort(dataDir) {
  const kept = Number(await readFile(portFile(dataDir), "utf8").catch(() => ""));
  if (kept > 0 && (await isFree(kept))) return kept;
  for (let tries = 0; tries < 100; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (!(await isFree(port))) continue;
    await writeFile(portFile(dataDir), `${port}\n`);
    return port;
  }
  throw new Problem(
    "No free port on 127.0.0.1 between 20000 and 30000 for the embedded Postgres. Nothing was changed.",
  );
}

/** Whether one can listen on this port of 127.0.0.1. */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Create Plumbline's database unless it is there. */
async function createDatabase(adminUrl) {
  const client = await connect(adminUrl, { queryMs: 60_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [USER]);
    if (rowCount === 0) await client.query(`create database ${USER}`);
  } finally {
    await client.end();
  }
}
