import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seed } from "../../../prisma/seed";
import { MigrationProblem } from "./connect";
import { migrate } from "./migrate";

const say = (line: string) => console.log(`plumbline: ${line}`);

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

main().then(
  () => process.exit(0),
  (error) => {
    console.error(`\n${error instanceof MigrationProblem ? error.message : (error?.stack ?? error)}\n`);
    process.exit(1);
  },
);
