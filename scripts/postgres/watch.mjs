import { setTimeout as sleep } from "node:timers/promises";
import { isServerOf, recordedServer } from "./cluster.mjs";
import { connect, probe } from "./probe.mjs";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const PATIENCE_MS = 5_000;

/**
 * Keep one connection to the server open, and so hear at once when it goes away; start it again when it does not come back by
 * itself. (When only one of its processes was killed, Postgres recovers alone and merely ends all connections.)
 * @param {{ url: string, cluster: string, restart: () => Promise<void>, say: (line: string) => void, signal: AbortSignal }} options
 */
export async function watch({ url, cluster, restart, say, signal }) {
  let pauseMs = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    if (await connectionLost(url, signal)) pauseMs = FIRST_PAUSE_MS;
    if (signal.aborted) return;
    if (await answers(url, cluster, signal)) continue;
    if (signal.aborted) return;
    say("the embedded Postgres stopped by itself; starting it again …");
    try {
      await restart();
      say("the embedded Postgres is back.");
    } catch (error) {
      say(`it did not come back yet (${error.message.split("\n")[0]}); trying again in ${pauseMs / 1000} s`);
      await sleep(pauseMs, undefined, { signal }).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }
}

/** Resolves when an open connection ended (true), none could be opened (false), or the signal fired. */
async function connectionLost(url, signal) {
  const client = await connect(url);
  try {
    await client.connect();
  } catch {
    return false;
  }
  await new Promise((resolve) => {
    client.once("end", resolve);
    client.once("error", resolve);
    signal.addEventListener("abort", resolve, { once: true });
  });
  client.end().catch(() => {});
  return true;
}

/** Whether the server answers, given the time it takes to recover by itself. */
async function answers(url, cluster, signal) {
  for (const began = Date.now(); !signal.aborted; await sleep(100)) {
    const found = await probe(url, cluster);
    if (found === "ours") return true;
    if (found === "none" && !(await isAlive(cluster))) return false;
    if (found === "foreign" && Date.now() - began > PATIENCE_MS) return false;
  }
  return false;
}

/** Whether the process that serves the cluster is there, answering or not: on a machine under heavy load it may take its time. */
async function isAlive(cluster) {
  const recorded = await recordedServer(cluster);
  return recorded !== null && (await isServerOf(cluster, recorded.pid));
}
