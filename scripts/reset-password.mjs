/** `npm run reset-password -- ana@example.com`: a new password for somebody who lost theirs, printed once. */
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { explain, Problem } from "./start/output.mjs";
import { listenForStop, run } from "./start/processes.mjs";
import { withDatabase } from "./start/with-database.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { signal } = listenForStop();
const [email] = process.argv.slice(2);

try {
  if (!email) throw new Problem("Say whose: npm run reset-password -- ana@example.com");
  await withDatabase(root, (env) =>
    run(
      "Resetting the password",
      [
        process.execPath,
        "--conditions=react-server",
        "--import",
        "tsx",
        join(root, "scripts", "reset-password", "program.ts"),
        email,
      ],
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
