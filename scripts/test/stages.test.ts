import { describe, expect, it } from "vitest";
import { judge, runStage, summary } from "./stages.mjs";

const fine = { passed: 3, failed: 0, skipped: 0 };

describe("judge", () => {
  it.each([
    ["passes a program that ended well with its tests", false, fine, { broken: false, passed: 3, failed: 0 }],
    [
      "counts failed tests as the report does",
      true,
      { passed: 1, failed: 2, skipped: 0 },
      { broken: true, passed: 1, failed: 2 },
    ],
    ["counts a crash outside any test as one failure", true, fine, { broken: true, passed: 3, failed: 1 }],
    [
      "does not let a stage pass in which no test ran",
      false,
      { passed: 0, failed: 0, skipped: 2 },
      { broken: true, failed: 1 },
    ],
    ["does not let a stage pass without a report", false, null, { broken: true, failed: 1 }],
    [
      "does not let a report of failures pass for the exit code",
      false,
      { passed: 1, failed: 1, skipped: 0 },
      { broken: true, failed: 1 },
    ],
  ])("%s", (_, broken, counted, expected) => {
    expect(judge(broken, counted)).toMatchObject(expected);
  });
});

describe("runStage", () => {
  it("does not try a stage whose foundation failed, and counts it as failed", async () => {
    const build = { title: "build", seconds: 1, broken: true, passed: 0, failed: 1, skipped: 0, note: "" };
    const work = () => Promise.reject(new Error("must not run"));
    expect(await runStage({ title: "browser", needs: "build", work }, [build])).toMatchObject({
      broken: true,
      failed: 1,
    });
  });

  it("counts a stage without a report as one test", async () => {
    expect(await runStage({ title: "lint", work: async () => {} }, [])).toMatchObject({
      broken: false,
      passed: 1,
      failed: 0,
    });
  });
});

describe("summary", () => {
  const result = { title: "unit", seconds: 1.2, broken: false, note: "", ...fine };

  it("ends with the sum alone on its line", () => {
    const { lines, ok } = summary([
      result,
      { ...result, title: "database", broken: true, failed: 1, skipped: 2 },
    ]);
    expect(lines.at(-1)).toBe("6 passed, 1 failed, 2 skipped");
    expect(ok).toBe(false);
  });

  it("names what failed, where a log that was cut still shows it", () => {
    const broken = { ...result, broken: true, failed: 1, failures: ["lib/a.test.ts › adds up: expected 2"] };
    expect(summary([result, broken]).lines[0]).toBe("✗ unit: lib/a.test.ts › adds up: expected 2");
  });

  it("is not well when nothing ran", () => {
    expect(summary([]).ok).toBe(false);
    expect(summary([result]).ok).toBe(true);
  });
});
