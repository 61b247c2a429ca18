import { missingFromAnswer } from "../answer-rules";
import { LIST_LIMITS, TEXT_LIMITS } from "../text";
import { VERDICTS, type Verdict } from "../vocabulary";
import { COLUMN_TEXT, readLinks } from "./cells";
import type { KnownAnswer } from "./known-answers";
import type { QuestionTable } from "./plan-table";
import { shown, textProblem } from "./texts";
import type { WantedLink } from "./wanted";

/** An answer as a row gives it. */
export interface AnswerFacts {
  verdict: Verdict;
  reason: string;
  evidence: WantedLink[];
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
 * evidence are the row's; with the same one, an empty cell leaves what is there.
 */
export const ANSWER_TABLE: QuestionTable<AnswerFacts, KnownAnswer> = {
  kind: "answer",
  what: "answers",
  known: ({ service, question }) => service.answers.get(question.key),
  show: ({ verdict, reason, evidence }) => ({ verdict, reason, evidence: COLUMN_TEXT.links(evidence) }),
  read(cell, before, { question }) {
    const word = cell("verdict").trim().toLowerCase();
    if (word === "" || word === "unanswered")
      return {
        same: before ? "It has an answer here, which a row without a verdict does not take back." : null,
      };
    const refuse = (message: string) => ({ problems: [{ field: null, message }] });
    const verdict = verdictOf(word);
    if (!verdict) return refuse(`The verdict “${shown(cell("verdict"))}” is none of ${VERDICTS.join(", ")}.`);
    const evidence = readLinks(cell("evidence"));
    if ("wrong" in evidence)
      return refuse(`“${shown(evidence.wrong)}” is no address that starts with http:, https: or mailto:.`);
    if (evidence.length > LIST_LIMITS.evidence)
      return refuse(`Use at most ${LIST_LIMITS.evidence} links as evidence.`);
    const problem =
      textProblem(cell("reason"), TEXT_LIMITS.reason) ??
      evidence
        .map(
          ({ label, url }) => textProblem(label, TEXT_LIMITS.linkLabel) ?? textProblem(url, TEXT_LIMITS.url),
        )
        .find((each) => each !== null);
    if (problem) return refuse(`The reason or a link ${problem}.`);
    const kept = before?.verdict === verdict ? before : null;
    const after: AnswerFacts = {
      verdict,
      reason: cell("reason") || (kept?.reason ?? ""),
      evidence: evidence.length > 0 ? evidence : (kept?.evidence ?? []),
    };
    if (kept && kept.reason === after.reason && sameLinks(kept.evidence, after.evidence))
      return { same: null };
    const missing = missingFromAnswer(after, question);
    return missing.length > 0
      ? { problems: missing.map(({ message }) => ({ field: null, message })) }
      : { after };
  },
};

const sameLinks = (a: readonly WantedLink[], b: readonly WantedLink[]) =>
  COLUMN_TEXT.links(a) === COLUMN_TEXT.links(b);
