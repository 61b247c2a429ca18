import pino, { type Logger } from "pino";
import { version } from "../../package.json";
import { once } from "./once";

/** Structured log, one JSON object a line. Give every line of a request its `requestId`; never a secret. */
export const log = (): Logger =>
  once("log", () =>
    pino({
      level: process.env.LOG_LEVEL || "info",
      base: { release: version },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: ["password", "*.password", "cookie", "authorization", "*.cookie", "*.authorization"],
    }),
  );
