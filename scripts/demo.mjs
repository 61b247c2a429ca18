/** `npm run demo`: the example portfolio into the data of this folder; `-- --remove` takes it out again. */
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { explain, Problem } from "./start/output.mjs";
import { listenForStop, run } from "./start/processes.mjs";
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
  const program = join(root, "scripts", "demo", "program.ts");
  await withDatabase(root, (env) =>
    run(
      words.length > 0 ? "Removing the example portfolio" : "Loading the example portfolio",
      [process.execPath, "--conditions=react-server", "--import", "tsx", program, ...words],
      // Nothing is signed here: any secret will do where none is set.
      {
        cwd: root,
        signal,
        env: { ...env, NEXTAUTH_SECRET: env.NEXTAUTH_SECRET || randomBytes(32).toString("hex") },
      },
    ),
  );
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
