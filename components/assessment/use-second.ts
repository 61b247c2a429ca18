"use client";

import { useEffect, useState } from "react";

/** The time now (epoch, ms), told anew every second while `on`; 0 before. */
export function useSecond(on: boolean): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!on) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [on]);
  return on && now === 0 ? Date.now() : now;
}
