import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

process.env.TZ = "Asia/Kathmandu";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const shared = {
  resolve: {
    alias: { "server-only": here("node_modules/server-only/empty.js"), "@": here("./") },
  },
};

/** Against hanging alone: no machine, however slow or busy, should ever come near it. */
const TIMEOUT_MS = 600_000;
const POLL_MS = 60_000;

/** `unit` needs nothing but Node; `database` needs the Postgres that `npm test` starts (TEST_DATABASE_URL). */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["{lib,components,prisma,scripts,app}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
          setupFiles: ["lib/testing/navigation.ts"],
          // Nothing of theirs outlives a file: no process or module graph of its own for each, which took longer than the tests.
          pool: "threads",
          isolate: false,
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
          expect: { poll: { timeout: POLL_MS } },
        },
      },
      {
        ...shared,
        test: {
          name: "database",
          include: ["{lib,prisma,scripts,app}/**/*.db.test.ts"],
          globalSetup: ["lib/testing/global-setup.ts"],
          setupFiles: ["lib/testing/setup.ts"],
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
          expect: { poll: { timeout: POLL_MS } },
          maxWorkers: 2,
        },
      },
    ],
  },
});
