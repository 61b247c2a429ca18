import { missingFromAnswer } from "../domain/answer-rules";
import { isRealDay } from "../domain/as-of";
import { COLUMN_TEXT, readLinks } from "../domain/cells";
import { agesOutAt } from "../domain/effective-verdict";
import { LIST_LIMITS, type Link, TEXT_LIMITS } from "../domain/text";
import { SOURCES, type Source, VERDICTS, type Verdict } from "../domain/vocabulary";
import type { KnownAnswer } from "./known";
import type { QuestionTable, Read } from "./plan-table";
import type { reader } from "./service-rows";
import { shown, textProblem } from "./texts";

/** An answer as a row gives it. */
export interface AnswerFacts {
  verdict: Verdict;
  reason: string;
  evidence: Link[];
  /** How it was given where the file comes from; null for one that is given by being imported. */
  provenance: Provenance | null;
}

const WORDS: Record<string, Verdict> = {
  y: "yes",
  true: "yes",
  n: "no",
  false: "no",
  partial: "partly",
  partially: "partly",
  unknown: "unclear",
  "?": "unclear",
  na: "not_applicable",
  "n/a": "not_applicable",
  "not for us": "not_applicable",
};

/** What saving says too; the first answer comes in, or another installation's history of the service would be lost. */
const RETIRED = "This service is retired: its answers are kept as they are. Change its lifecycle first.";

/** A verdict however it is written; null when it is none. */
function verdictOf(cell: string): Verdict | null {
  const word = cell.trim().toLowerCase();
  const spelt = word.replace(/[\s-]+/g, "_");
  return (
    VERDICTS.find((each) => each === spelt) ?? (Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null)
  );
}

/**
 * Rows of answers. A row without a verdict takes no answer back. With another verdict than is there, reason and
 * evidence are the row's; with the same one, an empty cell leaves what is there. A row that says when its answer was
 * given keeps that date, with which it is compared: nothing older takes the place of something newer, and where the date
 * is that of the answer here, what is different was changed in the file, and is given by being imported.
 * @param asked who is known here by address, and when it is imported
 */
export const answerRows = (asked: {
  authorOf: (email: string) => string | null;
  now: Date;
}): QuestionTable<AnswerFacts, KnownAnswer> => ({
  kind: "answer",
  what: "answers",
  known: ({ service, question }) => service.answers.get(question.key),
  show: (row) => ({
    ...{ verdict: row.verdict, reason: row.reason, evidence: COLUMN_TEXT.links(row.evidence) },
    ...("provenance" in row ? shownProvenance(row.provenance) : { savedAt: shownInstant(row.savedAt) }),
  }),
  read(cell, before, { service, question }) {
    const word = cell("verdict").trim().toLowerCase();
    if (word === "" || word === "unanswered")
      return {
        same: before ? "It has an answer here; a row without a verdict does not remove it." : null,
      };
    const refuse = (message: string) => ({ problems: [{ field: null, message }] });
    const verdict = verdictOf(word);
    if (!verdict) return refuse(`The verdict “${shown(cell("verdict"))}” is none of ${VERDICTS.join(", ")}.`);
    const evidence = evidenceOf(cell);
    if (typeof evidence === "string") return refuse(evidence);
    const provenance = readProvenance(cell, verdict, question, before, asked);
    if (typeof provenance === "string") return refuse(provenance);
    const kept = before?.verdict === verdict ? before : null;
    const after: AnswerFacts = {
      verdict,
      reason: cell("reason") || (kept?.reason ?? ""),
      evidence: evidence.length > 0 ? evidence : (kept?.evidence ?? []),
      provenance,
    };
    const same = kept !== null && kept.reason === after.reason && sameLinks(kept.evidence, after.evidence);
    const missing = missingFromAnswer(after, question);
    const read: Read<AnswerFacts> =
      before && service.lifecycle === "retired"
        ? { same: RETIRED }
        : missing.length > 0
          ? { problems: missing.map(({ message }) => ({ field: null, message })) }
          : { after, dated: provenance.savedAt !== null };
    if (!before || provenance.savedAt === null) return same ? { same: null } : read;
    const newer = provenance.savedAt.getTime() - before.savedAt.getTime();
    if (newer > 0) return read;
    if (same) return { same: null };
    if (newer < 0)
      return {
        same: `The answer here is newer, of ${shownInstant(before.savedAt)}; the one in the file is of ${shownInstant(provenance.savedAt)}: left as it is.`,
      };
    return "after" in read ? { ...read, after: { ...after, provenance: null } } : read;
  },
});

function evidenceOf(cell: Parameters<typeof readProvenance>[0]): Link[] | string {
  const evidence = readLinks(cell("evidence"));
  if ("wrong" in evidence)
    return `“${shown(evidence.wrong)}” is not an address that starts with http:, https: or mailto:.`;
  if (evidence.length > LIST_LIMITS.evidence) return `Use at most ${LIST_LIMITS.evidence} links as evidence.`;
  const problem =
    textProblem(cell("reason"), TEXT_LIMITS.reason) ??
    evidence
      .map(({ label, url }) => textProblem(label, TEXT_LIMITS.linkLabel) ?? textProblem(url, TEXT_LIMITS.url))
      .find((each) => each !== null);
  return problem ? `The reason or a link ${problem}.` : evidence;
}

/** What a row says of who gave its answer and when, for the preview. */
function shownProvenance(provenance: Provenance | null): Record<string, string> {
  if (provenance === null) return {};
  const { savedAt, author, authorId, token, doubtful } = provenance;
  const name = author === null ? null : authorId === null ? `says the file: ${author}` : author;
  return {
    ...(savedAt ? { savedAt: shownInstant(savedAt) } : {}),
    ...(name ? { savedBy: token ? `${name}, by the token ${token}` : name } : {}),
    ...(doubtful ? { stale: "yes: it counts as unclear until somebody confirms it" } : {}),
  };
}

const sameLinks = (a: readonly Link[], b: readonly Link[]) => COLUMN_TEXT.links(a) === COLUMN_TEXT.links(b);

/** What a row says of how its answer was given elsewhere. */
export interface Provenance {
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
function readProvenance(
  cell: ReturnType<typeof reader>,
  verdict: Verdict,
  question: { reviewAfterDays: number },
  before: KnownAnswer | undefined,
  { authorOf, now }: { authorOf: (email: string) => string | null; now: Date },
): Provenance | string {
  const date = cell("savedAt").trim();
  const savedAt = date === "" ? null : instantOf(date);
  if (date !== "" && savedAt === null)
    return `savedAt: “${shown(date)}” is not a date from 1970 on: write it as YYYY-MM-DD, or as the exports do.`;
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
const shownInstant = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
