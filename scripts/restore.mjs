/** `npm run restore -- FILE`: a backup into an empty database or data folder. */
import { command, fromCaller, runOnDatabase } from "./start/command.mjs";
import { openDataFolder } from "./start/data-folder.mjs";
import { acquire } from "./start/lock.mjs";
import { Problem } from "./start/output.mjs";
import { alone, install } from "./start/prepare.mjs";
import { isContainer, ROOT, runProgram } from "./start/program.mjs";
import { loadEnvFiles } from "./start/settings.mjs";

const title = "Restoring";

await command(async ([source, ...more], signal) => {
  if (!source || more.length > 0) throw new Problem("Say what: npm run restore -- plumbline.tar.gz");
  const file = fromCaller(source);
  // Where it is most needed, nothing was ever started.
  if (!isContainer) await alone(ROOT, signal, () => install(ROOT, signal));
  loadEnvFiles(ROOT);
  const embedded = !isContainer && !process.env.DATABASE_URL && !process.env.DATABASE_DIRECT_URL;
  if (embedded) await prepareFolder(file, signal);
  await runOnDatabase("restore", { title, args: [file], signal });
});

/** Before a Postgres is made or started: a file that will do, and nobody who serves from this folder until we are through. */
async function prepareFolder(file, signal) {
  await runProgram("restore", { title, args: ["--check", file], env: process.env, signal });
  const folder = await openDataFolder(ROOT, { embedded: true });
  if (await acquire(folder, "serve")) return;
  throw new Problem(`Plumbline is running on this data (${folder}). Nothing was changed. Stop it first.`);
}
