import { readFile } from "node:fs/promises";

/**
 * Numbers of a vitest JSON report. A file that could not be loaded has no failed test in it, and counts as one.
 * @param {string} path
 * @returns {Promise<import("./stages.mjs").Counted>}
 */
export async function readVitest(path) {
  const report = JSON.parse(await readFile(path, "utf8"));
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/**
 * Numbers of a Playwright JSON report. A test that passed only when it was repeated (flaky) has passed; the list above says so.
 * @param {string} path
 * @returns {Promise<import("./stages.mjs").Counted>}
 */
export async function readPlaywright(path) {
  const { stats } = JSON.parse(await readFile(path, "utf8"));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}
