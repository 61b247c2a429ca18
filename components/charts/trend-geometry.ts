import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveLinear, line } from "d3-shape";

/** One measured value; null where nothing is known, which breaks the line. */
export interface TrendPoint {
  at: Date;
  value: number | null;
}

/** A line on the 0–100 × 0–100 plane that the chart stretches to its box; y grows downwards. */
export interface TrendShape {
  line: string;
  area: string;
  /** Where the last known value is, for the dot and its label; null when no value is known. */
  end: { x: number; y: number; value: number; at: Date } | null;
  /** The value at the upper edge. */
  top: number;
}

/** The span of time of all points and marks; null when there is none. A single instant gets a day on each side. */
export function timeSpan(instants: readonly Date[]): readonly [Date, Date] | null {
  const times = instants.map((at) => at.getTime()).filter((time) => !Number.isNaN(time));
  if (times.length === 0) return null;
  const from = times.reduce((a, b) => Math.min(a, b));
  const to = times.reduce((a, b) => Math.max(a, b));
  return from === to
    ? [new Date(from - 86_400_000), new Date(to + 86_400_000)]
    : [new Date(from), new Date(to)];
}

/** Percent of the width for an instant, 0 at the start of the span and 100 at its end. */
export function timeToX(span: readonly [Date, Date], at: Date): number {
  return scaleUtc([span[0], span[1]], [0, 100]).clamp(true)(at);
}

/**
 * The shape of one series, from zero to `top`.
 * @param top the value at the upper edge; when not given, a round number just above the largest value
 */
export function trendShape(
  points: readonly TrendPoint[],
  span: readonly [Date, Date],
  top: number | undefined,
): TrendShape {
  const sorted = [...points].sort((a, b) => a.at.getTime() - b.at.getTime());
  const largest = sorted.reduce((most, point) => Math.max(most, point.value ?? 0), 0);
  const height = scaleLinear([0, top ?? (largest || 1)], [100, 0]).clamp(true);
  if (top === undefined) height.nice(3);
  const x = (point: TrendPoint) => timeToX(span, point.at);
  const y = (point: TrendPoint) => height(point.value ?? 0);
  const known = (point: TrendPoint) => point.value !== null;
  const last = sorted.findLast(known);
  return {
    line: line<TrendPoint>().defined(known).x(x).y(y).curve(curveLinear).digits(2)(sorted) ?? "",
    area: area<TrendPoint>().defined(known).x(x).y0(100).y1(y).digits(2)(sorted) ?? "",
    end: last === undefined ? null : { x: x(last), y: y(last), value: last.value ?? 0, at: last.at },
    top: height.domain()[1] ?? 0,
  };
}

/** One date under the plane, and how it is written: the year stands only where it is new. */
export interface TimeTick {
  at: Date;
  x: number;
  style: "clock" | "short-day" | "short-month" | "month";
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SIX_WEEKS_MS = 42 * DAY_MS;

/** Whether a span is so short that clock times tell its ends apart better than dates. */
export const isOfHours = (span: readonly [Date, Date]): boolean =>
  span[1].getTime() - span[0].getTime() <= 1.5 * DAY_MS;

/** Dates for the axis: at most five, each at the start of a UTC year, month, week, day, hour or minute. */
export function timeTicks(span: readonly [Date, Date]): TimeTick[] {
  const long = span[1].getTime() - span[0].getTime() > SIX_WEEKS_MS;
  const hours = isOfHours(span);
  const unit = hours ? MINUTE_MS : DAY_MS;
  const ticks = scaleUtc()
    .domain([span[0], span[1]])
    .ticks(4)
    .filter((at) => at.getTime() % unit === 0);
  const step = Math.max(1, Math.ceil(ticks.length / 5));
  return ticks
    .filter((_, index) => index % step === 0)
    .map((at, index, shown) => {
      const before = shown[index - 1];
      const newYear = before === undefined || before.getUTCFullYear() !== at.getUTCFullYear();
      const date = long ? (newYear ? "month" : "short-month") : "short-day";
      return { at, x: timeToX(span, at), style: hours ? "clock" : date };
    });
}

/** Moves labels apart, in percent of the height, so that none overlaps; order is kept and all stay inside. */
export function spreadLabels(ys: readonly number[], gap: number): number[] {
  const order = ys.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let floor = 0;
  for (const label of order) {
    label.y = Math.max(label.y, floor);
    floor = label.y + gap;
  }
  let ceiling = 100;
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - gap;
  }
  const spread = [...ys];
  for (const label of order) spread[label.index] = label.y;
  return spread;
}
