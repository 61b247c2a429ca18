import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureWritable } from "./disk.mjs";
import { fingerprint, sourceFiles } from "./fingerprint.mjs";
import { acquire } from "./lock.mjs";
import { say } from "./output.mjs";
import { run } from "./processes.mjs";

/** Two starts in one folder must not install or build over each other: the second waits for the first. */
export async function alone(root, signal, work) {
  let lock = await acquire(root, "prepare");
  if (!lock) say("another start is preparing this folder; waiting for it …");
  while (!lock) {
    await sleep(300, undefined, { signal }).catch(() => signal.throwIfAborted());
    lock = await acquire(root, "prepare");
  }
  try {
    await work();
  } finally {
    await lock.release();
  }
}

/** `npm ci`, unless what package-lock.json asks for is already there. */
export async function install(root, signal) {
  const stamp = join(root, "node_modules", ".plumbline-installed");
  const wanted = await fingerprint(root, ["package-lock.json"]);
  if ((await read(stamp)) === wanted) return;
  if (!(await isInstalled(root))) {
    await ensureWritable(join(root, "node_modules"), { kept: "Your data was not touched." });
    say("installing packages: a minute or two, only when they changed …");
    // NODE_ENV=production must not leave out the types that the build needs.
    await run("Installing the packages", [...npm(), "ci", "--include=dev", "--no-audit", "--no-fund"], {
      cwd: root,
      signal,
      advice:
        "Is the network there, and the npm registry reachable? What was installed so far is kept in npm's cache; start again to go on.",
    });
  }
  await writeFile(stamp, wanted);
}

/** npm's own record of what it put there says the same as the lock file: somebody ran `npm install` by hand. */
async function isInstalled(root) {
  const there = JSON.parse((await read(join(root, "node_modules", ".package-lock.json"))) ?? "{}").packages;
  if (!there) return false;
  const wanted = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    return there[path] ? there[path].version === entry.version : Boolean(entry.optional || entry.devOptional);
  });
}

/** The npm that runs us, when one does; else the one on the path. */
function npm() {
  const path = process.env.npm_execpath;
  if (path && basename(path) === "npm-cli.js" && existsSync(path)) return [process.execPath, path];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/** `prisma generate`, unless the client there was made from this schema with these packages. */
export async function generate(root, signal) {
  const stamp = join(root, "lib", "db", "generated", ".plumbline-generated");
  const wanted = await fingerprint(root, ["package-lock.json", "prisma.config.ts", "prisma/schema.prisma"]);
  if ((await read(stamp)) === wanted) return;
  await ensureWritable(join(stamp, ".."), { kept: "Your data was not touched." });
  say("generating the database client …");
  await run(
    "Generating the database client",
    [process.execPath, bin(root, "prisma/build/index.js"), "generate"],
    {
      cwd: root,
      signal,
      quiet: true,
      // Prisma would fetch an engine that it does not use for this, unless it is told of one: any file that exists will do.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    },
  );
  await writeFile(stamp, wanted);
}

/**
 * `next build`, unless the build there was made from these sources.
 * @param {string} root
 * @param {AbortSignal} signal
 * @param {string} [distDir] folder of the build, from the root
 */
export async function build(root, signal, distDir = process.env.NEXT_DIST_DIR || ".next") {
  const stamp = join(root, distDir, ".plumbline-built");
  const settings = Object.entries(process.env).filter(
    ([name]) => name.startsWith("NEXT_PUBLIC_") || name === "NEXT_OUTPUT",
  );
  const wanted = await fingerprint(
    root,
    await sourceFiles(root),
    settings.sort().map(([name, value]) => `${name}=${value}`),
  );
  if ((await read(stamp)) === wanted && existsSync(join(root, distDir, "BUILD_ID"))) return;
  await ensureWritable(join(root, distDir), { kept: "Your data was not touched." });
  say("building: about a minute, only when the source changed …");
  await rm(stamp, { force: true });
  await run("Building", [process.execPath, bin(root, "next/dist/bin/next"), "build"], {
    cwd: root,
    signal,
    env: { ...process.env, NODE_ENV: "production", NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: "1" },
    advice: "Your data was not touched. The lines above say which file is meant.",
  });
  await writeFile(stamp, wanted);
}

/** @returns {string} absolute path of a program inside an installed package */
export function bin(root, path) {
  return join(root, "node_modules", path);
}

/** @returns {Promise<string | null>} null when there is no such file */
async function read(path) {
  return readFile(path, "utf8").catch(() => null);
}
