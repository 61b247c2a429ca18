import { formatTime } from "@/components/ui/format-time";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { VERDICT_TEXT, type Verdict } from "@/lib/domain/vocabulary";

const DAY_MS = 86_400_000;

/** What the reason field asks for, by the chosen verdict. */
export const REASON_LABEL: Record<Verdict | "none", string> = {
  yes: "How do we know?",
  partly: "What is missing?",
  no: "What is missing?",
  unclear: "What would it take to find out?",
  not_applicable: "Why is this not for us?",
  none: "What do we know?",
};

/** Days from one instant to another, to the nearest whole one, at least 0. */
export const daysUntil = (at: string, now: string): number =>
  Math.max(0, Math.round((Date.parse(at) - Date.parse(now)) / DAY_MS));

/** "look again today", "look again in 79 days"; null when the answer does not age. */
export function lookAgain(
  question: Pick<AssessedQuestion, "staleAt" | "reviewAfterDays">,
  now: string,
): string | null {
  if (question.staleAt === null) return null;
  // The page's clock may be a little older than the answer.
  const days = Math.min(daysUntil(question.staleAt, now), question.reviewAfterDays);
  if (days === 0) return "look again today";
  return `look again in ${days === 1 ? "1 day" : `${days} days`}`;
}

/** Why an answer that was given does not count any more (S5); null when it does. */
export function whyStale(
  question: Pick<AssessedQuestion, "stale" | "questionChanged" | "verdict" | "savedAt">,
  timeZone: string,
): string | null {
  if (!question.stale || question.verdict === "unanswered" || question.savedAt === null) return null;
  const day = formatTime(question.savedAt, timeZone, "day");
  if (question.questionChanged) {
    const said = VERDICT_TEXT[question.verdict].name.toLowerCase();
    return `Answered ${said} on ${day}, before the question changed: it counts as unclear until somebody confirms it`;
  }
  if (question.verdict === "not_applicable") {
    return `Answered “not for us” on ${day}; tier or tags changed since, so it counts as unclear`;
  }
  const verdict = VERDICT_TEXT[question.verdict].name.toLowerCase();
  return `Answered ${verdict} on ${day}; not confirmed since, so it counts as unclear`;
}

/** Whether to offer "still true": the answer is stale, or more than half of its time is over. */
export function isOld(
  question: Pick<AssessedQuestion, "stale" | "savedAt" | "reviewAfterDays">,
  now: string,
): boolean {
  if (question.stale) return true;
  if (question.savedAt === null) return false;
  return (Date.parse(now) - Date.parse(question.savedAt)) / DAY_MS > question.reviewAfterDays / 2;
}

/** What to call a link: its name, or the end of its address. */
export function linkName({ label, url }: { label: string; url: string }): string {
  if (label.trim() !== "") return label;
  try {
    const { protocol, host, pathname, hash } = new URL(url);
    if (protocol === "mailto:") return pathname;
    const last = pathname.split("/").filter(Boolean).at(-1);
    return last === undefined ? host : `${host} … ${decodeURIComponent(last)}${hash}`;
  } catch {
    return url;
  }
}

/** "1 day", "1.5 days", "half a day": the usual effort of closing a gap. */
export function effortWords(days: number): string {
  if (days === 0.5) return "half a day";
  return days === 1 ? "a day" : `${days} days`;
}
