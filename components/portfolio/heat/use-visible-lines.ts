"use client";

import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";
import { type Spaced, spaced, withCursor } from "./heat-window";

/** Up to so many lines are simply all there: found by the browser's own search, without any measuring. */
const ALL_UP_TO = 120;

interface Lines {
  count: number;
  /** What a line is expected to be high, in pixels, until it is measured. */
  height: number;
  /** The line that the keyboard is at, which must not go away; null when the focus is elsewhere. */
  cursor: number | null;
  /** On paper there is no window to be near: so many are drawn from the first on. Null on a screen. */
  paper: number | null;
}

interface VisibleLines extends Spaced {
  /** To be called with the element of each line that is drawn. */
  measure: (element: HTMLElement | null) => void;
}

const unmeasured = (): void => undefined;

/** Which lines of a long list are drawn: those near the window, and the one with the cursor. */
export function useVisibleLines(
  body: RefObject<HTMLElement | null>,
  { count, height, cursor, paper }: Lines,
): VisibleLines {
  const isLong = count > ALL_UP_TO;
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (!isLong) return;
    const place = () => {
      if (body.current) setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [body, isLong]);
  const virtual = useWindowVirtualizer<HTMLElement>({
    count,
    enabled: isLong,
    estimateSize: () => height,
    scrollMargin: top,
    overscan: 16,
    rangeExtractor: (range) => withCursor(defaultRangeExtractor(range), cursor, count),
  });
  const near = virtual.getVirtualItems();
  // before the window was measured nothing is near it: leaving all out would drop the focus
  if (!isLong || paper !== null || near.length === 0) {
    const drawn = Array.from({ length: Math.min(count, paper ?? count) }, (_, index) => ({
      index,
      before: 0,
    }));
    return { drawn, after: 0, measure: unmeasured };
  }
  const placed = near.map(({ index, start, end }) => ({ index, start: start - top, end: end - top }));
  return { ...spaced(placed, virtual.getTotalSize()), measure: virtual.measureElement };
}
