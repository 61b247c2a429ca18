"use client";

import { useEffect, useState } from "react";

/** The points that were put off to the end of a meeting, by pointKey: kept in this tab, so that a reload keeps them. */
export function useParked(
  launch: string,
): [parked: ReadonlySet<string>, park: (key: string, is: boolean) => void] {
  const name = `plumbline.parked.${launch}`;
  const [parked, setParked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? "[]");
      if (Array.isArray(kept)) setParked(new Set(kept.filter((each) => typeof each === "string")));
    } catch {
      // nothing is kept: the agenda is in its own order
    }
  }, [name]);
  const park = (key: string, is: boolean) => {
    const next = new Set(parked);
    if (is) next.add(key);
    else next.delete(key);
    setParked(next);
    try {
      sessionStorage.setItem(name, JSON.stringify([...next]));
    } catch {
      // not kept over a reload
    }
  };
  return [parked, park];
}
