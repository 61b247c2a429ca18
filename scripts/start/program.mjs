import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "./processes.mjs";

/**
 * Our commands that are written in TypeScript: the name that npm runs them by, and where they begin. From a clone `tsx` runs them;
 * in the container each is one file, made by `scripts/bundle.mjs`.
 */
export const PROGRAMS = {
  migrate: "lib/db/migrations/main.ts",
  "reset-password": "scripts/reset-password/program.ts",
  demo: "scripts/demo/program.ts",
  backup: "scripts/backup/program.ts",
  restore: "scripts/restore/program.ts",
};

/** The folder, from the root, that the container has them in. */
export const BUNDLES = "commands";

/** Whether this is the container, which has no sources. @param {string} root */
export const isBundled = (root) => existsSync(join(root, BUNDLES));

/**
 * Run one of them to its end, in a process of its own.
 * @param {string} root of the source, or of what the container has of it
 * @param {keyof typeof PROGRAMS} name
 * @param {{ title: string, args?: string[], env: NodeJS.ProcessEnv, signal: AbortSignal }} options `title` for the message when it
 *   fails, as in "Resetting the password failed"
 * @throws {import("./output.mjs").Problem} when it fails
 */
export function runProgram(root, name, { title, args = [], env, signal }) {
  const program = isBundled(root)
    ? [join(root, BUNDLES, `${name}.mjs`)]
    : ["--conditions=react-server", "--import", "tsx", join(root, PROGRAMS[name])];
  return run(title, [process.execPath, ...program, ...args], { cwd: root, env, signal });
}
