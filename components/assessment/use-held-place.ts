"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useBeforePaint } from "./use-current-question";

/** What must not move: the verdicts of the open question while they can be seen, else the question in the middle. */
function whatIsLookedAt(): Element | null {
  const verdicts = document.querySelector('li[aria-current="true"] [role="radiogroup"]');
  const { top = -1, bottom = -1 } = verdicts?.getBoundingClientRect() ?? {};
  if (verdicts && bottom > 0 && top < innerHeight) return verdicts;
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return middle?.closest("ol > li[id]") ?? null;
}

const placeOf = (element: Element) => element.getBoundingClientRect().top + scrollY;

/**
 * Keeps what is looked at where it is, whatever grows or shrinks above it: a sentence, somebody else's answer, a notice.
 * Browsers do so by themselves only in part, and some not at all.
 * @param view says what is shown; when it changes, somebody wanted it to
 */
export function useHeldPlace(view: string): void {
  const held = useRef<{ element: Element; top: number; view: string } | null>(null);
  const note = useEffectEvent(() => {
    const element = whatIsLookedAt();
    held.current = element && { element, top: placeOf(element), view };
  });
  const hold = useEffectEvent(() => {
    const before = held.current;
    if (before?.element.isConnected && before.view === view) {
      const moved = placeOf(before.element) - before.top;
      if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
    }
    note();
  });
  useBeforePaint(() => hold());
  useEffect(() => {
    const root = document.documentElement;
    root.style.overflowAnchor = "none";
    const resized = new ResizeObserver(() => hold());
    resized.observe(document.body);
    const scrolled = () => note();
    addEventListener("scroll", scrolled, { passive: true });
    return () => {
      root.style.overflowAnchor = "";
      resized.disconnect();
      removeEventListener("scroll", scrolled);
    };
  }, []);
}
