/** `npm run reset-password -- ana@example.com`: a new password for somebody who lost theirs, printed once. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { explain, Problem } from "./start/output.mjs";
import { listenForStop } from "./start/processes.mjs";
import { runProgram } from "./start/program.mjs";
import { withDatabase } from "./start/with-database.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { signal } = listenForStop();
const [email] = process.argv.slice(2);

try {
  if (!email) throw new Problem("Say whose: npm run reset-password -- ana@example.com");
  await withDatabase(root, (env) =>
    runProgram(root, "reset-password", { title: "Resetting the password", args: [email], env, signal }),
  );
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
