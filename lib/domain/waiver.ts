import { openness } from "./exposure";
import type { AnswerState, Verdict } from "./vocabulary";

/** A risk accepted for one gap, as the rules see it. */
export interface Waiver {
  questionKey: string;
  /** The given verdict that it was granted for. */
  verdict: Extract<Verdict, "no" | "partly">;
  grantedAt: Date;
  /** The last instant of its `until` day in the organisation's time zone. */
  endsAt: Date;
  /** When it ended early, or null. */
  endedAt: Date | null;
}

/** Whether a waiver is in force at `now` (S6): granted, not past its day, not ended early. */
export function isInForce(waiver: Waiver, now: Date): boolean {
  const at = now.getTime();
  if (at < waiver.grantedAt.getTime() || at > waiver.endsAt.getTime()) return false;
  return waiver.endedAt === null || at < waiver.endedAt.getTime();
}

/**
 * Whether a newly given verdict ends a waiver early (S6): the gap closed, or the given verdict got worse.
 * Ageing never does: pass the given verdict, not the effective one.
 */
export function endsWaiver(waiver: Pick<Waiver, "verdict">, given: AnswerState): boolean {
  if (given === "yes" || given === "not_applicable") return true;
  return openness(given) > openness(waiver.verdict);
}
