import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveCell } from "./heat-cursor";

const SHAPE = { rows: 24, columns: 14, page: 10 };
const at = (row: number, column: number) => ({ row, column });

describe("moveCell", () => {
  it.each([
    ["ArrowUp", at(1, 3), at(0, 3)],
    ["ArrowUp", at(0, 3), at(0, 3)],
    ["ArrowDown", at(0, 3), at(1, 3)],
    ["ArrowDown", at(24, 3), at(24, 3)],
    ["ArrowLeft", at(2, 0), at(2, 0)],
    ["ArrowRight", at(2, 0), at(2, 1)],
    ["ArrowRight", at(2, 13), at(2, 13)],
    ["Home", at(2, 7), at(2, 0)],
    ["End", at(2, 7), at(2, 13)],
    ["PageDown", at(2, 7), at(12, 7)],
    ["PageDown", at(20, 7), at(24, 7)],
    ["PageUp", at(20, 7), at(10, 7)],
    ["PageUp", at(3, 7), at(1, 7)],
    ["PageUp", at(0, 7), at(0, 7)],
  ])("%s leads from %j to %j", (key, from, to) => {
    expect(moveCell(from, key, false, SHAPE)).toEqual(to);
  });

  it.each([
    ["Home", at(9, 7), at(1, 0)],
    ["End", at(9, 7), at(24, 13)],
    ["ArrowUp", at(9, 7), at(1, 7)],
    ["ArrowDown", at(9, 7), at(24, 7)],
    ["ArrowLeft", at(9, 7), at(9, 0)],
    ["ArrowRight", at(9, 7), at(9, 13)],
  ])("Ctrl+%s leads from %j to %j", (key, from, to) => {
    expect(moveCell(from, key, true, SHAPE)).toEqual(to);
  });

  it.each(["Enter", "Tab", "a", " ", "Escape"])("leaves %s to the browser", (key) => {
    expect(moveCell(at(1, 1), key, false, SHAPE)).toBeNull();
  });

  it("never leaves the grid, whatever is pressed", () => {
    const keys = fc.constantFrom(
      "ArrowUp",
      "ArrowDown",
      "ArrowLeft",
      "ArrowRight",
      "Home",
      "End",
      "PageUp",
      "PageDown",
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(keys, fc.boolean())),
        fc.integer({ min: 0, max: 50 }),
        (presses, rows) => {
          const shape = { ...SHAPE, rows };
          let cell = at(Math.min(1, rows), 0);
          for (const [key, ctrl] of presses) cell = moveCell(cell, key, ctrl, shape) ?? cell;
          expect(cell.row).toBeGreaterThanOrEqual(0);
          expect(cell.row).toBeLessThanOrEqual(rows);
          expect(cell.column).toBeGreaterThanOrEqual(0);
          expect(cell.column).toBeLessThan(shape.columns);
        },
      ),
    );
  });
});
