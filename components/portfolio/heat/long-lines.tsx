"use client";

import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { type Spaced, spaced, withCursor } from "./heat-window";

/** Which lines are drawn, and what is to be called with the element of each. */
export interface VisibleLines extends Spaced {
  measure: (element: HTMLElement | null) => void;
}

interface LongLinesProps {
  body: RefObject<HTMLElement | null>;
  count: number;
  /** What a line is expected to be high, in pixels, until it is measured. */
  height: number;
  /** The line that the keyboard is at, which must not go away; null when the focus is elsewhere. */
  cursor: number | null;
  /** Hears which lines are near the window; null while that is not known: leaving all out would drop the focus. */
  onChange: (visible: VisibleLines | null) => void;
}

/** Watches which lines of a long list are near the window. Draws nothing: only long lists load it. */
export function LongLines({ body, count, height, cursor, onChange }: LongLinesProps) {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const place = () => {
      if (body.current) setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [body]);
  const virtual = useWindowVirtualizer<HTMLElement>({
    count,
    estimateSize: () => height,
    scrollMargin: top,
    overscan: 16,
    rangeExtractor: (range) => withCursor(defaultRangeExtractor(range), cursor, count),
  });
  const near = virtual.getVirtualItems();
  const total = virtual.getTotalSize();
  const tell = useEffectEvent((gone = false) => {
    const placed = near.map(({ index, start, end }) => ({ index, start: start - top, end: end - top }));
    const isKnown = !gone && near.length > 0;
    onChange(isKnown ? { ...spaced(placed, total), measure: virtual.measureElement } : null);
  });
  // The list is drawn anew by what is told, and gives other objects for the same lines then: only other lines are told.
  const lines = near.map(({ index, start, end }) => `${index} ${start} ${end}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told depends on them
  useLayoutEffect(() => tell(), [lines, top, total]);
  useEffect(() => () => tell(true), []);
  return null;
}
