import type { Question } from "@/lib/domain/checklist";
import { expectedIncidents, totalIncidents } from "@/lib/domain/exposure";
import { AREAS, type Area, COSTS, type Cost } from "@/lib/domain/vocabulary";

/** A question with its place in the version: 3.2 is the second of the third area, filtered or not. */
export type Numbered<Q> = Q & { number: string };

/** Numbers the questions of a version by area and place within it. */
export function numbered<Q extends Pick<Question, "area">>(questions: readonly Q[]): Numbered<Q>[] {
  const places = new Map<Area, number>();
  return questions.map((question) => {
    const place = (places.get(question.area) ?? 0) + 1;
    places.set(question.area, place);
    return { ...question, number: `${AREAS.indexOf(question.area) + 1}.${place}` };
  });
}

type Costly = Pick<Question, "costs">;

/** Incidents a year by cost with every one of the questions open (R2), the largest first; costs without any are left out. */
export function worstCase(questions: readonly Costly[]): { cost: Cost; incidents: number }[] {
  const byCost = expectedIncidents(questions.map(({ costs }) => ({ verdict: "no", costs, waived: false })));
  return COSTS.map((cost) => ({ cost, incidents: byCost[cost].known }))
    .filter(({ incidents }) => incidents > 0)
    .sort((a, b) => b.incidents - a.incidents);
}

/** Incidents a year of all costs together with every one of the questions open (R2). */
export const worstTotal = (questions: readonly Costly[]): number =>
  totalIncidents(expectedIncidents(questions.map(({ costs }) => ({ verdict: "no", costs, waived: false }))))
    .known;
