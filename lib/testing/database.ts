import { inject } from "vitest";
import { createDatabase, emptyDatabase } from "./databases";

/** Give this test file a fresh copy of the template, and say so in DATABASE_URL. `setup.ts` does it, before anything is imported. */
export async function openTestDatabase(): Promise<void> {
  const prefix = inject("databasePrefix");
  // One per worker, replaced for each file: at most as many at a time as there are workers.
  const name = `${prefix}worker_${process.env.VITEST_POOL_ID ?? process.pid}`;
  process.env.DATABASE_URL = await createDatabase(inject("databaseAdminUrl"), name, `${prefix}template`);
  process.env.NEXTAUTH_SECRET ??= "a secret for tests, which is long enough";
  delete process.env.DATABASE_DIRECT_URL;
}

/** The URL of this test file's own database: migrated, seeded, nobody else's. */
export function testDatabase(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("openTestDatabase() has not run: is lib/testing/setup.ts among the setup files?");
  return url;
}

/**
 * Back to migrated and seeded (about 100 ms), the connections of the code under test staying open. For a file whose tests would see
 * each other's rows; most tests do better with rows of their own.
 */
export async function resetDatabase(): Promise<void> {
  await emptyDatabase(testDatabase());
}

let counter = 0;

/**
 * One more database beside this file's, empty: for tests of the migrations themselves.
 * @param from `template` for a migrated and seeded one
 * @returns its URL
 */
export async function spareDatabase(from: "empty" | "template" = "empty"): Promise<string> {
  const prefix = inject("databasePrefix");
  counter += 1;
  const name = `${prefix}spare_${process.env.VITEST_POOL_ID ?? process.pid}_${counter}`;
  return createDatabase(
    inject("databaseAdminUrl"),
    name,
    from === "template" ? `${prefix}template` : undefined,
  );
}
