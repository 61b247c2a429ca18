import { applies } from "./applies";
import type { Question } from "./checklist";
import {
  type AnswerCode,
  agesOutAfter,
  answerCode,
  arrivedAt,
  effectiveCode,
  type GivenAnswer,
  STATE_CODE,
} from "./effective-verdict";
import { isGapCode } from "./tally";
import type { Lifecycle, Tier } from "./vocabulary";

const UNANSWERED = STATE_CODE.unanswered;

/** Why something about a service changed: the causes of readiness points (H2). */
export type ChangeCause =
  | "created"
  | "answer"
  | "facts"
  | "deleted"
  | "restored"
  | "checklist"
  | "ageing"
  | "rates"
  | "waiver";

/** The facts that decide whether a question of a service is a gap, from an instant on. */
export interface FactsFrom {
  at: Date;
  tier: Tier;
  tags: readonly string[];
  lifecycle: Lifecycle;
  checklistVersionId: string;
  deleted: boolean;
  /** When tier or tags had last changed by then (S5). */
  scopeChangedAt: Date;
}

/** A row of facts as it was appended, before it is known since when tier and tags stood. */
export type FactsLine = Omit<FactsFrom, "scopeChangedAt">;

/**
 * Facts from line to line with when tier or tags had last changed (S5, H3): the order of tags says nothing.
 * @param lines oldest first
 * @param before what stood before the first line; null when that is the service's very first
 */
export function foldFacts<Line extends FactsLine>(
  lines: readonly Line[],
  before: FactsFrom | null,
): (Line & Pick<FactsFrom, "scopeChangedAt">)[] {
  const folded: (Line & Pick<FactsFrom, "scopeChangedAt">)[] = [];
  let last: FactsFrom | null = before;
  for (const line of lines) {
    const same = last !== null && last.tier === line.tier && isSameSet(last.tags, line.tags);
    const facts = { ...line, scopeChangedAt: same && last ? last.scopeChangedAt : line.at };
    folded.push(facts);
    last = facts;
  }
  return folded;
}

const isSameSet = (a: readonly string[], b: readonly string[]) =>
  a.every((each) => b.includes(each)) && b.every((each) => a.includes(each));

/**
 * The answers to one question as columns, oldest first: from the place `first` up to `end`, that one left out. Instants are
 * ms since 1970.
 */
export interface AnswerRun {
  /** When each came to be here. */
  at: ArrayLike<number>;
  /** When each was given: where its age starts (S5). */
  savedAt: ArrayLike<number>;
  /** See answerCode. */
  answers: ArrayLike<number>;
  first: number;
  end: number;
}

/** All that happened to one question of one service. */
export interface QuestionHistory {
  /** Oldest first. */
  facts: readonly FactsFrom[];
  run: AnswerRun;
  /** The question as a checklist version has it; undefined when that does not ask it. */
  questionOf(checklistVersionId: string): Question | undefined;
  /** Whether the service counts with these facts: while it does not, nothing is a gap. */
  counts(facts: FactsFrom): boolean;
}

/** Whether a service counts (S8): it is neither retired nor deleted. */
export const countsThen = ({ deleted, lifecycle }: Pick<FactsFrom, "deleted" | "lifecycle">): boolean =>
  !deleted && lifecycle !== "retired";

/** Given answers, oldest first, as columns. */
export const answerRun = (given: readonly GivenAnswer[]): AnswerRun => ({
  at: given.map((answer) => arrivedAt(answer).getTime()),
  savedAt: given.map(({ savedAt }) => savedAt.getTime()),
  answers: given.map(({ verdict, meaning }) => answerCode(verdict, meaning ?? 1)),
  first: 0,
  end: given.length,
});

/** Filled for one answer at a time: there are thousands. */
const answer: AnswerCode = { given: UNANSWERED, savedAt: 0, arrivedAt: 0, meaning: 1 };

/**
 * Whether a question was a gap (S4) of a service that counted: of one that did not count or was not there yet nothing is open.
 * @param line place of the facts that stood; -1 before the service was there
 * @param entry place of the answer that stood; before the first one while there was none
 * @param at ms
 */
function isGap(history: QuestionHistory, line: number, entry: number, at: number): boolean {
  const facts = history.facts[line];
  if (!facts || !history.counts(facts)) return false;
  const question = history.questionOf(facts.checklistVersionId);
  if (!question || !applies(question, facts)) return false;
  const { run } = history;
  if (entry < run.first) return true;
  const code = run.answers[entry] as number;
  answer.given = code & 7;
  answer.meaning = code >> 3;
  answer.arrivedAt = run.at[entry] as number;
  answer.savedAt = run.savedAt[entry] as number;
  const agesOut = agesOutAfter(answer.savedAt, question);
  const scopeChangedAt = facts.scopeChangedAt.getTime();
  return isGapCode(effectiveCode(answer, question.meaning ?? 1, agesOut, scopeChangedAt, at));
}

/**
 * The last time in a span that a question became a gap or stopped being one, found by going back through all that happened
 * to it: new facts, answers, answers going stale (H1, H2, S5). Mostly one of the last few instants is the one; no object is
 * made for any of them.
 * @param since ms; the span begins after it. @param until ms; the span ends with it
 * @returns ms; null when it did neither
 */
export function lastFlip(history: QuestionHistory, since: number, until: number): number | null {
  const { facts, run } = history;
  let [line, entry] = [facts.length - 1, run.end - 1];
  let [at, began] = [until, until];
  let open: boolean | null = null;
  for (;;) {
    while (line >= 0 && (facts[line] as FactsFrom).at.getTime() > at) line -= 1;
    while (entry >= run.first && (run.at[entry] as number) > at) entry -= 1;
    const before = isGap(history, line, entry, at);
    if (open !== null && before !== open) return began;
    open = before;
    began = beganBy(history, line, entry, at);
    if (began <= since) return null;
    at = began - 1;
  }
}

/** Since when everything was as it was at an instant (ms): facts, answer, and whether that was stale by its age. */
function beganBy(
  { facts, run, questionOf }: QuestionHistory,
  line: number,
  entry: number,
  at: number,
): number {
  const now = facts[line];
  const stoodSince = now ? now.at.getTime() : Number.NEGATIVE_INFINITY;
  if (entry < run.first) return stoodSince;
  const since = Math.max(stoodSince, run.at[entry] as number);
  const question = now && questionOf(now.checklistVersionId);
  const agesOut = question ? agesOutAfter(run.savedAt[entry] as number, question) : since;
  return agesOut > since && agesOut <= at ? agesOut : since;
}

/** By what a question became a gap or stopped being one at an instant (ms). */
export function causeAt({ facts, run }: QuestionHistory, at: number): ChangeCause {
  let line = facts.length - 1;
  while (line >= 0 && (facts[line] as FactsFrom).at.getTime() !== at) line -= 1;
  const [before, now] = [facts[line - 1], facts[line]];
  if (now && !before) return "created";
  for (let entry = run.first; entry < run.end; entry += 1) if (run.at[entry] === at) return "answer";
  if (!before || !now) return "ageing";
  if (before.deleted !== now.deleted) return now.deleted ? "deleted" : "restored";
  return before.checklistVersionId === now.checklistVersionId ? "facts" : "checklist";
}
