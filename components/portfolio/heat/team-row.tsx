"use client";

import { classNames } from "@/components/ui/class-names";
import { AS, CELL, COLUMNS, HEAT_GRID } from "./heat-columns";

interface TeamRowProps {
  team: string;
  name: string;
  /** Its place in the grid, from 1 under the head. */
  index: number;
  cursor: number;
  measure: (element: HTMLElement | null) => void;
}

/** The name of a team over its services. */
export function TeamRow({ team, name, index, cursor, measure }: TeamRowProps) {
  return (
    <tr
      ref={measure}
      data-index={index - 1}
      {...AS.row}
      aria-rowindex={index + 1}
      data-row={index}
      className={classNames(HEAT_GRID, "h-7.5 border-t border-line bg-sunk")}
    >
      <td {...AS.gridcell} colSpan={COLUMNS} className={classNames(CELL, "col-span-full")}>
        <a
          href={`/teams/${team}`}
          data-column={0}
          tabIndex={cursor === -1 ? -1 : 0}
          className="sticky left-3.5 truncate text-sm font-strong text-ink-2 hover:underline"
        >
          <bdi>{name}</bdi>
        </a>
      </td>
    </tr>
  );
}
