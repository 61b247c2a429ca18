import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Starts a Node program; what it writes is shown only when it fails. */
export function startNode(
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let kept = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      kept = (kept + chunk.toString()).slice(-20_000);
    });
  }
  child.once("exit", (code) => {
    if (code) process.stderr.write(kept);
  });
  return child;
}

/** Waits until an address answers 200. @returns milliseconds waited. @throws Error when the process ended first */
export async function untilOk(url: string, child: ChildProcess): Promise<number> {
  const began = performance.now();
  while (child.exitCode === null && performance.now() - began < 600_000) {
    const response = await fetch(url).catch(() => null);
    await response?.arrayBuffer();
    if (response?.status === 200) return performance.now() - began;
    await sleep(20);
  }
  throw new Error(`${url} did not answer`);
}

/**
 * Waits until a job has been done once since the start: what is measured while the first one works is that job.
 * @returns milliseconds waited. @throws Error after a quarter of an hour
 */
export async function untilDone(origin: string, task: string): Promise<number> {
  const began = performance.now();
  const line = `plumbline_jobs_total{task="${task}",result="done"}`;
  while (performance.now() - began < 900_000) {
    const text = await fetch(`${origin}/api/metrics`).then((response) => response.text());
    if (text.includes(line)) return performance.now() - began;
    await sleep(500);
  }
  throw new Error(`the job ${task} was not done`);
}

/** Ends a program that was started here, and waits for it. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

/** Resident memory of the web server below a process, in megabytes; Postgres is not counted. */
export function webMemoryMb(pid: number): number {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,args="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((found) =>
      found
        ? [{ pid: Number(found[1]), parent: Number(found[2]), kb: Number(found[3]), args: found[4] ?? "" }]
        : [],
    );
  const below = (parent: number): number =>
    rows
      .filter((row) => row.parent === parent && !row.args.includes("postgres"))
      .reduce((sum, row) => sum + row.kb + below(row.pid), 0);
  return below(pid) / 1024;
}
