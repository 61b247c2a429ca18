/**
 * `npm run migrate`: bring the database to this release. DATABASE_DIRECT_URL, else DATABASE_URL, else the embedded Postgres, which
 * is started for it when it does not run.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { openDataFolder } from "./start/data-folder.mjs";
import { explain, say } from "./start/output.mjs";
import { migrate } from "./start/prepare.mjs";
import { listenForStop } from "./start/processes.mjs";
import { loadEnvFiles } from "./start/settings.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { signal } = listenForStop();

try {
  loadEnvFiles(root);
  const env = { ...process.env };
  let stop = async () => {};
  if (!env.DATABASE_URL && !env.DATABASE_DIRECT_URL) {
    const { start } = await import("./embedded-postgres.mjs");
    const postgres = await start({ dataDir: await openDataFolder(root, { embedded: true }), say });
    env.DATABASE_URL = postgres.url;
    if (!postgres.adopted) stop = postgres.stop;
  }
  try {
    await migrate(root, env, signal);
  } finally {
    await stop();
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
