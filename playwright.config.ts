import { defineConfig } from "@playwright/test";

/**
 * Browser tests against the built product: each worker starts a server of its own on a database of its own
 * (e2e/server.ts). `npm test` brings Postgres, the build and the browser; see README, "Contribute".
 */
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: false,
  workers: 2,
  // Against hanging alone: no machine, however slow or busy, should ever come near them.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "Asia/Kathmandu",
    viewport: { width: 1440, height: 900 },
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
      ],
    },
  },
});
