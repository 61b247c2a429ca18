import { dayText } from "@/components/ui/days";
import type { PillTone } from "@/components/ui/pill";
import type { Waiver } from "@/lib/contracts/waivers";
import { aYear, type Unit } from "@/lib/domain/amount-text";
import { monthsBetween, renewalWords, type WaiverEnd, type WaiverState } from "@/lib/domain/waiver";

/** What each state is called, and how it looks. */
export const STATE_TEXT: Record<WaiverState, { name: string; tone: PillTone }> = {
  requested: { name: "Asked for", tone: "amber" },
  in_force: { name: "Accepted", tone: "good-dashed" },
  refused: { name: "Refused", tone: "bad" },
  withdrawn: { name: "Withdrawn", tone: "quiet" },
  lapsed: { name: "Lapsed", tone: "quiet" },
  ended: { name: "Ended", tone: "quiet" },
};

/** Why a waiver ended, or a request lapsed: goes on after "because". */
export const END_TEXT: Record<WaiverEnd, string> = {
  expired: "its last day was over",
  renewed: "it was renewed",
  revoked: "it was revoked",
  closed: "the gap closed",
  worse: "the answer got worse",
  unclear: "the answer became unclear",
  not_asked: "the question no longer applies",
  meaning: "the question asks something else now",
};

/**
 * How often and how long a risk was accepted, and what it causes meanwhile: "Third renewal, 14 months, about €31k a year". Null
 * for what follows on nothing.
 * @param today YYYY-MM-DD where the organisation is
 */
export function renewalLine(
  waiver: Pick<Waiver, "renewal" | "acceptedSince" | "until" | "askedUntil">,
  worth: { expectedLoss: number | null; incidentsPerYear: number | null },
  unit: Unit,
): string | null {
  const words = renewalWords(waiver.renewal);
  if (words === null) return null;
  const until = waiver.until ?? waiver.askedUntil;
  const months = waiver.acceptedSince ? monthsBetween(waiver.acceptedSince.slice(0, 10), until) : null;
  const cost = worthWords(worth, unit);
  return [
    words,
    ...(months === null ? [] : [months === 1 ? "1 month" : `${months} months`]),
    ...(cost === null ? [] : [`about ${cost}`]),
  ].join(", ");
}

/** What a gap is expected to cause: "€31k a year", "0.8 incidents a year"; null for what is no gap any more. */
export function worthWords(
  { expectedLoss, incidentsPerYear }: { expectedLoss: number | null; incidentsPerYear: number | null },
  unit: Unit,
): string | null {
  return incidentsPerYear === null ? null : aYear({ expectedLoss, incidentsPerYear }, unit);
}

/** Until when a waiver lasts, was asked for, or how it ended. */
export function untilWords(waiver: Waiver, today: string): string {
  const day = (each: string) => dayText(each, today);
  switch (waiver.state) {
    case "requested":
      return `until ${day(waiver.askedUntil)}`;
    case "in_force":
      return `until ${day(waiver.until ?? waiver.askedUntil)}`;
    case "refused":
      return `asked until ${day(waiver.askedUntil)}`;
    case "withdrawn":
      return `asked until ${day(waiver.askedUntil)}`;
    default:
      return waiver.endCause === null ? "" : `because ${END_TEXT[waiver.endCause]}`;
  }
}
