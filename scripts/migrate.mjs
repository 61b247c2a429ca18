/** `npm run migrate`: bring the database to this release. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { explain } from "./start/output.mjs";
import { migrate } from "./start/prepare.mjs";
import { listenForStop } from "./start/processes.mjs";
import { withDatabase } from "./start/with-database.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { signal } = listenForStop();

try {
  await withDatabase(root, (env) => migrate(root, env, signal));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
