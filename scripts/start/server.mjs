/**
 * `node scripts/start/server.mjs [--dev]`: the web server, an HTTP server of ours around Next. Before Next sees a request ours does,
 * by what lib/config/incoming.ts hands over once instrumentation.ts has started the process. Listens on PORT, closes a connection that
 * was idle for KEEP_ALIVE_TIMEOUT milliseconds, and ends on SIGTERM and SIGINT, once everything is answered.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";
import { isContainer, ROOT } from "./program.mjs";

/** As a shell has it. */
const EXIT = { SIGTERM: 143, SIGINT: 130 };

const { PORT, KEEP_ALIVE_TIMEOUT } = process.env;
const port = Number(PORT || 3000);
const server = createServer();
if (KEEP_ALIVE_TIMEOUT) server.keepAliveTimeout = Number(KEEP_ALIVE_TIMEOUT);

if (isContainer) {
  // Next's standalone output cannot read next.config.mjs, for want of webpack: its own server.js hands it the config like this.
  const { config } = JSON.parse(readFileSync(join(ROOT, ".next", "required-server-files.json"), "utf8"));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}
const gate = new Promise((resolve) => {
  globalThis[Symbol.for("plumbline.open-gate")] = resolve;
});
const app = next({ dev: process.argv.includes("--dev"), dir: ROOT, port, httpServer: server });
await app.prepare();
const { connected, admit } = await gate;
const handle = app.getRequestHandler();

server.on("connection", connected);
server.on("request", (request, response) => {
  if (!admit(request, response)) return;
  handle(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
});
for (const [signal, code] of Object.entries(EXIT)) {
  process.once(signal, () => server.close(() => app.close().finally(() => process.exit(code))));
}
server.once("error", (error) => {
  console.error(error);
  process.exit(1);
});
server.listen(port, () => console.log(`listening on port ${port}`));
