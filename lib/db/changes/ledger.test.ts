import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_MS, PATIENCE } from "../../domain/patience";
import { KEPT_MS, Ledger, LOST_TOUCH_MS, SETTLED_MS } from "./ledger";

describe("the ledger of changes", () => {
  it("takes each change once", () => {
    const ledger = new Ledger(10);
    expect([11, 12, 11, 12, 13].map((id) => ledger.take(id, 0))).toEqual([true, true, false, false, true]);
  });

  it("asks for what was passed over, and takes it when it comes late", () => {
    const ledger = new Ledger(10);
    ledger.take(14, 0);
    expect(ledger.wanted(0)).toEqual({ after: 14, missing: [11, 12, 13] });
    expect(ledger.take(12, 0)).toBe(true);
    expect(ledger.take(12, 0)).toBe(false);
    expect(ledger.wanted(0)).toEqual({ after: 14, missing: [11, 13] });
  });

  it("waits longer than any transaction lasts, and what comes last of all is kept until it is read", () => {
    for (const { timeoutMs } of Object.values(PATIENCE)) expect(timeoutMs).toBeLessThan(SETTLED_MS);
    expect(LONGEST_MS + LOST_TOUCH_MS).toBeLessThan(KEPT_MS);
    const ledger = new Ledger(0);
    ledger.take(2, 0);
    expect(ledger.wanted(LONGEST_MS).missing).toEqual([1]);
    expect(ledger.take(1, LONGEST_MS)).toBe(true);
  });

  it("an import of thousands of rows that ends late is told whole", () => {
    const ledger = new Ledger(0);
    ledger.take(15_001, 0);
    expect(ledger.wanted(LONGEST_MS).missing).toHaveLength(15_000);
  });

  it("gives up when they are settled on ids that no transaction kept", () => {
    const ledger = new Ledger(0);
    ledger.take(2, 1_000);
    expect(ledger.wanted(1_000 + SETTLED_MS).missing).toEqual([1]);
    expect(ledger.wanted(1_001 + SETTLED_MS).missing).toEqual([]);
    expect(ledger.take(1, 0)).toBe(false);
  });

  it("never takes what was settled before it began", () => {
    expect(new Ledger(10).take(10, 0)).toBe(false);
  });

  it("a leap of the sequence does not make it wait for millions of ids", () => {
    const ledger = new Ledger(0);
    ledger.take(50_000_000, 0);
    ledger.take(50_019_999, 0);
    expect(ledger.wanted(0).missing.length).toBeLessThanOrEqual(20_000);
    expect(ledger.wanted(0).missing).toContain(50_019_998);
  });

  it("whatever order they come in, however often, each is taken once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 300 }), (ids) => {
        const ledger = new Ledger(0);
        const taken = ids.filter((id) => ledger.take(id, 0));
        expect([...taken].sort((a, b) => a - b)).toEqual([...new Set(ids)].sort((a, b) => a - b));
        const { after, missing } = ledger.wanted(0);
        expect(after).toBe(Math.max(0, ...ids));
        expect(missing.filter((id) => taken.includes(id))).toEqual([]);
        expect(missing.length + taken.length).toBe(after);
      }),
    );
  });
});
