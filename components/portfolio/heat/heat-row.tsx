"use client";

import { memo } from "react";
import { serviceHref } from "@/components/addresses/leads-to";
import { CHART_FILL, CHART_TONE, type ChartFill, type ChartTone } from "@/components/charts/chart-tone";
import { amountFigure, countFigure, serviceSubject, WHEN } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { isUnpricedRow } from "@/components/figure/unpriced-row";
import { classNames } from "@/components/ui/class-names";
import { Meter } from "@/components/ui/meter";
import { Tag } from "@/components/ui/tag";
import { StandingPill } from "@/components/verdict/standing-pill";
import { verdictLook } from "@/components/verdict/verdict-mark";
import type { ServiceRow } from "@/lib/contracts/services";
import type { Unit } from "@/lib/domain/amount-text";
import { AREA_TEXT, AREAS, STANDING_TEXT, type Standing, VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { AS, FIRST_AREA, INCIDENTS } from "./heat-columns";

interface HeatRowProps {
  row: ServiceRow;
  /** Its place in the grid, from 1 under the head. */
  index: number;
  /** The column that the keyboard is at; -1 when it is in another row. */
  cursor: number;
  asOf: string;
  /** The services of a team stand under its name. */
  grouped: boolean;
  /** Says of invented services that they are: among real ones. */
  mixed: boolean;
  unit: Unit;
  /** Tells the list how high it is. */
  measure: (element: HTMLElement | null) => void;
}

/** A service in the heat map: every cell leads to what it says. */
export const HeatRow = memo(function HeatRow({
  row,
  index,
  cursor,
  asOf,
  grouped,
  mixed,
  unit,
  measure,
}: HeatRowProps) {
  const stop = (column: number) => ({ tabIndex: column === cursor ? 0 : -1, "data-column": column });
  const here = serviceHref(row.slug, asOf);
  const gaps = serviceHref(row.slug, asOf, { gaps: true });
  const unassessed = row.standing === "unassessed" || row.score === null;
  const isUnpriced = unit !== null && isUnpricedRow(row);
  const losses = unit === null || isUnpriced ? null : row.losses;
  return (
    <tr
      ref={measure}
      data-index={index - 1}
      {...AS.row}
      aria-rowindex={index + 1}
      data-row={index}
      className="border-t border-line"
    >
      <th scope="row" {...AS.rowheader}>
        <a href={here} {...stop(0)} title={row.name} className="name">
          <bdi>{row.name}</bdi>
        </a>
        <span className="facts">
          <Tag>tier {row.tier}</Tag>
          {row.lifecycle !== "live" && row.lifecycle !== "retired" && <Tag>{row.lifecycle}</Tag>}
          {mixed && row.example && <Tag>example</Tag>}
          {!grouped && <bdi className="aside max-md:hidden">{row.teamName}</bdi>}
        </span>
      </th>
      <td {...AS.gridcell}>
        <a href={here} {...stop(1)} className="inline-grid rounded-full hover:no-underline!">
          <span className="large">
            <StandingPill standing={row.standing} lifecycle={row.lifecycle} />
          </span>
          <StandingSwatch standing={row.standing} className="small" />
        </a>
      </td>
      <td {...AS.gridcell}>
        <a href={here} {...stop(2)} className="tabular-nums">
          {unassessed ? (
            <span className="text-ink-3">
              –<span className="sr-only"> no score yet</span>
            </span>
          ) : (
            <>
              <Meter value={row.score ?? 0} className="meter mr-2 w-14 max-md:hidden" />
              <FigureText of={countFigure(serviceSubject(row.slug, asOf), "score", row.score ?? 0)} />
            </>
          )}
        </a>
      </td>
      {AREAS.map((area, at) => {
        const verdict = row.areas[at] ?? "unanswered";
        const { letter, shape } = verdictLook(verdict);
        return (
          <td key={area} {...AS.gridcell}>
            <a
              href={serviceHref(row.slug, asOf, { area })}
              {...stop(FIRST_AREA + at)}
              aria-label={`${AREA_TEXT[area].name}: ${VERDICT_TEXT[verdict].name.toLowerCase()}`}
              className={`mark ${shape}`}
            >
              {letter}
            </a>
          </td>
        );
      })}
      <td {...AS.gridcell}>
        <a href={gaps} {...stop(INCIDENTS)}>
          <Expected
            {...(losses ?? row.incidents)}
            unit={losses && unit}
            isUnpriced={isUnpriced}
            subject={serviceSubject(row.slug, asOf)}
            when={WHEN[row.lifecycle === "live" ? "now" : "atLaunch"]}
          />
        </a>
      </td>
    </tr>
  );
});

interface ExpectedProps {
  known: number;
  unknown: number;
  unit: Unit;
  /** In incidents among amounts, because nothing of it has a price (R3). */
  isUnpriced: boolean;
  subject: string;
  when: string;
}

function Expected({ known, unknown, unit, isUnpriced, subject, when }: ExpectedProps) {
  if (known + unknown === 0)
    return (
      <span className="text-ink-3">
        –<span className="sr-only"> none expected</span>
      </span>
    );
  return (
    <>
      {known > 0 && <FigureText of={amountFigure(subject, `${when}.known`, known, unit)} />}
      {unknown > 0 && (
        <span className="aside">
          {known > 0 ? " + up to " : "up to "}
          <FigureText of={amountFigure(subject, `${when}.unknown`, unknown, unit)} />
          <span className="sr-only"> unknown</span>
        </span>
      )}
      {isUnpriced && <span className="aside"> incidents, unpriced</span>}
    </>
  );
}

const LOOK: Record<Standing, { tone: ChartTone; fill: ChartFill }> = {
  production_ready: { tone: "good", fill: "solid" },
  ready_with_accepted_risks: { tone: "good", fill: "hatched" },
  working: { tone: "brass", fill: "solid" },
  unassessed: { tone: "faint", fill: "outlined" },
};

/** A standing where there is no room for its words: the swatch of the legend. */
function StandingSwatch({ standing, className }: { standing: Standing; className?: string }) {
  const { tone, fill } = LOOK[standing];
  return (
    <span
      role="img"
      aria-label={STANDING_TEXT[standing]}
      className={classNames("size-3 rounded-[3px]", CHART_TONE[tone], CHART_FILL[fill], className)}
    />
  );
}
