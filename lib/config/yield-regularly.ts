import { setImmediate as turn } from "node:timers/promises";

/** How long work may keep everybody else waiting. */
const LONGEST_MS = 20;

/**
 * For a loop with much to do: call what this gives once each time round, and others have their turn in between.
 */
export function yieldRegularly(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < LONGEST_MS) return undefined;
    return turn().then(() => {
      since = performance.now();
    });
  };
}
