import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { formatTime } from "@/components/ui/format-time";
import { Table, Td, Th } from "@/components/ui/table";
import { CHART_GROUND, CHART_TONE, type ChartTone } from "./chart-tone";
import { TrendCursor, type TrendStop } from "./trend-cursor";
import {
  isOfHours,
  spreadLabels,
  type TrendPoint,
  timeSpan,
  timeTicks,
  timeToX,
  trendShape,
} from "./trend-geometry";

/** Writes the value of an instant for people, such as "38%"; as plain text too, where it makes more than that of it. */
type Written =
  | { format: (value: number, at: Date) => string; plain?: undefined }
  | { format: (value: number, at: Date) => ReactNode; plain: (value: number) => string };

/** One line. Each has its own height scale, from zero; its last value stands beside it. */
type TrendSeries = Written & {
  name: string;
  points: readonly TrendPoint[];
  tone: ChartTone;
  /** Fills the ground under the line. */
  filled?: boolean | undefined;
  /** The value at the upper edge, such as 100 for a share. */
  top?: number | undefined;
};

interface TrendLineProps {
  /** The trend in one sentence, for those who listen. */
  label: string;
  series: readonly TrendSeries[];
  /** Values that stand in the table only. */
  beside?: readonly TrendSeries[] | undefined;
  /** Dated events, drawn as dotted lines with a word. */
  marks?: readonly { at: Date; label: string }[] | undefined;
  /** IANA name, for the dates of the axis and table. */
  timeZone: string;
  /** Class of the plot's height. */
  height?: string | undefined;
  /** Said instead of a chart while there is no point. */
  empty?: string | undefined;
}

/**
 * One or two values over time, drawn on the server, each with its own scale from zero to what its upper edge says. The plane
 * stretches, the words do not; values are read by pointer and keys, and the same numbers stand behind it.
 */
export function TrendLine({
  label,
  series,
  beside = [],
  marks = [],
  timeZone,
  height = "h-28",
  empty = "Nothing to draw yet: the line starts with the first two days of numbers.",
}: TrendLineProps) {
  const span = timeSpan(series.flatMap((one) => one.points.map((point) => point.at)));
  if (span === null) return <p className="py-6 text-ink-3">{empty}</p>;
  const shapes = series.map((one) => ({ ...one, shape: trendShape(one.points, span, one.top) }));
  const drawn = shapes.flatMap((one) => (one.shape.end === null ? [] : [{ ...one, end: one.shape.end }]));
  const labels = spreadLabels(
    drawn.map((one) => one.end.y),
    14,
  );
  const look = isOfHours(span) ? "minute" : "day";
  const stops = stopsOf(series, span, (at) => formatTime(at, timeZone, look));
  const seen = marks.filter((mark) => mark.at >= span[0] && mark.at <= span[1]);
  return (
    <figure>
      <div className="grid grid-cols-[1fr_auto] gap-x-2 pt-4">
        <div className={classNames("relative", height)}>
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
            role="img"
            aria-label={label}
          >
            {shapes.map(
              (one) =>
                one.filled && <path key={one.name} d={one.shape.area} className={CHART_GROUND[one.tone]} />,
            )}
            <path d="M0 0H100M0 50H100M0 100H100" className="stroke-line" vectorEffect="non-scaling-stroke" />
            {seen.map((mark) => (
              <path
                key={mark.label + mark.at.getTime()}
                d={`M${timeToX(span, mark.at)} 0V100`}
                className="stroke-line-strong"
                strokeDasharray="2 3"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            {shapes.map((one) => (
              <path
                key={one.name}
                d={one.shape.line}
                fill="none"
                stroke="currentColor"
                strokeWidth={one.filled ? 1.6 : 2}
                strokeLinejoin="round"
                strokeLinecap="round"
                vectorEffect="non-scaling-stroke"
                className={CHART_TONE[one.tone]}
              />
            ))}
          </svg>
          {drawn.map((one) => (
            <span
              key={one.name}
              className={classNames(
                "absolute -mt-0.75 -ml-0.75 size-1.5 rounded-full bg-current",
                CHART_TONE[one.tone],
              )}
              style={{ left: `${one.end.x}%`, top: `${one.end.y}%` }}
            />
          ))}
          <span aria-hidden="true" className="absolute -top-4 left-0 flex gap-x-2 text-2xs">
            {drawn.map((one) => (
              <span key={one.name} className={CHART_TONE[one.tone]}>
                {plainly(one, one.shape.top)}
              </span>
            ))}
          </span>
          {seen.map((mark) => (
            <span
              key={mark.label + mark.at.getTime()}
              aria-hidden="true"
              className="absolute -top-4 text-2xs whitespace-nowrap text-ink-3"
              style={
                timeToX(span, mark.at) > 60
                  ? { right: `${100 - timeToX(span, mark.at)}%` }
                  : { left: `${timeToX(span, mark.at)}%` }
              }
            >
              {mark.label}
            </span>
          ))}
          {stops.length > 0 && <TrendCursor label={label} stops={stops} />}
        </div>
        <div className={classNames("relative grid text-xs font-semibold", height)}>
          {drawn.map((one, index) => (
            <span
              key={one.name}
              className={classNames("col-start-1 row-start-1 -mt-2 whitespace-nowrap", CHART_TONE[one.tone])}
              style={{ position: "relative", top: `${labels[index] ?? 0}%` }}
            >
              {one.format(one.end.value, one.end.at)}
            </span>
          ))}
        </div>
        <div className="relative mt-1.5 h-4 text-2xs text-ink-3">
          {timeTicks(span).map((tick) => (
            <span
              key={tick.at.getTime()}
              className={classNames(
                "absolute whitespace-nowrap",
                tick.x > 8 && (tick.x > 92 ? "-translate-x-full" : "-translate-x-1/2"),
              )}
              style={{ left: `${tick.x}%` }}
            >
              {formatTime(tick.at, tick.style === "clock" ? timeZone : "UTC", tick.style)}
            </span>
          ))}
        </div>
      </div>
      <TrendTable label={label} series={[...series, ...beside]} timeZone={timeZone} look={look} />
    </figure>
  );
}

const plainly = (one: TrendSeries, value: number, at = new Date(0)): string =>
  one.plain ? one.plain(value) : one.format(value, at);

/** What is said of each instant at which a value is known, oldest first. */
function stopsOf(
  series: readonly TrendSeries[],
  span: readonly [Date, Date],
  written: (at: Date) => string,
): TrendStop[] {
  const values = new Map<number, string[]>();
  for (const one of series) {
    for (const { at, value } of one.points) {
      if (value === null) continue;
      const said = `${one.name} ${plainly(one, value, at)}`;
      values.set(at.getTime(), [...(values.get(at.getTime()) ?? []), said]);
    }
  }
  return [...values]
    .sort(([a], [b]) => a - b)
    .map(([time, said]) => {
      const at = new Date(time);
      return { x: timeToX(span, at), text: `${written(at)}: ${said.join(", ")}` };
    });
}

interface TrendTableProps {
  label: string;
  series: readonly TrendSeries[];
  timeZone: string;
  /** How the instants are written. */
  look: "day" | "minute";
}

/** The numbers behind a trend, newest first, folded away until somebody wants to check. */
function TrendTable({ label, series, timeZone, look }: TrendTableProps) {
  const instants = [...new Set(series.flatMap((one) => one.points.map((point) => point.at.getTime())))];
  const rows = instants.sort((a, b) => b - a);
  const values = series.map((one) => new Map(one.points.map((point) => [point.at.getTime(), point.value])));
  return (
    <details className="mt-1.5 text-sm print:hidden">
      <summary className="w-fit rounded-sm min-h-6 py-0.75 text-ink-3 hover:text-ink">
        The same in numbers
      </summary>
      <div className="mt-1 max-h-64 overflow-y-auto">
        <Table caption={`${label}, in numbers`}>
          <thead>
            <tr>
              <Th>Date</Th>
              {series.map((one) => (
                <Th key={one.name} numeric>
                  {one.name}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((time) => (
              <tr key={time}>
                <Th scope="row" className="font-normal">
                  {formatTime(new Date(time), timeZone, look)}
                </Th>
                {series.map((one, index) => {
                  const value = values[index]?.get(time) ?? null;
                  return (
                    <Td key={one.name} numeric>
                      {value === null ? (
                        <span className="text-ink-3">not known</span>
                      ) : (
                        one.format(value, new Date(time))
                      )}
                    </Td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
