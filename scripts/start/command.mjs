import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { openDataFolder } from "./data-folder.mjs";
import { explain, Problem, say } from "./output.mjs";
import { listenForStop } from "./processes.mjs";
import { isContainer, ROOT, runProgram } from "./program.mjs";
import { checkSettings, loadEnvFiles } from "./settings.mjs";

/**
 * What npm runs by a name: `work`, and an explanation where it fails.
 * @param {(words: string[], signal: AbortSignal) => Promise<void>} work gets the words behind the name
 */
export async function command(work) {
  const { signal } = listenForStop();
  try {
    await work(process.argv.slice(2), signal);
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}

/** A path as whoever called npm means it. @param {string} path */
export const fromCaller = (path) => resolve(process.env.INIT_CWD || process.cwd(), path);

/**
 * Run one of our programs on the database that Plumbline uses here: DATABASE_URL (or DATABASE_DIRECT_URL), else the embedded
 * Postgres, which is started for it when it does not run.
 * @param {keyof typeof import("./program.mjs").PROGRAMS} name
 * @param {{ title: string, args?: string[], signal: AbortSignal }} options see runProgram
 */
export async function runOnDatabase(name, options) {
  loadEnvFiles(ROOT);
  checkSettings();
  const env = { ...process.env };
  env.NEXTAUTH_SECRET ||= randomBytes(32).toString("hex"); // nothing is signed here
  let stop = async () => {};
  if (!env.DATABASE_URL && !env.DATABASE_DIRECT_URL) {
    if (isContainer) throw new Problem("Set DATABASE_URL: the container has no Postgres of its own.");
    const { start } = await import("../embedded-postgres.mjs");
    const postgres = await start({ dataDir: await openDataFolder(ROOT, { embedded: true }), say });
    env.DATABASE_URL = postgres.url;
    if (!postgres.adopted) stop = postgres.stop;
  }
  try {
    await runProgram(name, { ...options, env });
  } finally {
    await stop();
  }
}
