/** `npm run restore -- FILE`: a backup into an empty database or data folder. */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openDataFolder } from "./start/data-folder.mjs";
import { acquire } from "./start/lock.mjs";
import { explain, Problem } from "./start/output.mjs";
import { alone, install } from "./start/prepare.mjs";
import { listenForStop } from "./start/processes.mjs";
import { isBundled, runProgram } from "./start/program.mjs";
import { loadEnvFiles } from "./start/settings.mjs";
import { withDatabase } from "./start/with-database.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { signal } = listenForStop();
const [source, ...more] = process.argv.slice(2);

try {
  if (!source || more.length > 0) throw new Problem("Say what: npm run restore -- plumbline.tar.gz");
  const file = resolve(process.env.INIT_CWD || process.cwd(), source);
  // Where it is most needed, nothing was ever started.
  if (!isBundled(root)) await alone(root, signal, () => install(root, signal));
  loadEnvFiles(root);
  const embedded = !isBundled(root) && !process.env.DATABASE_URL && !process.env.DATABASE_DIRECT_URL;
  if (embedded) await prepareFolder(file);
  await withDatabase(root, (env) =>
    runProgram(root, "restore", { title: "Restoring", args: [file], env, signal }),
  );
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

/** Before a Postgres is made or started: a file that will do, and nobody who serves from this folder until we are through. */
async function prepareFolder(file) {
  await runProgram(root, "restore", {
    title: "Restoring",
    args: ["--check", file],
    env: process.env,
    signal,
  });
  const folder = await openDataFolder(root, { embedded: true });
  if (await acquire(folder, "serve")) return;
  throw new Problem(`Plumbline is running on this data (${folder}). Nothing was changed. Stop it first.`);
}
