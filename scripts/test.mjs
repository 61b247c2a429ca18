/**
 * `npm test`: installs what the tests need and runs all of them, from a fresh clone or again and again. Goes on after a failure, so
 * that one run tells everything, and ends with one line of numbers.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { explain, say } from "./start/output.mjs";
import { alone, bin, generate, install } from "./start/prepare.mjs";
import { listenForStop, run } from "./start/processes.mjs";
import { findBrowser } from "./test/browser.mjs";
import { readPlaywright, readVitest } from "./test/reports.mjs";
import { runStage, summary } from "./test/stages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { signal } = listenForStop();
const node = (path, ...args) => [process.execPath, bin(root, path), ...args];

/** The tests build into a folder of their own, so that a Plumbline that runs from this clone is left alone. */
const distDir = ".next-test";

async function main() {
  const reports = await mkdtemp(join(tmpdir(), "plumbline-reports-"));
  const cleanups = [() => rm(reports, { recursive: true, force: true })];
  try {
    await alone(root, signal, async () => {
      await install(root, signal);
      await generate(root, signal);
    });
    const chromium = await findBrowser(root, signal);
    const { startThrowaway } = await import("./postgres/throwaway.mjs");
    const postgres = await startThrowaway();
    cleanups.push(postgres.stop);

    const env = {
      ...process.env,
      TZ: "Asia/Kathmandu", // 5:45 ahead: what confuses local time with UTC, or hours with whole ones, fails
      NEXT_DIST_DIR: distDir,
      NEXT_TELEMETRY_DISABLED: "1",
      TEST_DATABASE_URL: postgres.adminUrl,
      E2E_DATABASE_ADMIN_URL: postgres.adminUrl,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "browser.json"),
    };
    const program = (title, command, { more = {}, quiet = false } = {}) =>
      run(title, command, { cwd: root, env: { ...env, ...more }, signal, quiet });
    const vitest = (project) => {
      const report = join(reports, `${project}.json`);
      const args = [
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ];
      return {
        work: () => program(`vitest ${project}`, node("vitest/vitest.mjs", ...args)),
        count: () => readVitest(report, root),
      };
    };
    const lint = {
      title: "lint",
      work: () => program("biome", node("@biomejs/biome/bin/biome", "check", ".")),
    };
    const types = {
      title: "types",
      work: async () => {
        await program("next typegen", node("next/dist/bin/next", "typegen"));
        await program("tsc", node("typescript/bin/tsc", "--noEmit"));
      },
    };
    const build = {
      title: "build",
      work: () =>
        program("next build", node("next/dist/bin/next", "build"), {
          more: { NODE_ENV: "production", PLUMBLINE_BUILD_FOR_TESTS: "1" },
          quiet: true,
        }),
    };
    const browser = {
      title: "browser",
      needs: "build",
      work: () => program("playwright", node("@playwright/test/cli.js", "test", "--reporter=list,json")),
      count: () => readPlaywright(env.PLAYWRIGHT_JSON_OUTPUT_NAME),
    };
    /** What stands in one row runs side by side: tests that wait for a database leave time to build in. */
    const stages = [
      [lint, types],
      [{ title: "unit", ...vitest("unit") }],
      [{ title: "database", ...vitest("database") }, build],
      [browser],
    ];
    const results = [];
    for (const together of stages) {
      results.push(...(await Promise.all(together.map((stage) => runStage(stage, results, signal)))));
    }
    const { lines, ok } = summary(results);
    console.log(`\n${lines.join("\n")}`);
    return ok ? 0 : 1;
  } catch (error) {
    if (signal.aborted) say("stopped.");
    else explain(error);
    return 1;
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup().catch(explain);
  }
}

process.exit(await main());
