"use client";

import { useEffect, useState } from "react";

/** A value once it has not changed for a while: what it was before stands until then. @param ms how long, in milliseconds */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (Object.is(rested, value)) return;
    const timer = setTimeout(() => setRested(() => value), ms);
    return () => clearTimeout(timer);
  }, [rested, value, ms]);
  return rested;
}
