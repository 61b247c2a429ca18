"use client";

import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useDeclaredKeys } from "@/components/keys/page-keys";
import { type Cell, GRID_KEYS, moveCell } from "./heat-cursor";

/** The cell that an element stands in, by the attributes of its row and its own; null outside of cells. */
function cellOf(element: Element): Cell | null {
  const column = element.closest("[data-column]")?.getAttribute("data-column");
  const row = element.closest("[data-row]")?.getAttribute("data-row");
  return column == null || row == null ? null : { row: Number(row), column: Number(column) };
}

/** The element of a cell; in a row of one cell, that one. */
function elementOf(grid: HTMLElement, { row, column }: Cell): HTMLElement | null {
  const line = grid.querySelector(`[data-row="${row}"]`);
  return (
    line?.querySelector<HTMLElement>(`[data-column="${column}"]`) ??
    line?.querySelector<HTMLElement>("[data-column]") ??
    null
  );
}

/**
 * One tab stop for a whole grid: the arrows, Home, End and the page keys move a cursor from cell to cell (ARIA grid
 * pattern); Enter is the link's own.
 */
export function useGridKeys(grid: RefObject<HTMLElement | null>, rows: number, columns: number) {
  const [wanted, setCursor] = useState<Cell>({ row: 1, column: 0 });
  const [inside, setInside] = useState(false);
  const byKey = useRef(false);
  useDeclaredKeys(GRID_KEYS);
  const cursor: Cell = { ...wanted, row: Math.min(wanted.row, rows) };
  useLayoutEffect(() => {
    if (!byKey.current || !grid.current) return;
    const element = elementOf(grid.current, wanted);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
    byKey.current = false;
  }, [grid, wanted]);
  return {
    cursor,
    /** Whether the focus is in the grid: only then the row of the cursor must not go away. */
    inside,
    events: {
      onKeyDown(event: KeyboardEvent): void {
        if (event.altKey || event.metaKey || event.shiftKey) return;
        const height = (event.target as Element).closest("[data-row]")?.clientHeight || 34;
        const page = Math.max(1, Math.floor((window.innerHeight * 0.75) / height));
        const to = moveCell(cursor, event.key, event.ctrlKey, { rows, columns, page });
        if (!to) return;
        event.preventDefault();
        byKey.current = true;
        setCursor(to);
      },
      onFocus(event: FocusEvent): void {
        setInside(true);
        // the name of a team is one wide cell: passing it does not forget the column
        const cell = byKey.current ? null : cellOf(event.target);
        if (cell) setCursor(cell);
      },
      onBlur(event: FocusEvent): void {
        if (!grid.current?.contains(event.relatedTarget)) setInside(false);
      },
    },
  };
}
