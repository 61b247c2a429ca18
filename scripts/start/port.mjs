import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem, say } from "./output.mjs";

const PATIENCE_MS = 5_000;

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
    if (Date.now() - began > PATIENCE_MS) {
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
