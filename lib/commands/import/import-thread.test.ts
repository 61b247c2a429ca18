import { describe, expect, it } from "vitest";
import { expensivePlaces, inBulkhead } from "../../db/bulkhead";
import { inTurn } from "../../db/import-turn";
import type { AssessedService } from "../../import/known";
import { importThreads, performFor } from "./import-thread";

/** Takes about a second to read. */
const SLOW = Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`).join("\n");
const readSlow = (longestMs?: number) =>
  performFor(SLOW, "yaml", longestMs)("readCatalogue", SLOW, undefined);

describe("reading a large file", () => {
  it("the process goes on with other things meanwhile", async () => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 5);
    const read = await readSlow();
    clearInterval(others);
    expect(read).toMatchObject({ documents: 1 });
    // Read here, it would have left none.
    expect(turns).toBeGreaterThan(10);
  }, 60_000);

  it("is given up when it takes too long, and says so", async () => {
    await expect(readSlow(50)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringMatching(
        /^yaml: Reading it took longer than 0.05 seconds, .* nothing was changed/,
      ),
    });
  });

  it("refuses what the reader refuses, in its words", async () => {
    const csv = `a,b\n"${"x".repeat(30_000)}`;
    await expect(performFor(csv, "csv")("readTable", csv)).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field: "csv", message: "A quote is opened and never closed." }] },
    });
  });

  it("has a thread's place for each task alone, and none of those for reads from the database", async () => {
    const reading = inBulkhead(async () => {
      await readSlow();
      return importThreads().taken;
    });
    await expect.poll(() => [importThreads().taken, expensivePlaces().taken]).toEqual([1, 0]);
    expect(await reading).toBe(0);
    expect(expensivePlaces().taken).toBe(0);
  }, 60_000);

  it("waits for no thread when it is a real import, which there is one of at a time", async () => {
    const leave = [await importThreads().take(0), await importThreads().take(0)];
    expect(await inTurn(() => readSlow())).toMatchObject({ documents: 1 });
    for (const give of leave) give?.();
    expect(importThreads().taken).toBe(0);
  }, 60_000);
});

describe("comparing a large table with what is there", () => {
  const LARGE = "x".repeat(30_000);
  const question = { key: "q", text: "Q?", upToTier: 4, tags: [], reviewAfterDays: 365 };
  const service = {
    ...{ id: "s", slug: "shop", name: "Shop", tier: 1, lifecycle: "live", tags: [], deleted: false },
    ...{ questions: [question], answers: new Map(), plans: new Map() },
  } as unknown as AssessedService;
  const file = {
    rows: [{ line: 2, cells: ["Shop", "q", "no", "2026-01-31", "ANA@example.com"] }],
    columns: { service: 0, question: 1, verdict: 2, savedAt: 3, savedByEmail: 4 },
    services: [service],
    corrections: new Map(),
  };
  const authors = new Map([["ana@example.com", "p1"]]);

  it("answers are planned in a thread, as they are here", async () => {
    const now = new Date("2026-06-15T12:00:00Z");
    const [there, here] = await Promise.all(
      [LARGE, ""].map((csv) => performFor(csv, "csv")("planAnswers", file, authors, now)),
    );
    expect(there).toEqual(here);
    expect(there?.writes).toMatchObject([
      {
        serviceId: "s",
        after: { verdict: "no", provenance: { authorId: "p1", savedAt: new Date("2026-01-31") } },
      },
    ]);
  }, 60_000);

  it("so are plans of gaps, within the time of a task", async () => {
    const columns = { service: 0, question: 1, state: 2, dueOn: 3, owner: 4 };
    const cells = ["shop", "q", "open", "2026-07-31", "ana@example.com"];
    const gaps = { ...file, columns, rows: [{ line: 2, cells }] };
    const [there, here] = await Promise.all(
      [LARGE, ""].map((csv) => performFor(csv, "csv")("planGaps", gaps, authors, authors)),
    );
    expect(there).toEqual(here);
    expect(there?.writes).toMatchObject([{ after: { dueOn: "2026-07-31" } }]);
    await expect(performFor(LARGE, "csv", 1)("planGaps", gaps, authors, authors)).rejects.toMatchObject({
      message: expect.stringMatching(/^csv: Reading it took longer than 0.001 sec/),
    });
  }, 60_000);
});
