/**
 * Loaded into the web server (`node --import`): what Next says on the console comes out as our own log does, one JSON object a line
 * on standard output. An error with a digest is one that broke a page: instrumentation.ts logs it, with its request.
 */
import { format, stripVTControlCharacters, types } from "node:util";

const LEVELS = ["debug", "info", "warn", "error", "silent"];
const METHODS = { debug: "debug", trace: "debug", log: "info", info: "info", warn: "warn", error: "error" };
const least = LEVELS.indexOf(process.env.LOG_LEVEL || "info");

const isError = (value) => types.isNativeError(value) || value instanceof Error;

function write(level, said) {
  if (LEVELS.indexOf(level) < least) return;
  const error = said.find(isError);
  if (typeof error?.digest === "string") return;
  const rest = said.filter((each) => each !== error);
  const msg = stripVTControlCharacters(format(...rest)).trim();
  if (msg === "" && !error) return;
  const broken = error ? { error: error.message, stack: error.stack } : {};
  const line = { level, time: new Date().toISOString(), ...broken, msg };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

for (const [method, level] of Object.entries(METHODS)) console[method] = (...said) => write(level, said);
