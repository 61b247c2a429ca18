import { readFile } from "node:fs/promises";
import { relative } from "node:path";

/** Colours, which a report of ours has no use for. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/**
 * One line for what failed: where, what, and the first line of why.
 * @param {string} file
 * @param {string} name
 * @param {string | undefined} message
 */
function failure(file, name, message = "") {
  const [why = ""] = message.replaceAll(COLOUR, "").split("\n");
  return `${file} › ${name}${why && `: ${why}`}`;
}

/**
 * What a vitest JSON report says. A file that could not be loaded has no failed test in it, and counts as one.
 * @param {string} path
 * @param {string} root paths are told from here
 * @returns {Promise<import("./stages.mjs").Counted>}
 */
export async function readVitest(path, root) {
  const report = JSON.parse(await readFile(path, "utf8"));
  const failures = report.testResults
    .filter((file) => file.status === "failed")
    .flatMap((file) => {
      const name = relative(root, file.name);
      const failed = file.assertionResults.filter((test) => test.status === "failed");
      if (failed.length === 0) return [failure(name, "could not be loaded", file.message)];
      return failed.map((test) => failure(name, test.fullName, test.failureMessages[0]));
    });
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    failures,
  };
}

/**
 * What a Playwright JSON report says. A test that passed only when it was repeated (flaky) has passed; the list above says so.
 * @param {string} path
 * @returns {Promise<import("./stages.mjs").Counted>}
 */
export async function readPlaywright(path) {
  const { stats, suites } = JSON.parse(await readFile(path, "utf8"));
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const failures = suites
    .flatMap(specs)
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const last = spec.tests.flatMap((test) => test.results).findLast((result) => result.error);
      return failure(spec.file, spec.title, last?.error.message);
    });
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, failures };
}
