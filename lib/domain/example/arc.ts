import type { Lifecycle, Tier, Verdict } from "../vocabulary";

/**
 * An answer that the story needs on a day, oldest first. From the first one of a question to the last, and on if that
 * is not a yes, chance leaves it alone.
 */
export interface Told {
  day: number;
  question: string;
  verdict: Verdict;
  /** Made up when left out. */
  reason?: string;
}

/** How a service lives: facts, and how far it gets. Days count back from today, working days only. */
export interface Arc {
  key: string;
  team: string;
  name: string;
  description: string;
  tags: readonly string[];
  /** A system that it calls, and where it keeps its data: for the reasons. */
  provider: string;
  store: string;
  /** Keys of services; one that comes later is added when it comes. */
  dependsOn?: readonly string[];
  /** Since when it is what; the first one is when it was added. */
  lifecycle: readonly (readonly [day: number, lifecycle: Lifecycle])[];
  tier: Tier;
  /** When it became more critical. */
  raised?: { day: number; tier: Tier; reason: string };
  /** When its team first answered; null: never. */
  firstLook: number | null;
  /** Working days between two looks at the checklist. */
  every: number;
  /** Shares of the first verdicts; the rest is no. */
  start: { yes: number; partly: number; unclear: number };
  /** Share of the weight that is yes, by day; in between they work steadily. 1 closes everything. */
  path: readonly (readonly [day: number, share: number])[];
  /** How many working days before an answer goes stale they confirm it. */
  ahead: number;
  /** From when on nobody looks any more. */
  keptUntil?: number;
  /** How often a gap gets an owner and a date, 0–1. */
  planning: number;
  /** Questions that cannot happen to it. */
  notForUs?: readonly string[];
  told?: readonly Told[];
  /** Questions that nobody looks at for a while. */
  neglected?: readonly { question: string; from: number; until: number }[];
}

/** The share that a path asks for on a day. */
export function shareOn(path: Arc["path"], day: number): number {
  const index = path.findIndex(([at]) => at <= day);
  const after = path[index];
  const before = path[index - 1];
  if (!after) return path.at(-1)?.[1] ?? 0;
  if (!before) return day > after[0] ? 0 : after[1];
  const done = (before[0] - day) / (before[0] - after[0]);
  return before[1] + (after[1] - before[1]) * done;
}
