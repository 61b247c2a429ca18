import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { serverPid } from "./own-postgres";

/** Every process with its parent. */
function parents(): [pid: number, parent: number][] {
  if (!existsSync("/proc/self/stat")) {
    const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
    return lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  }
  return readdirSync("/proc").flatMap((name): [number, number][] => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      return [[Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])]];
    } catch {
      return [];
    }
  });
}

/** Stops the Postgres of a data folder in the middle of whatever it does, every process of it, and lets it go on later. */
export async function freeze(folder: string, ms: number): Promise<void> {
  const server = await serverPid(folder);
  if (server === null) throw new RangeError(`no Postgres runs on ${folder}`);
  process.kill(server, "SIGSTOP");
  const all = [server, ...parents().flatMap(([pid, parent]) => (parent === server ? [pid] : []))];
  const tell = (signal: NodeJS.Signals) => {
    for (const pid of all) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended meanwhile.
      }
    }
  };
  tell("SIGSTOP");
  try {
    await sleep(ms);
  } finally {
    tell("SIGCONT");
  }
}
