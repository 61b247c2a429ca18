import { randomBytes } from "node:crypto";
import { openDataFolder } from "./data-folder.mjs";
import { Problem, say } from "./output.mjs";
import { isBundled } from "./program.mjs";
import { checkSettings, loadEnvFiles } from "./settings.mjs";

/**
 * Do something with the database that Plumbline uses here: DATABASE_URL (or DATABASE_DIRECT_URL), else the embedded Postgres, which
 * is started for it when it does not run.
 * @param {string} root of the source
 * @param {(env: NodeJS.ProcessEnv) => Promise<void>} work gets the environment for programs that connect
 */
export async function withDatabase(root, work) {
  loadEnvFiles(root);
  checkSettings();
  const env = { ...process.env };
  env.NEXTAUTH_SECRET ||= randomBytes(32).toString("hex"); // nothing is signed here
  let stop = async () => {};
  if (!env.DATABASE_URL && !env.DATABASE_DIRECT_URL) {
    if (isBundled(root)) throw new Problem("Set DATABASE_URL: the container has no Postgres of its own.");
    const { start } = await import("../embedded-postgres.mjs");
    const postgres = await start({ dataDir: await openDataFolder(root, { embedded: true }), say });
    env.DATABASE_URL = postgres.url;
    if (!postgres.adopted) stop = postgres.stop;
  }
  try {
    await work(env);
  } finally {
    await stop();
  }
}
