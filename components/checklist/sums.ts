import type { Question } from "@/lib/domain/checklist";
import { expectedIncidents, totalIncidents } from "@/lib/domain/exposure";
import { questionNumbers } from "@/lib/domain/question-number";
import { COSTS, type Cost } from "@/lib/domain/vocabulary";

/** A question with its place in the version: 3.2 is the second of the third area, filtered or not. */
export type Numbered<Q> = Q & { number: string };

/** Numbers the questions of a version by area and place within it. */
export function numbered<Q extends Pick<Question, "key" | "area">>(questions: readonly Q[]): Numbered<Q>[] {
  const numbers = questionNumbers(questions);
  return questions.map((question) => ({ ...question, number: numbers.get(question.key) ?? "" }));
}

type Costly = Pick<Question, "costs">;

/** Incidents a year by cost with every one of the questions open (R2), the largest first; costs without any are left out. */
export function worstCase(questions: readonly Costly[]): { cost: Cost; incidents: number }[] {
  const byCost = expectedIncidents(questions.map(({ costs }) => ({ verdict: "no", costs, waived: false })));
  return COSTS.map((cost) => ({ cost, incidents: byCost[cost].known }))
    .filter(({ incidents }) => incidents > 0)
    .sort((a, b) => b.incidents - a.incidents);
}

/** Incidents a year of all costs together with every one of the questions open (R2); a rate being typed is none yet. */
export function worstTotal(questions: readonly Costly[]): number {
  const open = questions.map(({ costs }) => ({
    verdict: "no" as const,
    costs: costs.filter(({ incidentsPerYear }) => Number.isFinite(incidentsPerYear)),
    waived: false,
  }));
  return totalIncidents(expectedIncidents(open)).known;
}
