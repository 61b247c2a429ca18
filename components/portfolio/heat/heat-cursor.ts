import type { KeySet } from "@/components/keys/page-keys";

/** A cell of the grid: row 0 is the head, rows count from 1; columns count from 0. */
export interface Cell {
  row: number;
  column: number;
}

/** The keys that move in the grid, for the list of keys; with Ctrl they move further. */
export const GRID_KEYS: KeySet = {
  title: "In the map of services and areas",
  keys: [
    { keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], does: "To the next cell" },
    { keys: ["Home", "End"], does: "To the ends of the row" },
    { keys: ["PageUp", "PageDown"], does: "A screen of rows up or down" },
  ],
};

/** The grid as the keys see it. */
export interface GridShape {
  /** Rows under the head. */
  rows: number;
  columns: number;
  /** Rows that one page key moves. */
  page: number;
}

/**
 * Where a key leads from a cell (ARIA grid pattern): arrows one cell, Home and End to the ends of the row, with Ctrl to
 * those of the grid, the page keys a screen of rows. At an edge the cell stays.
 * @returns null for a key that does not move
 */
export function moveCell(from: Cell, key: string, ctrl: boolean, shape: GridShape): Cell | null {
  const last = { row: shape.rows, column: shape.columns - 1 };
  const to = (row: number, column: number): Cell => ({
    row: Math.min(Math.max(row, 0), last.row),
    column: Math.min(Math.max(column, 0), last.column),
  });
  switch (key) {
    case "ArrowUp":
      return to(ctrl ? 1 : from.row - 1, from.column);
    case "ArrowDown":
      return to(ctrl ? last.row : from.row + 1, from.column);
    case "ArrowLeft":
      return to(from.row, ctrl ? 0 : from.column - 1);
    case "ArrowRight":
      return to(from.row, ctrl ? last.column : from.column + 1);
    case "Home":
      return ctrl ? to(Math.min(1, last.row), 0) : to(from.row, 0);
    case "End":
      return ctrl ? last : to(from.row, last.column);
    case "PageUp":
      return to(from.row === 0 ? 0 : Math.max(1, from.row - shape.page), from.column);
    case "PageDown":
      return to(from.row + shape.page, from.column);
    default:
      return null;
  }
}
