"use client";

import { AS, COLUMNS } from "./heat-columns";

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
      className="team border-t border-line"
    >
      <td {...AS.gridcell} colSpan={COLUMNS}>
        <a href={`/teams/${team}`} data-column={0} tabIndex={cursor === -1 ? -1 : 0}>
          <bdi>{name}</bdi>
        </a>
      </td>
    </tr>
  );
}
