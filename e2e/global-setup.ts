import { createTemplate, dropDatabases } from "../lib/testing/databases";
import { endWithParent } from "../lib/testing/orphans";

export const PREFIX = "plumbline_e2e_";

/** One migrated and seeded database, of which every server gets a copy. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  endWithParent();
  const adminUrl = process.env.E2E_DATABASE_ADMIN_URL;
  if (!adminUrl)
    throw new Error(
      "E2E_DATABASE_ADMIN_URL is not set: run `npm test`, which starts a Postgres for the tests.",
    );
  await dropDatabases(adminUrl, PREFIX);
  await createTemplate(adminUrl, `${PREFIX}template`);
  return () => dropDatabases(adminUrl, PREFIX);
}
