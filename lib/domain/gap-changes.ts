import { applies } from "./applies";
import type { Question } from "./checklist";
import { arrivedAt, effectiveVerdict, type GivenAnswer } from "./effective-verdict";
import type { Lifecycle, Tier } from "./vocabulary";

/** Why something about a service changed: the causes of readiness points (H2). */
export type ChangeCause =
  | "created"
  | "answer"
  | "facts"
  | "deleted"
  | "restored"
  | "checklist"
  | "ageing"
  | "rates";

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

/** When a question became a gap or stopped being one, and by what. */
export interface GapFlip {
  at: Date;
  cause: ChangeCause;
}

/**
 * Whether a question was a gap of a service (S4) that counted (S8): of one that was retired, deleted or not there yet
 * nothing is open.
 * @param facts null before the service was there
 * @param question as the checklist version of then has it; undefined when that does not ask it
 */
export function isGap(
  facts: FactsFrom | null,
  question: Question | undefined,
  answer: GivenAnswer | undefined,
  at: Date,
): boolean {
  if (!facts || facts.deleted || facts.lifecycle === "retired") return false;
  if (!question || !applies(question, facts)) return false;
  const { verdict } = effectiveVerdict(answer, question, facts.scopeChangedAt, at);
  return verdict !== "yes" && verdict !== "not_applicable";
}

/**
 * The last time in a span that one question of a service became a gap or stopped being one, found by going through all
 * that happened to it in order: new facts, entries, answers going stale (H1, H2, S5).
 * @param facts oldest first; the first ones may stand from before the span
 * @param answers its entries, oldest first; the first one may be from before the span
 * @param questionOf the question as a checklist version has it
 * @returns null when it did neither
 */
export function lastFlip(
  facts: readonly FactsFrom[],
  answers: readonly GivenAnswer[],
  questionOf: (checklistVersionId: string) => Question | undefined,
  { since, until }: { since: Date; until: Date },
): GapFlip | null {
  const stateAt = (at: Date) => {
    const now = facts.findLast((each) => each.at <= at) ?? null;
    const answer = answers.findLast((each) => arrivedAt(each) <= at);
    return isGap(now, now ? questionOf(now.checklistVersionId) : undefined, answer, at);
  };
  // From the end: mostly one of the last few instants is the one.
  const all = instants(facts, answers, questionOf).filter((at) => at > since && at <= until);
  let open = stateAt(until);
  for (const [index, at] of [...all.entries()].reverse()) {
    const before = stateAt(all[index - 1] ?? since);
    if (before !== open) return { at, cause: causeAt(facts, answers, at) };
    open = before;
  }
  return null;
}

/** Every instant at which something can have changed, in order. */
function instants(
  facts: readonly FactsFrom[],
  answers: readonly GivenAnswer[],
  questionOf: (checklistVersionId: string) => Question | undefined,
): Date[] {
  const versions = [...new Set(facts.map((each) => each.checklistVersionId))];
  const questions = versions.flatMap((version) => questionOf(version) ?? []);
  const stale = answers.flatMap((answer) =>
    questions.flatMap(
      (question) => effectiveVerdict(answer, question, answer.savedAt, answer.savedAt).staleAt ?? [],
    ),
  );
  const all = [...facts.map((each) => each.at), ...answers.map(arrivedAt), ...stale];
  return [...new Set(all.map(Number))].sort((a, b) => a - b).map((ms) => new Date(ms));
}

function causeAt(facts: readonly FactsFrom[], answers: readonly GivenAnswer[], at: Date): ChangeCause {
  const index = facts.findLastIndex((each) => each.at.getTime() === at.getTime());
  const [before, now] = [facts[index - 1], facts[index]];
  if (now && !before) return "created";
  if (answers.some((each) => arrivedAt(each).getTime() === at.getTime())) return "answer";
  if (!before || !now) return "ageing";
  if (before.deleted !== now.deleted) return now.deleted ? "deleted" : "restored";
  return before.checklistVersionId === now.checklistVersionId ? "facts" : "checklist";
}
