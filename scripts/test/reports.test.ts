import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readPlaywright, readVitest } from "./reports.mjs";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-reports-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function report(content: unknown): Promise<string> {
  const path = join(folder, "report.json");
  await writeFile(path, JSON.stringify(content));
  return path;
}

it("tells what failed in a vitest report, and a file that could not be loaded", async () => {
  const path = await report({
    numPassedTests: 4,
    numPendingTests: 1,
    testResults: [
      {
        name: "/repo/lib/a.test.ts",
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "a works", failureMessages: [] },
          {
            status: "failed",
            fullName: "a adds",
            failureMessages: ["\u001b[31mexpected 2\u001b[39m\n    at x"],
          },
        ],
      },
      { name: "/repo/lib/b.test.ts", status: "failed", message: "Unexpected token", assertionResults: [] },
      { name: "/repo/lib/c.test.ts", status: "passed", assertionResults: [{ status: "passed" }] },
    ],
  });
  expect(await readVitest(path, "/repo")).toEqual({
    passed: 4,
    failed: 2,
    skipped: 1,
    failures: ["lib/a.test.ts › a adds: expected 2", "lib/b.test.ts › could not be loaded: Unexpected token"],
  });
});

it("tells what failed in a Playwright report, however deep its suites", async () => {
  const failed = { ok: false, file: "a.spec.ts", title: "signs in" };
  const results = [{ error: { message: "first" } }, { error: { message: "no button\nlog" } }];
  const path = await report({
    stats: { expected: 2, flaky: 1, unexpected: 1, skipped: 0 },
    suites: [
      {
        specs: [{ ok: true, tests: [] }],
        suites: [{ specs: [{ ...failed, tests: [{ results }] }] }],
      },
    ],
  });
  expect(await readPlaywright(path)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
    failures: ["a.spec.ts › signs in: no button"],
  });
});
