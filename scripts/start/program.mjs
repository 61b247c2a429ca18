import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./processes.mjs";

/** The folder of the source, or of what the container has of it. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Our commands that are written in TypeScript: the name that npm runs them by, and where they begin. From a clone `tsx` runs them;
 * in the container each is one file, made by `scripts/bundle.mjs`.
 */
export const PROGRAMS = {
  migrate: "scripts/migrate/program.ts",
  "reset-password": "scripts/reset-password/program.ts",
  demo: "scripts/demo/program.ts",
  backup: "scripts/backup/program.ts",
  restore: "scripts/restore/program.ts",
};

/** The folder that the container has them in. */
const BUNDLES = join(ROOT, "commands");

/** Whether this is the container, which has no sources. */
export const isContainer = existsSync(BUNDLES);

/**
 * Run one of them to its end, in a process of its own.
 * @param {keyof typeof PROGRAMS} name
 * @param {{ title: string, args?: string[], env: NodeJS.ProcessEnv, signal: AbortSignal }} options `title` for the message when it
 *   fails, as in "Resetting the password failed"
 * @throws {import("./output.mjs").Problem} when it fails
 */
export function runProgram(name, { title, args = [], env, signal }) {
  const program = isContainer
    ? [join(BUNDLES, `${name}.mjs`)]
    : ["--conditions=react-server", "--import", "tsx", join(ROOT, PROGRAMS[name])];
  return run(title, [process.execPath, ...program, ...args], { cwd: ROOT, env, signal });
}
