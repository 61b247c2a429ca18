"use client";

import { teamHref } from "../../address/leads-to";
import { AS, COLUMNS } from "./heat-columns";

interface TeamRowProps {
  team: string;
  name: string;
  asOf: string;
  /** It was deleted since, and has no page any more. */
  isGone: boolean;
  /** Its place in the grid, from 1 under the head. */
  index: number;
  cursor: number;
  measure: (element: HTMLElement | null) => void;
}

/** The name of a team over its services, which leads to it as of the same instant. */
export function TeamRow({ team, name, asOf, isGone, index, cursor, measure }: TeamRowProps) {
  const stop = { tabIndex: cursor === -1 ? -1 : 0, "data-column": 0 };
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
        {isGone ? (
          <span {...stop}>
            <bdi>{name}</bdi> (deleted)
          </span>
        ) : (
          <a href={teamHref(team, asOf)} {...stop}>
            <bdi>{name}</bdi>
          </a>
        )}
      </td>
    </tr>
  );
}
