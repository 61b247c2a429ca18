import { setTimeout as sleep } from "node:timers/promises";
import { isServerOf, recordedServer } from "./cluster.mjs";

/** What to ask for, and how long to wait for it: fast, immediate (recovers at the next start), none. */
const STEPS = [
  ["SIGINT", 20_000],
  ["SIGQUIT", 5_000],
  ["SIGKILL", 5_000],
];

/**
 * End the server of a cluster. A "fast" shutdown ends open transactions and writes everything down; whoever is deaf to that is told
 * more firmly, and nothing that was committed is lost.
 * @param {string} cluster
 * @param {import("node:child_process").ChildProcess | null} child when we started it ourselves
 */
export async function stopServer(cluster, child) {
  const pid = (await recordedServer(cluster))?.pid ?? child?.pid;
  const ended = () => child?.pid === pid && (child.exitCode !== null || child.signalCode !== null);
  const gone = async () => ended() || !(await isServerOf(cluster, pid));
  if (pid === undefined || (await gone())) return;
  for (const [signal, patienceMs] of STEPS) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < patienceMs; waited += 20) {
      if (await gone()) return;
      await sleep(20);
    }
  }
}
