import { isRealDay } from "../as-of";
import { agesOutAt } from "../effective-verdict";
import { TEXT_LIMITS } from "../text";
import { SOURCES, type Source, type Verdict } from "../vocabulary";
import type { KnownAnswer } from "./known-answers";
import type { reader } from "./service-rows";
import { shown, textProblem } from "./texts";

/** What a row says of how its answer was given elsewhere. */
export interface Said {
  /** Null where it says nothing: then it is given by being imported. */
  savedAt: Date | null;
  /** Who gave it, of the people here; null for somebody who is not known. */
  authorId: string | null;
  /** The name of who gave it; null where the row gives none. */
  author: string | null;
  source: Source | null;
  token: string | null;
  /** It was stale there for another reason than its age: it is so here until somebody confirms it (S5). */
  doubtful: boolean;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;
/** Of whoever has no name in a file the address becomes the claim, which comes back from our export as `claimedBy`. */
const MOST = {
  savedBy: TEXT_LIMITS.name,
  savedByEmail: TEXT_LIMITS.email,
  claimedBy: TEXT_LIMITS.email,
  token: TEXT_LIMITS.name,
} as const;
const EARLIEST = Date.UTC(1970, 0, 1);

/** An instant as exports and spreadsheets write it, in UTC where no zone is given; null for anything else. */
function instantOf(text: string): Date | null {
  if (!INSTANT.test(text)) return null;
  const [day = "", time = ""] = text.split(/[T ]/i);
  if (!isRealDay(day)) return null;
  const zoned = time === "" || /(?:Z|[+-]\d{2}:?\d{2})$/i.test(time) ? time : `${time}Z`;
  const at = new Date(zoned === "" ? `${day}T00:00:00Z` : `${day}T${zoned}`);
  return Number.isNaN(at.getTime()) || at.getTime() < EARLIEST ? null : at;
}

/**
 * What a row of answers says of who gave its answer, when and how.
 * @param before the answer that is here
 * @param authorOf the id of whoever has an address here
 * @returns why it cannot be taken, in words with the field's name, when it cannot
 */
export function readSaid(
  cell: ReturnType<typeof reader>,
  verdict: Verdict,
  question: { reviewAfterDays: number },
  before: KnownAnswer | undefined,
  { authorOf, now }: { authorOf: (email: string) => string | null; now: Date },
): Said | string {
  const date = cell("savedAt").trim();
  const savedAt = date === "" ? null : instantOf(date);
  if (date !== "" && savedAt === null)
    return `savedAt: “${shown(date)}” is no date from 1970 on: write it as YYYY-MM-DD, or as the exports do.`;
  if (savedAt !== null && savedAt > now && !(before && savedAt <= before.savedAt))
    return `savedAt: “${shown(date)}” is in the future.`;
  const claimed = cell("claimedBy").trim();
  const token = cell("token").trim() || null;
  const fields = [
    ...(claimed === "" ? (["savedBy", "savedByEmail"] as const) : (["claimedBy"] as const)),
    "token",
  ] as const;
  for (const field of fields) {
    const problem = textProblem(cell(field).trim(), MOST[field]);
    if (problem !== null) return `${field}: it ${problem}.`;
  }
  const author = claimed || cell("savedBy").trim() || null;
  const email = claimed === "" ? cell("savedByEmail").trim().toLowerCase() : "";
  const word = cell("source").trim().toLowerCase();
  const ages = verdict !== "not_applicable";
  const aged = ages && savedAt !== null && agesOutAt({ savedAt }, question) <= now;
  return {
    savedAt,
    authorId: email === "" ? null : authorOf(email),
    author: author ?? (email || null),
    source: SOURCES.find((each) => each === word) ?? null,
    token,
    doubtful: /^(?:true|yes|1|wahr)$/i.test(cell("stale").trim()) && !aged,
  };
}

/** An instant as a preview shows it, to the minute in UTC. */
export const shownInstant = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
