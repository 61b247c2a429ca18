/**
 * Loaded into the web server (`node --import`): what Next says on the console comes out as our own log does, one JSON object a line
 * on standard output. An error with a digest is one that broke a page: instrumentation.ts logs it, with its request. Where standard
 * output cannot be written, as on a full disk, lines are lost, not requests.
 */
import { fstatSync, writeSync } from "node:fs";
import { isatty } from "node:tty";
import { format, stripVTControlCharacters, types } from "node:util";

const LEVELS = ["debug", "info", "warn", "error", "silent"];
const METHODS = { debug: "debug", trace: "debug", log: "info", info: "info", warn: "warn", error: "error" };
const least = LEVELS.indexOf(process.env.LOG_LEVEL || "info");

const isError = (value) => types.isNativeError(value) || value instanceof Error;

/** A stream over a file is lost with its first error; a file can be written again once there is room. */
const isFile = (() => {
  try {
    const stat = fstatSync(1);
    return stat.isFile() || (stat.isCharacterDevice() && !isatty(1));
  } catch {
    return false;
  }
})();
if (!isFile) process.stdout.on("error", () => {});

/** Whether the last line broke off: the next one begins on a line of its own. */
let torn = false;

function put(line) {
  if (!isFile) return void process.stdout.write(line);
  let rest = Buffer.from(torn ? `\n${line}` : line);
  const length = rest.length;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
    torn = false;
  } catch {
    torn ||= rest.length < length;
  }
}

function write(level, said) {
  if (LEVELS.indexOf(level) < least) return;
  const error = said.find(isError);
  if (typeof error?.digest === "string") return;
  const rest = said.filter((each) => each !== error);
  const msg = stripVTControlCharacters(format(...rest)).trim();
  if (msg === "" && !error) return;
  const broken = error ? { error: error.message, stack: error.stack } : {};
  const line = { level, time: new Date().toISOString(), ...broken, msg };
  put(`${JSON.stringify(line)}\n`);
}

for (const [method, level] of Object.entries(METHODS)) console[method] = (...said) => write(level, said);
