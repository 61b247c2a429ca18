import fc from "fast-check";
import { expect, it } from "vitest";
import { barParts } from "./bar-parts";

it("measures each part against the longest row", () => {
  expect(barParts([50, 0, 25], 100)).toEqual([50, 0, 25]);
});

it("draws nothing when there is nothing to compare with", () => {
  expect(barParts([0, 0], 0)).toEqual([0, 0]);
});

it("never leaves the track", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -10, max: 1e9 }), { maxLength: 4 }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      (parts, most) => {
        const widths = barParts(parts, most);
        expect(widths.every((width) => width >= 0)).toBe(true);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(100 + 1e-9);
      },
    ),
  );
});
