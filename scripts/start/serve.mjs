import { spawn } from "node:child_process";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Problem } from "./output.mjs";
import { bin } from "./prepare.mjs";
import { exitOf } from "./processes.mjs";

const ANSWER_LIMIT_MS = 120_000;

/**
 * Start the web server, and wait until it answers.
 * @param {{ root: string, dev: boolean, port: number, env: NodeJS.ProcessEnv }} options
 * @returns {import("node:child_process").ChildProcess} a child that ends when we do, however we end
 */
export function spawnWeb({ root, dev, port, env }) {
  const beside = (name) => ["--import", pathToFileURL(join(root, "scripts", "start", name)).href];
  return spawn(
    process.execPath,
    [
      ...beside("leave-with-parent.mjs"),
      ...(dev ? [] : beside("json-console.mjs")),
      bin(root, "next/dist/bin/next"),
      dev ? "dev" : "start",
      "--port",
      String(port),
    ],
    {
      cwd: root,
      env: {
        ...env,
        NODE_ENV: dev ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
        PLUMBLINE_PARENT: String(process.pid),
      },
      stdio: ["inherit", "inherit", "inherit", "pipe"],
    },
  );
}

/**
 * Resolves when the server answers anything at all; whether it is ready is for `/api/health/ready` to say.
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} port
 * @param {AbortSignal} signal
 */
export async function untilAnswering(child, port, signal) {
  const exit = exitOf(child);
  const ended = exit.then(() => true);
  for (const began = Date.now(); Date.now() - began < ANSWER_LIMIT_MS; ) {
    signal.throwIfAborted();
    if (await answers(port)) return;
    if (await Promise.race([ended, sleep(100, false)])) {
      const { code, signal: name } = await exit;
      signal.throwIfAborted();
      throw new Problem(
        `The web server ended before it answered (${name ?? `exit code ${code}`}). The lines above say why. Your data is kept.`,
      );
    }
  }
  throw new Problem(
    `The web server did not answer on port ${port} within ${ANSWER_LIMIT_MS / 1000} s. Your data is kept.`,
  );
}

/** @returns {Promise<boolean>} */
function answers(port) {
  return new Promise((resolve) => {
    // No agent: a connection kept open for a next request would hold up a shutdown.
    const request = get(
      { host: "127.0.0.1", port, path: "/api/health/live", agent: false, timeout: 5_000 },
      (response) => {
        response.resume();
        resolve(true);
      },
    );
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });
}
