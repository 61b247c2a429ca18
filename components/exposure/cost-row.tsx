import Link from "next/link";
import { barParts } from "@/components/charts/bar-parts";
import { CHART_FILL, CHART_TONE } from "@/components/charts/chart-tone";
import { costParts } from "@/components/portfolio/cost-parts";
import { incidentsText } from "@/components/service/figures";
import { classNames } from "@/components/ui/class-names";
import { COST_TEXT } from "@/lib/domain/vocabulary";
import { type CostAmount, figureText, type Unit } from "./amount";
import { type ExposureQuery, gapsOf } from "./exposure-query";
import type { When } from "./exposure-sentence";
import type { CostGap } from "./largest-gaps";
import { WorthGapLine } from "./worth-gap-line";

/** The columns of a row and of the head over it: name, bar, known, unknown. */
export const COST_GRID = "grid grid-cols-[1fr_4rem_4rem] gap-x-3 md:grid-cols-[11rem_1fr_4.25rem_4.25rem]";

interface CostRowProps {
  amount: CostAmount;
  /** The length of the longest bar, in the same unit. */
  most: number;
  unit: Unit;
  largest: readonly CostGap[];
  when: When;
  query: ExposureQuery;
}

/** One cost: a bar of what is known, accepted and unknown; opened, what it is made of. */
export function CostRow({ amount, most, unit, largest, when, query }: CostRowProps) {
  const { cost, priced, known, unknown, accepted, incidents } = amount;
  const here = priced ? unit : null;
  const nothing = incidents.known + incidents.unknown === 0;
  const figure = (value: number) => figureText(value, here);
  return (
    <details className="group/cost border-t border-line first:border-t-0">
      <summary
        className={classNames(
          COST_GRID,
          "list-none items-center rounded-sm py-1.25 hover:bg-sunk/60 [&::-webkit-details-marker]:hidden",
          nothing && "text-ink-3",
        )}
      >
        <span className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className="text-[0.625rem] text-ink-3 transition-transform group-open/cost:rotate-90 print:hidden"
          >
            ▸
          </span>
          {COST_TEXT[cost].name}
        </span>
        <Bar amount={amount} most={priced || unit === null ? most : 0} />
        <span className="text-right font-strong tabular-nums">
          {figure(known)}
          <span className="sr-only"> a year known{accepted > 0 && `, ${figure(accepted)} accepted`}</span>
        </span>
        <span className="text-right text-ink-3 tabular-nums">
          {figure(unknown)}
          <span className="sr-only"> unknown</span>
        </span>
      </summary>
      <div className="pt-0.5 pb-3 pl-4.5">
        <p className="text-sm text-ink-3">
          {COST_TEXT[cost].incident}
          {!nothing && (
            <>
              {" "}
              Expected a year: {incidentsText(incidents.known)} known, {incidentsText(incidents.unknown)}{" "}
              unknown{accepted > 0 && `, ${incidentsText(incidents.accepted)} of it accepted`}
              {priced ? "." : "; it has no price."}
            </>
          )}
        </p>
        <ul className="mt-1.5 grid gap-1">
          {largest.map((of) => (
            <WorthGapLine
              key={`${of.gap.service} ${of.gap.question}`}
              of={of}
              unit={unit}
              asOf={query.asOf}
            />
          ))}
        </ul>
        <p className="mt-1.5 text-sm">
          {nothing ? (
            <span className="text-ink-3">No gap leads to it.</span>
          ) : (
            query.asOf === "" && (
              <Link href={gapsOf(query, { cost, when })} prefetch={false} className="link">
                All gaps that lead to it
              </Link>
            )
          )}
        </p>
      </div>
    </details>
  );
}

function Bar({ amount, most }: { amount: CostAmount; most: number }) {
  const parts = costParts(amount);
  const fills = [
    ["solid", parts.known],
    ["hatched", parts.accepted],
    ["outlined", parts.unknown],
  ] as const;
  const widths = barParts(
    fills.map(([, part]) => part),
    most,
  );
  return (
    <span
      aria-hidden="true"
      className={classNames("flex h-3.5 gap-[1.5px] max-md:order-last max-md:col-span-3", CHART_TONE.brass)}
    >
      {fills.map(([fill], index) => {
        const width = widths[index] ?? 0;
        if (width === 0) return null;
        return (
          <span
            key={fill}
            style={{ width: `${width}%` }}
            className={classNames("min-w-0.75 rounded-[2px]", CHART_FILL[fill])}
          />
        );
      })}
    </span>
  );
}
