import { describe, expect, it } from "vitest";
import { PATIENCE } from "../domain/patience";
import type { Operation } from "./operation";
import { operations } from "./operations";

const table = Object.entries<Operation>(operations);

describe("the patience of operations", () => {
  it("is long for what may write about every service, and for nothing else", () => {
    const long = table.flatMap(([name, { patience }]) => (patience === "long" ? [name] : []));
    expect(long.sort()).toEqual([
      "importBackstage",
      "importCsv",
      "loadExample",
      "moveServices",
      "removeExample",
      "saveCostModel",
    ]);
  });

  it("leaves a statement time to wait for its lock, and a transaction time for its statements", () => {
    for (const { lockMs, statementMs, idleMs, timeoutMs } of Object.values(PATIENCE)) {
      expect(lockMs).toBeLessThan(statementMs);
      expect(statementMs).toBeLessThan(timeoutMs);
      expect(idleMs).toBeLessThan(timeoutMs);
    }
  });
});
