import pino, { type Logger } from "pino";
import { version } from "../../package.json";
import { once } from "./once";

/** What is kept of lines that cannot be written yet, in characters; more is lost. */
const KEPT_LENGTH = 1_000_000;

/** Standard output. Where it cannot be written, as to a file on a full disk, lines are lost, not requests. */
function output() {
  const stream = pino.destination({ fd: 1, sync: true, maxLength: KEPT_LENGTH });
  stream.on("error", () => undefined);
  return stream;
}

/** Structured log, one JSON object a line. Give every line of a request its `requestId`; never a secret. */
export const log = (): Logger =>
  once("log", () =>
    pino(
      {
        level: process.env.LOG_LEVEL || "info",
        base: { release: version },
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (level) => ({ level }) },
        redact: ["password", "*.password", "cookie", "authorization", "*.cookie", "*.authorization"],
      },
      output(),
    ),
  );
