import { dayAfter } from "./as-of";
import { openness } from "./exposure";
import type { AnswerState, Tier, Verdict } from "./vocabulary";

/** What a waiver can be: asked for; then in force, refused, taken back, or without object any more; then ended (S6). */
export const WAIVER_STATES = ["requested", "in_force", "refused", "withdrawn", "lapsed", "ended"] as const;
export type WaiverState = (typeof WAIVER_STATES)[number];

/**
 * Why a waiver ended: its day is over, another one follows it, or it was revoked; or, what also makes a request lapse, the gap
 * closed, the given verdict got worse or unclear, the question is no longer asked, or has come to ask something else (S6).
 */
export const WAIVER_ENDS = [
  ...(["expired", "renewed", "revoked"] as const),
  ...(["closed", "worse", "unclear", "not_asked", "meaning"] as const),
] as const;
export type WaiverEnd = (typeof WAIVER_ENDS)[number];

/** The given verdicts that a risk can be accepted for: what is not known is answered first (S6). */
export type WaivedVerdict = Extract<Verdict, "no" | "partly">;

/** For how many days a waiver is granted at most, by tier (S6). */
export const MOST_WAIVER_DAYS: Readonly<Record<Tier, number>> = { 1: 90, 2: 180, 3: 365, 4: 365 };

/** A waiver that nothing but its date ends, as far as it is known. */
export interface StandingWaiver {
  questionKey: string;
  /** The last instant of its `until` day in the organisation's time zone. */
  endsAt: Date;
}

/** A risk accepted, from when to when. */
interface Accepted extends Pick<StandingWaiver, "endsAt"> {
  grantedAt: Date;
  /** When it ended, if that came before its date; or null. */
  endedAt: Date | null;
}

/** Whether a waiver was in force at an instant (S6): granted, not past its day, not ended early. */
export function isInForce(waiver: Accepted, now: Date): boolean {
  const at = now.getTime();
  if (at < waiver.grantedAt.getTime() || at > waiver.endsAt.getTime()) return false;
  return waiver.endedAt === null || at < waiver.endedAt.getTime();
}

/**
 * What a waiver was at an instant after it was asked for (S6).
 * @param waiver what it has become by now, when it was decided, and when its day or something else ended it
 */
export function waiverStateAt(
  waiver: { state: WaiverState; decidedAt: Date | null; endsAt: Date | null; endedAt: Date | null },
  at: Date,
): WaiverState {
  const { state, decidedAt: grantedAt, endsAt, endedAt } = waiver;
  if (grantedAt === null) return endedAt && endedAt <= at ? state : "requested";
  if (grantedAt > at) return "requested";
  if (endsAt === null) return state;
  return isInForce({ grantedAt, endsAt, endedAt }, at) ? "in_force" : "ended";
}

/** What a waiver was granted, or asked, for. */
export interface WaivedGap {
  /** The given verdict. */
  verdict: WaivedVerdict;
  /** What the question meant then (S5). */
  meaning: number;
}

/**
 * How what holds of its question ends a waiver early, and makes a request lapse (S6): null when it does not. Ageing never does:
 * it is the given verdict that is looked at, not the effective one.
 * @param now the question as it stands; null when it does not apply any more (S1)
 */
export function waiverEnd(
  waiver: WaivedGap,
  now: { given: AnswerState; meaning: number } | null,
): WaiverEnd | null {
  if (now === null) return "not_asked";
  if (now.meaning !== waiver.meaning) return "meaning";
  if (now.given === "yes" || now.given === "not_applicable") return "closed";
  if (now.given === "unclear" || now.given === "unanswered") return "unclear";
  return openness(now.given) > openness(waiver.verdict) ? "worse" : null;
}

/** Why no waiver can be asked or granted for a question. */
export type NotWaivable = "no_gap" | "unanswered" | "unclear" | "stale" | "changed";

/** The same in words, with what to do. */
export const NOT_WAIVABLE_TEXT: Readonly<Record<NotWaivable, string>> = {
  no_gap: "This is not a gap: there is no risk to accept.",
  unanswered: "Nobody has answered this yet. A risk can be accepted once it is known: answer it first.",
  unclear: "The answer is unclear. A risk can be accepted once it is known: find out first.",
  stale: "This answer has gone stale. Confirm it first: a risk can be accepted only while it is known.",
  changed: "The question has changed since it was answered. Answer it again first.",
};

/**
 * Whether the risk of a question can be accepted (S6): only that of a gap whose given verdict is no or partly and still counts.
 * @returns why not; null when it can
 */
export function whyNotWaivable(asked: {
  given: AnswerState;
  verdict: AnswerState;
  changed: boolean;
}): NotWaivable | null {
  const { given, verdict, changed } = asked;
  if (verdict === "yes" || verdict === "not_applicable") return "no_gap";
  if (given === "unanswered" || given === "unclear") return given;
  if (changed) return "changed";
  return verdict === "unclear" ? "stale" : null;
}

/** The last day until which a waiver can be granted on a day (S6). @param today YYYY-MM-DD where the organisation is */
export const lastUntil = (tier: Tier, today: string): string => dayAfter(today, MOST_WAIVER_DAYS[tier]);

/** The last day of which it is said that a waiver which ends then ends soon. @param today YYYY-MM-DD */
export const lastSoonDay = (today: string): string => dayAfter(today, 30);

/** What is wrong with the last day of a waiver, in words; null when nothing is (S6). */
export function untilProblem(until: string, tier: Tier, today: string): string | null {
  if (until < today) return "Choose today or a later day.";
  const last = lastUntil(tier, today);
  if (until <= last) return null;
  return `At tier ${tier} a risk is accepted for ${MOST_WAIVER_DAYS[tier]} days at most: choose ${last} or an earlier day.`;
}

/**
 * Whether somebody may decide a waiver by who asked for it (L8): nobody decides their own, unless nobody else could.
 * @param deciders the enabled people who may decide waivers, by id
 * @returns whether it is their own, which the record then says; null when they may not
 */
export function decidesOwn(
  requestedBy: string,
  decider: string,
  deciders: readonly string[],
): { soleDecider: boolean } | null {
  if (requestedBy !== decider) return { soleDecider: false };
  return deciders.every((id) => id === decider) ? { soleDecider: true } : null;
}

/**
 * Whether a waiver that is asked for on a day goes on with an earlier one without a day between (S6, L8).
 * @param until last day of the earlier one
 * @param endCause null while that is in force; one that was ended early is over
 */
export const followsOn = (until: string, endCause: WaiverEnd | null, today: string): boolean =>
  (endCause === null || endCause === "expired") && dayAfter(until) >= today;

const ORDINALS = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"];

/** How often a risk was accepted before, as a line begins with it: "Third renewal"; null for the first time (L8). */
export const renewalWords = (renewal: number): string | null =>
  renewal === 0 ? null : `${ORDINALS[renewal - 1] ?? `${renewal}th`} renewal`;

const MONTH_DAYS = 365.25 / 12;

/** How many months lie between two days, rounded; less than one counts as one. */
export const monthsBetween = (from: string, to: string): number =>
  Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / (86_400_000 * MONTH_DAYS)));
