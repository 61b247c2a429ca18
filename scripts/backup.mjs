/** `npm run backup -- FILE`: everything that Plumbline knows into one file, while it goes on running. */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { explain, Problem } from "./start/output.mjs";
import { listenForStop } from "./start/processes.mjs";
import { runProgram } from "./start/program.mjs";
import { withDatabase } from "./start/with-database.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { signal } = listenForStop();
const [target, ...more] = process.argv.slice(2);

try {
  if (!target || more.length > 0) throw new Problem("Say where to: npm run backup -- plumbline.tar.gz");
  const file = resolve(process.env.INIT_CWD || process.cwd(), target);
  await withDatabase(root, (env) =>
    runProgram(root, "backup", { title: "Backing up", args: [file], env, signal }),
  );
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
