import { describe, expect, it } from "vitest";
import { withThread } from "./import-thread";

/** Takes about a second to read. */
const SLOW = Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`).join("\n");

describe("reading a large file", () => {
  it("the process goes on with other things meanwhile", async () => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 5);
    const read = await withThread(SLOW, "yaml", (perform) => perform("readCatalogue", SLOW, undefined));
    clearInterval(others);
    expect(read).toMatchObject({ documents: 1 });
    // Read here, it would have left none.
    expect(turns).toBeGreaterThan(10);
  }, 60_000);

  it("is given up when it takes too long, and says so", async () => {
    const reading = withThread(SLOW, "yaml", (perform) => perform("readCatalogue", SLOW, undefined), 50);
    await expect(reading).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringMatching(
        /^yaml: Reading it took longer than 0.05 seconds, .* nothing was changed/,
      ),
    });
  });

  it("refuses what the reader refuses, in its words", async () => {
    const csv = `a,b\n"${"x".repeat(30_000)}`;
    await expect(withThread(csv, "csv", (perform) => perform("readTable", csv))).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field: "csv", message: "A quote is opened and never closed." }] },
    });
  });
});
