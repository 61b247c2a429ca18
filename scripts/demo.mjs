/** `npm run demo`: the example portfolio into the data of this folder; `-- --remove` takes it out again. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { explain, Problem } from "./start/output.mjs";
import { listenForStop } from "./start/processes.mjs";
import { runProgram } from "./start/program.mjs";
import { withDatabase } from "./start/with-database.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { signal } = listenForStop();
const words = process.argv.slice(2);

try {
  if (words.some((word) => word !== "--remove")) {
    throw new Problem(
      "npm run demo loads the example portfolio, npm run demo -- --remove takes it out again.",
    );
  }
  const title = words.length > 0 ? "Removing the example portfolio" : "Loading the example portfolio";
  await withDatabase(root, (env) => runProgram(root, "demo", { title, args: words, env, signal }));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
