import type { TestProject } from "vitest/node";
import { startThrowaway } from "../../scripts/postgres/throwaway.mjs";
import { createTemplate, dropDatabases } from "./databases";
import { endWithParent } from "./orphans";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's URL. */
    databaseAdminUrl: string;
    /** All names of this run's databases begin with it; so does the template's. */
    databasePrefix: string;
  }
}

/**
 * Once for all test files of the `database` project: a server (TEST_DATABASE_URL, a superuser's; else a throwaway one of our own)
 * and on it a database, migrated and seeded, of which every test file gets a copy.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  endWithParent();
  const given = process.env.TEST_DATABASE_URL;
  const own = given ? null : await startThrowaway();
  const adminUrl = given || (own?.adminUrl ?? "");
  const prefix = `plumbline_test_${process.pid}_`;
  const teardown = async () => {
    if (own) await own.stop();
    else await dropDatabases(adminUrl, prefix);
  };
  try {
    await createTemplate(adminUrl, `${prefix}template`);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide("databaseAdminUrl", adminUrl);
  project.provide("databasePrefix", prefix);
  return teardown;
}
