import type { Tier } from "@/lib/domain/vocabulary";

/** Which tiers a question is asked of, in words; null when it is asked of all (S1). */
export function tierText(upToTier: Tier): string | null {
  if (upToTier === 4) return null;
  return upToTier === 1 ? "tier 1 only" : `tiers 1–${upToTier}`;
}

/** Days until an answer goes stale, in words (S5). */
export function intervalText(days: number): string {
  if (days % 365 === 0) return days === 365 ? "a year" : `${days / 365} years`;
  return days === 1 ? "a day" : `${days} days`;
}

/** Usual effort, in words: "half a day", "1 day", "2.5 days". */
export function effortWords(days: number): string {
  if (days === 0.5) return "half a day";
  return days === 1 ? "1 day" : `${Math.round(days * 10) / 10} days`;
}
