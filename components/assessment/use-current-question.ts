"use client";

import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";

/** An effect before the eye sees what was drawn; on the server none. */
export const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** The heading of an open question, which takes the keyboard. */
export const headingId = (question: string): string => `${question}--text`;

/** Brings a question into view with the least movement; one that is taller than the window from its top. */
function bringIntoView(element: HTMLElement): void {
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(element);
  const room = innerHeight - Number.parseFloat(scrollMarginTop) - Number.parseFloat(scrollMarginBottom);
  const block = element.offsetHeight > room ? "start" : "nearest";
  element.scrollIntoView({ block, behavior: "instant" });
}

function arrive(element: HTMLElement, key: string, focus: boolean): void {
  if (focus) document.getElementById(headingId(key))?.focus({ preventScroll: true });
  bringIntoView(element);
}

/**
 * Which question is open: kept in the address, so that a reload and a link lead back to it. The one that opens stays
 * where the eye is, although the one above it closes.
 * @param begin the question to open, and to come to, when the address names none
 * @param isQuestion whether the page has a question of that key
 */
export function useCurrentQuestion(begin: string, isQuestion: (key: string) => boolean) {
  const [current, setCurrent] = useState(begin);
  const move = useRef<{ key: string; top: number; focus: boolean } | null>(null);
  const shown = useRef(begin);
  useBeforePaint(() => {
    shown.current = current;
  }, [current]);

  const open = useCallback((key: string, focus: boolean) => {
    const element = document.getElementById(key);
    if (element && key === shown.current) arrive(element, key, focus);
    else {
      move.current = { key, top: element?.getBoundingClientRect().top ?? 0, focus };
      setCurrent(key);
    }
    if (location.hash !== `#${key}`) history.replaceState(null, "", `#${key}`);
  }, []);

  // After each drawing: a question that was not shown is drawn only then, though it may have been the current one already.
  useBeforePaint(() => {
    const wanted = move.current;
    const element = wanted && document.getElementById(wanted.key);
    if (!wanted || !element || wanted.key !== current) return;
    move.current = null;
    window.scrollBy({ top: element.getBoundingClientRect().top - wanted.top, behavior: "instant" });
    arrive(element, current, wanted.focus);
  });

  const follow = useEffectEvent(() => {
    const key = decodeURIComponent(location.hash.slice(1));
    if (isQuestion(key)) open(key, true);
  });
  const comeTo = useEffectEvent(() => {
    const element = document.getElementById(begin);
    // who has scrolled already, or comes back to where they were, stays there
    if (element && location.hash === "" && scrollY === 0) arrive(element, begin, true);
  });
  useEffect(() => {
    const hear = () => follow();
    hear();
    comeTo();
    addEventListener("hashchange", hear);
    return () => removeEventListener("hashchange", hear);
  }, []);

  return { current, open };
}
