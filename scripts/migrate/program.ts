import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MigrationProblem } from "../../lib/db/migrations/connect";
import { migrate } from "../../lib/db/migrations/migrate";
import { seed } from "../../prisma/seed";
import { endWith, say } from "../start/output.mjs";

/** Bring the database at DATABASE_DIRECT_URL, else DATABASE_URL, to this release. Run from the root of the source. */
async function main(): Promise<void> {
  const root = process.cwd();
  const url = process.env.DATABASE_DIRECT_URL || process.env.DATABASE_URL;
  if (!url) throw new MigrationProblem("DATABASE_URL is not set.");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const applied = await migrate({
    url,
    folder: join(root, "prisma", "migrations"),
    release: version,
    say,
    seed,
  });
  if (applied.length > 0) say(`database migrated (${applied.length} applied)`);
}

endWith(main(), (error) => (error instanceof MigrationProblem ? error.message : null));
