import { barParts } from "@/components/charts/bar-parts";
import { CHART_FILL, CHART_TONE } from "@/components/charts/chart-tone";
import { amountFigure, WHEN } from "@/components/figure/figure";
import { FigureOr, FigureText } from "@/components/figure/figure-text";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import type { CostShare, ExpectedLosses } from "@/lib/contracts/portfolio";
import { amountText, type Unit } from "@/lib/domain/amount-text";
import { COST_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { costParts, isPriced, measured } from "./cost-parts";
import { RankedGapLine } from "./ranked-gap-line";

/** The columns of a row and of the head over it: name, bar, three figures. */
const COST_GRID =
  "grid grid-cols-[1fr_3.5rem_4rem] gap-x-3 md:grid-cols-[10.5rem_1fr_3.5rem_4.25rem_4.25rem] print:grid-cols-[8.75rem_1fr_3.25rem_3.75rem_3.5rem] print:gap-x-1.5";

/** The head over the rows. */
export function CostHead({ unit }: { unit: Unit }) {
  return (
    <div
      aria-hidden="true"
      className={`${COST_GRID} pb-0.5 text-right text-[0.75rem] text-ink-3 print:text-[0.625rem]`}
    >
      <span />
      <span className="max-md:hidden print:inline" />
      {unit === null ? (
        <>
          <span>known</span>
          <span>unknown</span>
          <span className="max-md:hidden print:inline">at launch</span>
        </>
      ) : (
        <>
          <span>known</span>
          <span>unknown</span>
          <span className="max-md:hidden print:inline">incidents</span>
        </>
      )}
    </div>
  );
}

interface CostTotalProps {
  /** What all eight add up to. */
  all: ExpectedLosses;
  unit: Unit;
  subject: string;
  when: "now" | "atLaunch";
}

/** The line under the rows: what they add up to, as the headline says it. */
export function CostTotal({ all, unit, subject, when }: CostTotalProps) {
  const { known, unknown } = measured(unit === null ? { ...all, knownLoss: null } : all);
  const figure = (part: string, amount: number, of: Unit) =>
    amountFigure(subject, `${WHEN[when]}.${part}`, amount, of);
  return (
    <div
      className={`${COST_GRID} border-t border-line-strong pt-1 text-right tabular-nums print:pt-0 print:text-[0.6875rem]`}
    >
      <span className="pl-4 text-left text-ink-2">All costs</span>
      <span className="max-md:hidden print:inline" />
      <b className="font-strong">
        <FigureOr of={figure("known", known, unit)} amount={known} />
      </b>
      <span className="text-ink-3">
        <FigureOr of={figure("unknown", unknown, unit)} amount={unknown} />
      </span>
      {unit !== null && (
        <span className="text-ink-3 max-md:hidden print:inline">
          <FigureOr of={figure("known", all.known, null)} amount={all.known} />
        </span>
      )}
    </div>
  );
}

interface CostRowProps {
  share: CostShare;
  /** What the bar shows. */
  when: "now" | "atLaunch";
  /** The length of the longest bar, in the same unit. */
  most: number;
  unit: Unit;
  /** Whose figures they are. */
  subject: string;
  /** Which services the gaps are of that are counted. */
  whose: string;
  /** As the gaps are looked at: an instant in the past; "" for now. */
  asOf: string;
  /** Where all gaps that lead to it are listed; null for the past, of which there is no such list. */
  all: string | null;
}

/**
 * One cost, on the portfolio and among exposures: a bar of what is known, accepted and unknown; opened, its largest gaps.
 */
export function CostRow({ share, when, most, unit, subject, whose, asOf, all }: CostRowProps) {
  const priced = unit !== null && isPriced(share[when]);
  const { known, unknown, accepted } = measured(share[when]);
  const figure = (part: string, amount: number, of: Unit, then: "now" | "atLaunch" = when) =>
    amountFigure(subject, `${WHEN[then]}.${part}`, amount, of, share.cost);
  const own = priced ? unit : null;
  const parts = costParts(measured(share[when]));
  const fills = [
    ["solid", parts.known],
    ["hatched", parts.accepted],
    ["outlined", parts.unknown],
  ] as const;
  const widths = barParts(
    fills.map(([, part]) => part),
    unit === null || priced ? most : 0,
  );
  const nothing = share.gaps === 0;
  const launch = share.atLaunch;
  const later = (part: "known" | "unknown") =>
    figure(part, measured(launch)[part], isPriced(launch) ? unit : null, "atLaunch");
  return (
    <details className="group/cost border-t border-line first:border-t-0">
      <summary
        className={classNames(
          COST_GRID,
          "list-none items-center rounded-sm py-0.75 print:text-[0.6875rem] hover:bg-sunk/60 print:py-0 [&::-webkit-details-marker]:hidden",
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
          {COST_TEXT[share.cost].name}
        </span>
        <span
          aria-hidden="true"
          className={classNames(
            "flex h-3.5 gap-[1.5px] max-md:order-last max-md:col-span-3 print:order-none print:col-span-1 print:h-2.5",
            CHART_TONE.brass,
          )}
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
        <span className="text-right font-strong tabular-nums">
          {unit === null || priced ? (
            <>
              <FigureOr of={figure("known", known, own)} amount={known} />
              <span className="sr-only">
                {" "}
                a year known{accepted > 0 && `, ${amountText(accepted, own)} accepted`}
              </span>
            </>
          ) : (
            <span className="font-normal text-ink-3">unpriced</span>
          )}
        </span>
        <span className="text-right text-ink-3 tabular-nums">
          <FigureOr of={figure("unknown", unknown, own)} amount={unknown} />
          <span className="sr-only"> {!priced && unit !== null && "incidents "}unknown</span>
        </span>
        {unit !== null && (
          <span className="text-right text-ink-3 tabular-nums max-md:hidden print:inline">
            <FigureOr of={figure("known", share[when].known, null)} amount={share[when].known} />
            <span className="sr-only"> incidents a year known</span>
          </span>
        )}
        {unit === null && (
          <span className="text-right text-ink-3 tabular-nums max-md:hidden print:inline">
            <FigureOr
              of={figure("known", launch.known, null, "atLaunch")}
              amount={when === "now" ? launch.known : 0}
            />
            <span className="sr-only"> at launch</span>
          </span>
        )}
      </summary>
      <div className="pt-0.5 pb-3 pl-4.5">
        <p className="text-sm text-ink-3">
          {COST_TEXT[share.cost].incident}
          {when === "now" && launch.known + launch.unknown > 0 && (
            <>
              {" "}
              Services that are not live yet add, from their launch on, <FigureText of={later("known")} />{" "}
              known and <FigureText of={later("unknown")} /> unknown.
            </>
          )}
        </p>
        <ul className="mt-1.5 grid gap-1">
          {share.largest.map((gap) => (
            <RankedGapLine
              key={`${gap.service} ${gap.question}`}
              gap={gap}
              asOf={asOf}
              cost={share.cost}
              unit={unit}
              atLaunch={when === "now" && !gap.live}
            />
          ))}
        </ul>
        <p className="mt-1.5 text-sm">
          {nothing ? (
            <span className="text-ink-3">No gap leads to it.</span>
          ) : all === null ? (
            <span className="text-ink-3">
              {counted(share.gaps, "gap")} of {whose} led to it.
            </span>
          ) : (
            <Link href={all} className="link">
              {share.gaps === 1
                ? `The gap of ${whose} that leads to it`
                : `All ${counted(share.gaps, "gap")} of ${whose} that lead to it`}
            </Link>
          )}
        </p>
      </div>
    </details>
  );
}
