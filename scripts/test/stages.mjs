import { explain, say } from "../start/output.mjs";

/**
 * @typedef {object} Counted what a stage's own report says
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [failures] a line for each test that failed: where, what and why
 */
/**
 * @typedef {object} Stage
 * @property {string} title
 * @property {() => Promise<void>} work throws when the stage failed
 * @property {() => Promise<Counted>} [count] reads the report; a stage without one counts as one test
 * @property {string} [needs] title of a stage without which this one is not tried, and counts as failed
 */
/** @typedef {Counted & { title: string, seconds: number, broken: boolean, note: string }} Result */

/**
 * Run a stage to its end, well or not.
 * @param {Stage} stage
 * @param {readonly Result[]} before results of the earlier stages
 * @param {AbortSignal} [signal] stops the whole run
 * @returns {Promise<Result>}
 */
export async function runStage({ title, work, count, needs }, before, signal) {
  const began = Date.now();
  if (before.some((result) => result.title === needs && result.broken)) {
    say(`${title} is not tried, because ${needs} failed`);
    return {
      title,
      seconds: 0,
      broken: true,
      passed: 0,
      failed: 1,
      skipped: 0,
      note: `not tried: ${needs} failed`,
    };
  }
  console.log("");
  say(`${title} …`);
  let broken = false;
  try {
    await work();
  } catch (error) {
    signal?.throwIfAborted();
    broken = true;
    explain(error);
  }
  const counted = count
    ? await count().catch(() => null)
    : { passed: broken ? 0 : 1, failed: broken ? 1 : 0, skipped: 0 };
  const seconds = (Date.now() - began) / 1000;
  return { title, seconds, ...judge(broken, counted) };
}

/**
 * What a program's end and its report amount to. A program that failed without a failed test (it crashed, an error outside any
 * test, no report) counts as one failure; so does a stage of tests in which none ran.
 * @param {boolean} broken the program failed
 * @param {Counted | null} counted null when there is no report
 */
export function judge(broken, counted) {
  if (!counted) return { broken: true, passed: 0, failed: 1, skipped: 0, note: "no report" };
  if (broken && counted.failed === 0)
    return { ...counted, broken: true, failed: 1, note: "failed outside its tests" };
  if (counted.passed + counted.failed === 0)
    return { ...counted, broken: true, failed: 1, note: "no test ran" };
  return { ...counted, broken: broken || counted.failed > 0, note: "" };
}

/**
 * The lines to end with: what failed, one for each stage, and the sum alone on the last.
 * @param {readonly Result[]} results
 * @returns {{ lines: string[], ok: boolean }}
 */
export function summary(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const lines = results.map(({ title, seconds, broken, passed, failed, skipped, note }) => {
    const numbers = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`]
      .filter(Boolean)
      .join(", ");
    return `${broken ? "✗" : "✓"} ${title.padEnd(10)} ${numbers} in ${seconds.toFixed(1)} s${note && ` (${note})`}`;
  });
  const failed = results.flatMap(({ title, failures = [] }) => failures.map((each) => `✗ ${title}: ${each}`));
  const skipped = sum("skipped");
  const total = `${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`;
  return {
    lines: [...failed, ...(failed.length > 0 ? [""] : []), ...lines, "", total],
    ok: results.length > 0 && results.every((result) => !result.broken) && sum("passed") > 0,
  };
}
