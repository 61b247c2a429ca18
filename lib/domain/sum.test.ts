import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settled, sumOf, without } from "./sum";

describe("sums", () => {
  it("keep what additions lose", () => {
    expect(sumOf([])).toBe(0);
    expect(sumOf([1e16, 1, -1e16])).toBe(1);
    expect(sumOf([0.1, 0.2, 0.3, 0.4, 0.35])).toBe(1.35);
    expect(sumOf(Array.from({ length: 1_000 }, () => 0.1))).toBe(100);
  });

  it("of the same parts in another order are settled to the same number", () => {
    const parts = fc.array(fc.double({ min: 1e-9, max: 1_000, noNaN: true }), { maxLength: 200 });
    fc.assert(
      fc.property(parts, (all) => {
        const [one, other] = [sumOf(all), sumOf([...all].reverse())];
        expect(Math.abs(one - other)).toBeLessThanOrEqual(Math.max(one, other) * Number.EPSILON);
      }),
    );
  });

  it("without a part leave nothing where nothing is left", () => {
    expect(without(0.1 + 0.2, 0.3)).toBe(0);
    expect(without(3, 1)).toBe(2);
    expect(without(1, 3)).toBe(-2);
    expect(without(0, 0)).toBe(0);
    expect(without(1e6 + 0.01, 1e6)).toBeCloseTo(0.01, 9);
  });

  it("settle on twelve digits", () => {
    expect(settled(1.3499999999999996)).toBe(1.35);
    expect(settled(0)).toBe(0);
    expect(settled(-1 / 3)).toBe(-0.333333333333);
  });
});
