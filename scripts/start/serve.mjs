import { spawn } from "node:child_process";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Problem, say } from "./output.mjs";
import { exitOf } from "./processes.mjs";
import { ROOT } from "./program.mjs";

const ANSWER_LIMIT_MS = 120_000;
const PORT_PATIENCE_MS = 5_000;

/**
 * Make sure that we can serve on a port, before the long work begins. A server of ours whose parent was killed needs a moment to
 * notice, hence the patience.
 * @param {number} port
 * @param {AbortSignal} signal
 * @throws {Problem} somebody else listens there, or we may not
 */
export async function ensurePortIsFree(port, signal) {
  const began = Date.now();
  let told = false;
  for (;;) {
    const code = await tryPort(port);
    if (code === null) return;
    if (code === "EACCES") {
      throw new Problem(
        `This user may not open port ${port}. Nothing was changed. Set PORT to one above 1023, for example PORT=3000.`,
      );
    }
    if (Date.now() - began > PORT_PATIENCE_MS) {
      throw new Problem(
        `Port ${port} is used by another program. Nothing was changed.\n` +
          `End that program, or choose another port: PORT=${port < 65_535 ? port + 1 : 3000} npm start`,
      );
    }
    if (!told && Date.now() - began > 1_000) {
      told = true;
      say(`port ${port} is taken; waiting a few seconds in case it is being given up …`);
    }
    await sleep(200, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

/** @returns {Promise<string | null>} the error's code, or null when one can listen there as the web server will */
function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code ?? "unknown"));
    server.listen(port, () => server.close(() => resolve(null)));
  });
}

/**
 * Start the web server, and wait until it answers.
 * @param {{ dev: boolean, port: number, env: NodeJS.ProcessEnv }} options
 * @returns {import("node:child_process").ChildProcess} a child that ends when we do, however we end
 */
export function spawnWeb({ dev, port, env }) {
  const here = (name) => join(ROOT, "scripts", "start", name);
  const beside = (name) => ["--import", pathToFileURL(here(name)).href];
  return spawn(
    process.execPath,
    [
      ...beside("leave-with-parent.mjs"),
      ...(dev ? [] : beside("json-console.mjs")),
      here("server.mjs"),
      ...(dev ? ["--dev"] : []),
    ],
    {
      cwd: ROOT,
      env: {
        ...env,
        NODE_ENV: dev ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
        PLUMBLINE_PARENT: String(process.pid),
        PORT: String(port),
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
