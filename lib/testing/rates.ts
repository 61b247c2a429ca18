import { db } from "../db/client";
import type { Question } from "../domain/checklist";
import { COSTS } from "../domain/vocabulary";

/** Every row of the model there ever was, in order. */
export const modelRows = () => db().costModel.findMany({ orderBy: { number: "asc" } });

/** Questions with the rates that were in force at an instant, told from the rows of the model one by one (R2, H3). */
export async function naiveRates(
  questions: readonly Question[],
  at: Date,
  models?: Awaited<ReturnType<typeof modelRows>>,
): Promise<Question[]> {
  const rows = models ?? (await modelRows());
  const row = rows.filter((each) => each.at <= at).at(-1);
  const own = (row?.rates ?? {}) as Record<string, Record<string, { incidentsPerYear: number }>>;
  return questions.map((question) => {
    const costs = COSTS.map((cost) => {
      const usual = question.costs.find((each) => each.cost === cost);
      const rate = own[question.key]?.[cost]?.incidentsPerYear ?? usual?.incidentsPerYear ?? 0;
      return { cost, incidentsPerYear: rate, because: usual?.because ?? "" };
    });
    return { ...question, costs: costs.filter((each) => each.incidentsPerYear > 0) };
  });
}
