"use client";

import { memo } from "react";
import { incidentsText } from "@/components/service/figures";
import { StandingPill } from "@/components/service/standing-pill";
import { verdictLook } from "@/components/service/verdict-mark";
import { classNames } from "@/components/ui/class-names";
import { Meter } from "@/components/ui/meter";
import { Tag } from "@/components/ui/tag";
import type { ServiceRow } from "@/lib/contracts/services";
import { AREA_TEXT, AREAS, VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { serviceHref } from "../leads-to";
import { AS, CELL, FIRST_AREA, FIRST_CELL, HEAT_GRID, INCIDENTS } from "./heat-columns";
import { StandingSwatch } from "./standing-swatch";

interface HeatRowProps {
  row: ServiceRow;
  /** Its place in the grid, from 1 under the head. */
  index: number;
  /** The column that the keyboard is at; -1 when it is in another row. */
  cursor: number;
  asOf: string;
  /** Many services: lower rows, smaller marks. */
  compact: boolean;
  /** The services of a team stand under its name. */
  grouped: boolean;
  /** Says of invented services that they are: among real ones. */
  mixed: boolean;
  /** Tells the list how high it is. */
  measure: (element: HTMLElement | null) => void;
}

/** A service in the heat map: every cell leads to what it says. */
export const HeatRow = memo(function HeatRow({
  row,
  index,
  cursor,
  asOf,
  compact,
  grouped,
  mixed,
  measure,
}: HeatRowProps) {
  const stop = (column: number) => ({ tabIndex: column === cursor ? 0 : -1, "data-column": column });
  const here = serviceHref(row.slug, asOf);
  const gaps = serviceHref(row.slug, asOf, { gaps: true });
  const unassessed = row.standing === "unassessed" || row.score === null;
  return (
    <tr
      ref={measure}
      data-index={index - 1}
      {...AS.row}
      aria-rowindex={index + 1}
      data-row={index}
      className={classNames(
        HEAT_GRID,
        "group/row border-t border-line hover:bg-sunk/60",
        compact ? "h-6 max-md:h-11" : "h-8.5 max-md:h-12",
      )}
    >
      <th
        scope="row"
        {...AS.rowheader}
        className={classNames(
          CELL,
          FIRST_CELL,
          "gap-1.5 pr-2 text-left font-normal max-md:flex-col max-md:items-start max-md:justify-center max-md:gap-0",
        )}
      >
        <a
          href={here}
          {...stop(0)}
          title={row.name}
          className="max-w-full truncate font-strong hover:underline print:inline-block print:max-w-34 print:align-middle"
        >
          <bdi>{row.name}</bdi>
        </a>
        <span className="flex min-w-0 items-center gap-1.5 print:inline print:pl-1 print:[&>:nth-child(n+2)]:hidden print:[&>span]:border-0 print:[&>span]:px-0 print:[&>span]:text-[0.5625rem]">
          <Tag>tier {row.tier}</Tag>
          {mixed && row.example && <Tag>example</Tag>}
          {row.lifecycle !== "live" && row.lifecycle !== "retired" && <Tag>{row.lifecycle}</Tag>}
          {!grouped && (
            <span className="truncate text-sm text-ink-3 max-md:hidden">
              <bdi>{row.teamName}</bdi>
            </span>
          )}
        </span>
      </th>
      <td {...AS.gridcell} className={CELL}>
        <a href={here} {...stop(1)} className="inline-grid rounded-full">
          <span className="max-md:hidden print:inline print:[&>span]:min-h-0 print:[&>span]:px-1.5 print:[&>span]:text-[0.625rem]">
            <StandingPill standing={row.standing} lifecycle={row.lifecycle} />
          </span>
          <StandingSwatch standing={row.standing} className="md:hidden print:hidden" />
        </a>
      </td>
      <td {...AS.gridcell} className={CELL}>
        <a href={here} {...stop(2)} className="tabular-nums">
          {unassessed ? (
            <span className="text-ink-3">
              –<span className="sr-only"> no score yet</span>
            </span>
          ) : (
            <>
              <Meter value={row.score ?? 0} className="mr-2 w-14 max-md:hidden" />
              {row.score}
            </>
          )}
        </a>
      </td>
      {AREAS.map((area, at) => {
        const verdict = row.areas[at] ?? "unanswered";
        const { letter, look } = verdictLook(verdict, compact ? "sm" : "md");
        return (
          <td key={area} {...AS.gridcell} className={`${CELL} justify-center print:text-center`}>
            <a
              href={serviceHref(row.slug, asOf, { area })}
              {...stop(FIRST_AREA + at)}
              aria-label={`${AREA_TEXT[area].name}: ${VERDICT_TEXT[verdict].name.toLowerCase()}`}
              className={`${look} print:size-3.5 print:text-[0.5rem]`}
            >
              {letter}
            </a>
          </td>
        );
      })}
      <td {...AS.gridcell} className={`${CELL} justify-end pr-3.5 md:pr-4.5 print:pr-2 print:text-right`}>
        <a
          href={gaps}
          {...stop(INCIDENTS)}
          className="text-right whitespace-nowrap tabular-nums hover:underline"
        >
          <Incidents {...row.incidents} />
        </a>
      </td>
    </tr>
  );
});

function Incidents({ known, unknown }: ServiceRow["incidents"]) {
  if (known + unknown === 0)
    return (
      <span className="text-ink-3">
        –<span className="sr-only"> none expected</span>
      </span>
    );
  return (
    <>
      {incidentsText(known)}
      {unknown > 0 && (
        <span className="text-sm text-ink-3 print:text-[0.625rem]">
          {" + "}
          {incidentsText(unknown)}
          <span className="text-unclear">?</span>
          <span className="sr-only"> unknown</span>
        </span>
      )}
    </>
  );
}
