import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { sayIfFull } from "./disk.mjs";
import { Problem, Stopped } from "./output.mjs";

const PARENT_CHECK_MS = 500;

/**
 * An AbortSignal that fires at the first SIGINT, SIGTERM or SIGHUP, and a way to hear of the second. It fires too when npm, having
 * started us, is gone: a SIGTERM sent to npm alone ends the shell between it and us, and reaches nobody else.
 * @returns {{ signal: AbortSignal, onHurry: (listener: () => void) => void }}
 */
export function listenForStop() {
  const controller = new AbortController();
  const hurry = [];
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(name, () => {
      if (controller.signal.aborted) for (const listener of hurry) listener();
      else controller.abort(new Stopped());
    });
  }
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && controller.abort(new Stopped()), PARENT_CHECK_MS).unref();
  }
  return { signal: controller.signal, onHurry: (listener) => hurry.push(listener) };
}

/**
 * Run a program to its end, its output going to ours.
 * @param {string} title for the message when it fails, as in "`next build` failed"
 * @param {string[]} command program and arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal, quiet?: boolean, advice?: string }} [options]
 *   `quiet` keeps the output back and shows it only when the program fails
 * @throws {Problem} when it fails; {Stopped} when the signal fired
 */
export async function run(title, [program, ...args], options = {}) {
  const { cwd, env = process.env, signal, quiet = false, advice = "" } = options;
  signal?.throwIfAborted();
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  let kept = "";
  child.stdout?.on("data", (chunk) => (kept += chunk));
  child.stderr?.on("data", (chunk) => (kept += chunk));
  const stop = () => void end(child, { graceMs: 5_000 });
  signal?.addEventListener("abort", stop, { once: true });
  const outcome = await exitOf(child);
  signal?.removeEventListener("abort", stop);
  signal?.throwIfAborted();
  if (outcome.code === 0) return;
  if (quiet) process.stderr.write(kept);
  const how =
    outcome.error?.message ?? (outcome.signal ? `ended by ${outcome.signal}` : `exit code ${outcome.code}`);
  throw new Problem(
    [`${title} failed (${how}).`, sayIfFull(cwd ?? ".", kept), advice].filter(Boolean).join("\n"),
  );
}

/** How a child process ended, once it has. @returns {Promise<{ code: number | null, signal: string | null, error?: Error }>} */
export function exitOf(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, signal: null, error }));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}

/** Ask a child process to end, and make it end when it has not after `graceMs`. */
export async function end(child, { graceMs }) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = exitOf(child);
  child.kill("SIGTERM");
  const late = await Promise.race([ended.then(() => false), sleep(graceMs, true, { ref: false })]);
  if (late) child.kill("SIGKILL");
  await ended;
}
