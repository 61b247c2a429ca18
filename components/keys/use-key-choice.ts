"use client";

import { useCallback, useSyncExternalStore } from "react";

const KEY = "plumbline.keys";
const listeners = new Set<() => void>();

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** Whether single keys act on this page; they can be turned off, for who speaks to the computer (WCAG 2.1.4). */
export function useKeyChoice(): [on: boolean, choose: (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read,
    () => true,
  );
  const choose = useCallback((next: boolean) => {
    try {
      localStorage.setItem(KEY, next ? "on" : "off");
    } catch {
      // not kept: the keys stay as they are
    }
    for (const listener of listeners) listener();
  }, []);
  return [on, choose];
}
