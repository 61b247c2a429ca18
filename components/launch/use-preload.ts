"use client";

import { useEffect } from "react";

/** Fetches what a press will need once the page itself is there, so that it opens at once and with the network away. */
export function usePreload(load: () => Promise<unknown>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the same import each time
  useEffect(() => void load().catch(() => undefined), []);
}
