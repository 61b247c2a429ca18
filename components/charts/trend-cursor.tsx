"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";

/** One instant of a trend: where it stands, in percent of the width, and what is said of it. */
export interface TrendStop {
  x: number;
  text: string;
}

interface TrendCursorProps {
  /** The trend in a few words. */
  label: string;
  /** Oldest first; at least one. */
  stops: readonly TrendStop[];
}

/** Reads a trend value by value: under the pointer, or with the arrow keys. */
export function TrendCursor({ label, stops }: TrendCursorProps) {
  const [index, setIndex] = useState<number | null>(null);
  const last = stops.length - 1;
  const stop = index === null ? undefined : stops[index];

  function point({ clientX, currentTarget }: PointerEvent): void {
    const { left, width } = currentTarget.getBoundingClientRect();
    const x = (100 * (clientX - left)) / Math.max(1, width);
    const gap = (at: number) => Math.abs((stops[at]?.x ?? 0) - x);
    setIndex(stops.reduce((best, _, at) => (gap(at) < gap(best) ? at : best), 0));
  }
  function press(event: KeyboardEvent): void {
    const at = index ?? last;
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (event.key === "Escape") setIndex(null);
    if (to === undefined) return;
    event.preventDefault();
    setIndex(Math.min(last, Math.max(0, to)));
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={`${label}: values`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={index ?? last}
      aria-valuetext={stops[index ?? last]?.text}
      onPointerMove={point}
      onPointerLeave={() => setIndex(null)}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && setIndex(last)}
      onBlur={() => setIndex(null)}
      onKeyDown={press}
      className="absolute inset-0 touch-pan-y rounded-sm print:hidden"
    >
      {stop && (
        <>
          <span className="absolute inset-y-0 w-px bg-ink-3" style={{ left: `${stop.x}%` }} />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute -top-6 z-10 rounded-md bg-ink px-1.5 py-0.5 text-2xs font-medium whitespace-nowrap text-paper tabular-nums"
            style={stop.x > 50 ? { right: `${100 - stop.x}%` } : { left: `${stop.x}%` }}
          >
            {stop.text}
          </span>
        </>
      )}
    </div>
  );
}
