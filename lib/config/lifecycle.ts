import { once } from "./once";

/** What the readiness probe must know of the process beside the database, and who has to end something before it can stop. */
export const lifecycle = () =>
  once("lifecycle", () => ({ draining: false, startedAt: Date.now(), onDrain: new Set<() => void>() }));

/** The process is to stop: no more work is begun, and what would go on for ever is ended. */
export function drain(): void {
  const state = lifecycle();
  if (state.draining) return;
  state.draining = true;
  for (const end of [...state.onDrain]) end();
}
