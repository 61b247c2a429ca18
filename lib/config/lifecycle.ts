import { once } from "./once";

/** What the readiness probe must know of the process beside the database. */
export const lifecycle = () => once("lifecycle", () => ({ draining: false, startedAt: Date.now() }));
