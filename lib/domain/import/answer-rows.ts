import { missingFromAnswer } from "../answer-rules";
import { LIST_LIMITS, TEXT_LIMITS } from "../text";
import { VERDICTS, type Verdict } from "../vocabulary";
import { COLUMN_TEXT, readLinks } from "./cells";
import type { KnownAnswer } from "./known-answers";
import type { QuestionTable, Read } from "./plan-table";
import { readSaid, type Said, shownInstant } from "./said";
import { shown, textProblem } from "./texts";
import type { WantedLink } from "./wanted";

/** An answer as a row gives it. */
export interface AnswerFacts {
  verdict: Verdict;
  reason: string;
  evidence: WantedLink[];
  /** How it was given where the file comes from; null for one that is given by being imported. */
  said: Said | null;
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
    ...("said" in row ? shownSaid(row.said) : { savedAt: shownInstant(row.savedAt) }),
  }),
  read(cell, before, { service, question }) {
    const word = cell("verdict").trim().toLowerCase();
    if (word === "" || word === "unanswered")
      return {
        same: before ? "It has an answer here, which a row without a verdict does not take back." : null,
      };
    const refuse = (message: string) => ({ problems: [{ field: null, message }] });
    const verdict = verdictOf(word);
    if (!verdict) return refuse(`The verdict “${shown(cell("verdict"))}” is none of ${VERDICTS.join(", ")}.`);
    const evidence = evidenceOf(cell);
    if (typeof evidence === "string") return refuse(evidence);
    const said = readSaid(cell, verdict, question, before, asked);
    if (typeof said === "string") return refuse(said);
    const kept = before?.verdict === verdict ? before : null;
    const after: AnswerFacts = {
      verdict,
      reason: cell("reason") || (kept?.reason ?? ""),
      evidence: evidence.length > 0 ? evidence : (kept?.evidence ?? []),
      said,
    };
    const same = kept !== null && kept.reason === after.reason && sameLinks(kept.evidence, after.evidence);
    const missing = missingFromAnswer(after, question);
    const read: Read<AnswerFacts> =
      before && service.lifecycle === "retired"
        ? { same: RETIRED }
        : missing.length > 0
          ? { problems: missing.map(({ message }) => ({ field: null, message })) }
          : { after, dated: said.savedAt !== null };
    if (!before || said.savedAt === null) return same ? { same: null } : read;
    const newer = said.savedAt.getTime() - before.savedAt.getTime();
    if (newer > 0) return read;
    if (same) return { same: null };
    if (newer < 0)
      return {
        same: `The answer here is newer, of ${shownInstant(before.savedAt)}; that of the file is of ${shownInstant(said.savedAt)}: left as it is.`,
      };
    return "after" in read ? { ...read, after: { ...after, said: null } } : read;
  },
});

function evidenceOf(cell: Parameters<typeof readSaid>[0]): WantedLink[] | string {
  const evidence = readLinks(cell("evidence"));
  if ("wrong" in evidence)
    return `“${shown(evidence.wrong)}” is no address that starts with http:, https: or mailto:.`;
  if (evidence.length > LIST_LIMITS.evidence) return `Use at most ${LIST_LIMITS.evidence} links as evidence.`;
  const problem =
    textProblem(cell("reason"), TEXT_LIMITS.reason) ??
    evidence
      .map(({ label, url }) => textProblem(label, TEXT_LIMITS.linkLabel) ?? textProblem(url, TEXT_LIMITS.url))
      .find((each) => each !== null);
  return problem ? `The reason or a link ${problem}.` : evidence;
}

/** What a row says of who gave its answer and when, for the preview. */
function shownSaid(said: Said | null): Record<string, string> {
  if (said === null) return {};
  const { savedAt, author, authorId, token, doubtful } = said;
  const name = author === null ? null : authorId === null ? `says the file: ${author}` : author;
  return {
    ...(savedAt ? { savedAt: shownInstant(savedAt) } : {}),
    ...(name ? { savedBy: token ? `${name}, by the token ${token}` : name } : {}),
    ...(doubtful ? { stale: "yes: it counts as unclear until somebody confirms it" } : {}),
  };
}

const sameLinks = (a: readonly WantedLink[], b: readonly WantedLink[]) =>
  COLUMN_TEXT.links(a) === COLUMN_TEXT.links(b);
