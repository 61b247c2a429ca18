import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readSettings } from "../../lib/config/settings.mjs";
import { Problem } from "./output.mjs";

/** Read `.env.local` and `.env`; what the environment says already wins, then `.env.local`. */
export function loadEnvFiles(root) {
  for (const name of [".env.local", ".env"]) {
    const path = join(root, name);
    if (!existsSync(path)) continue;
    try {
      process.loadEnvFile(path);
    } catch (error) {
      throw new Problem(`${name} cannot be read (${error.message}). Nothing was changed.`);
    }
  }
}

/**
 * What the environment says, checked before anything is done.
 * @returns {import("../../lib/config/settings.mjs").Settings} without the address of a Postgres that is still to be started, and
 *   without a secret that is still to be made
 * @throws {Problem} naming every one that is wrong
 */
export function checkSettings() {
  try {
    return readSettings(process.env, { later: ["DATABASE_URL", "NEXTAUTH_SECRET"] });
  } catch (error) {
    throw new Problem(`${error.message}\nNothing was changed.`);
  }
}

/**
 * A secret that is made once and kept in a file only its owner may read.
 * Two processes that make it at the same time end up with the same one.
 * @param {string} path
 * @returns {Promise<string>} at least 32 characters
 */
export async function keptSecret(path) {
  const there = await readSecret(path);
  if (there) return there;
  // of its own for each who makes one: two containers on one volume have the same process numbers
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await link(draft, path).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft, { force: true });
  const made = await readSecret(path);
  if (!made)
    throw new Problem(
      `${path} is empty or too short. Put the secret back, or remove the file to have a new one made.`,
    );
  return made;
}

/** @returns {Promise<string | null>} null when there is no such file */
async function readSecret(path) {
  try {
    const text = (await readFile(path, "utf8")).trim();
    return text.length >= 32 ? text : "";
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw new Problem(
      `${path} cannot be read (${error.code}). Was Plumbline started before by another user? Start it as that user.`,
    );
  }
}
