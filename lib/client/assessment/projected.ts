import type { AssessedQuestion, Scorecard } from "../../contracts/scorecard";
import { openness } from "../../domain/exposure";
import { type AssessedQuestion as Assessed, readiness } from "../../domain/readiness";
import { isUnsaved, newestOf } from "./draft";
import type { Local, Locals } from "./local";

/** The part of a scorecard that answers move. */
export type Projection = Pick<
  Scorecard,
  "score" | "standing" | "counts" | "areas" | "abilities" | "questions"
>;

/**
 * A scorecard as it will be once everything that is on its way is saved: the same arithmetic as on the server (S1–S5,
 * S9), so that numbers move with the answer. Drafts that cannot be saved yet, conflicts, and what may not be answered change nothing.
 * @returns questions that nothing local touches are the same objects as before
 */
export function projected(scorecard: Scorecard, locals: Locals): Projection {
  const questions = scorecard.questions.map((question) => {
    const local = locals.get(question.key);
    return local ? withLocal(question, local, scorecard.service.can.answer) : question;
  });
  const now = new Date(scorecard.asOf);
  const { score, standing, areas, abilities, counting, answered, gaps, blockers, accepted, ...rest } =
    readiness(questions.map(assessedOf), now);
  const { stale, unclear, unanswered } = rest;
  const counts = { counting, answered, gaps, blockers, accepted, stale, unclear, unanswered };
  return { score, standing, areas, abilities, counts, questions };
}

const ON_ITS_WAY: ReadonlySet<Local["state"]["kind"]> = new Set([
  "waiting",
  "saving",
  "retrying",
  "signed_out",
]);

function withLocal(question: AssessedQuestion, local: Local, mayAnswer: boolean): AssessedQuestion {
  const { question: _, ...newest } = newestOf(question, local.known);
  const { draft, state } = local;
  const verdict = mayAnswer && draft && isUnsaved(draft) && ON_ITS_WAY.has(state.kind) ? draft.verdict : null;
  const settled = { stale: false, questionChanged: false, staleAt: null };
  const fresh = verdict === null ? {} : { verdict, effectiveVerdict: verdict, ...settled };
  const answer = { ...newest, ...fresh };
  const gap = answer.effectiveVerdict !== "yes" && answer.effectiveVerdict !== "not_applicable";
  const isWorse = answer.verdict === "unclear" || openness(answer.verdict) > openness(question.verdict);
  const waived = gap && question.waived && !isWorse;
  const rate = question.costs.reduce((sum, cost) => sum + cost.incidentsPerYear, 0);
  return {
    ...question,
    ...answer,
    gap,
    waived,
    blocker: gap && question.critical && !waived,
    incidentsPerYear: rate * openness(answer.effectiveVerdict),
    earlier: Math.max(question.earlier, answer.version - 1),
  };
}

function assessedOf(question: AssessedQuestion): Assessed {
  const { verdict, effectiveVerdict, stale, staleAt, gap, waived, blocker } = question;
  return {
    question,
    answer: undefined,
    given: verdict,
    verdict: effectiveVerdict,
    ...{ stale, gap, waived, waivedUntil: null, blocker },
    changed: question.questionChanged,
    staleAt: staleAt === null ? null : new Date(staleAt),
  };
}
