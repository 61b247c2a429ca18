import type { Question } from "@/lib/contracts/scorecard";
import { type Area, COSTS, type Cost } from "@/lib/domain/vocabulary";
import { readNumber } from "./amounts";
import type { ModelFields } from "./model-form-state";
import { type ModelTexts, rateField } from "./model-texts";

/** What the form needs of a question of a checklist. */
export type RatedQuestion = Pick<Question, "key" | "title" | "text" | "area"> & {
  costs: readonly { cost: Cost; incidentsPerYear: number }[];
  /** Where only an older version asks it, which services are still on. */
  older?: { name: string; version: number; services: number } | null;
};

/** One rate: the checklist's, and the organisation's own beside it. */
export interface RateRow {
  cost: Cost;
  /** Null where the checklist names no such cost. */
  usual: number | null;
  own: string;
  why: string;
}

/** What an own rate of 0 means, while that is what stands in its field; null otherwise. */
export const zeroWords = (own: string): string | null =>
  readNumber(own) === 0 ? "0 removes this cost from the question." : null;

/** Which rates are shown. */
export interface RateFilter {
  area: Area | "";
  cost: Cost | "";
  own: boolean;
}

/** The rates of a question: the checklist's costs, and those that the organisation has added or is adding. */
export function rateRows(
  question: RatedQuestion,
  texts: ModelTexts,
  base: ModelTexts,
  added: ReadonlySet<string>,
): RateRow[] {
  return COSTS.flatMap((cost) => {
    const usual = question.costs.find((each) => each.cost === cost)?.incidentsPerYear ?? null;
    const own = texts[rateField(question.key, cost)] ?? "";
    const why = texts[rateField(question.key, cost, "why")] ?? "";
    const name = rateField(question.key, cost);
    const here = usual !== null || `${own}${why}${base[name] ?? ""}` !== "" || added.has(name);
    return here ? [{ cost, usual, own, why }] : [];
  });
}

/**
 * The questions with their rates that a filter leaves; a question stays while one of its rates does, and a rate while
 * something is wrong with it.
 */
export function ratesShown(
  questions: readonly RatedQuestion[],
  filter: RateFilter,
  { texts, base, errors }: Pick<ModelFields, "texts" | "base" | "errors">,
  added: ReadonlySet<string>,
): { question: RatedQuestion; rows: RateRow[] }[] {
  return questions.flatMap((question) => {
    const here = filter.area === "" || question.area === filter.area;
    const rows = rateRows(question, texts, base, added).filter(({ cost, own }) => {
      const name = rateField(question.key, cost);
      if (errors[name] || errors[rateField(question.key, cost, "why")]) return true;
      const isOwn = own !== "" || (base[name] ?? "") !== "";
      return here && (filter.cost === "" || cost === filter.cost) && (!filter.own || isOwn);
    });
    return rows.length === 0 ? [] : [{ question, rows }];
  });
}

/** Own rates of questions that neither a newest version asks nor any service is asked. */
export function strayRates(questions: readonly RatedQuestion[], texts: ModelTexts): string[] {
  const asked = new Set(questions.map(({ key }) => key));
  const found = Object.entries(texts).flatMap(([field, text]) => {
    const [kind, question = ""] = field.split(".");
    return kind === "rate" && text !== "" && !asked.has(question) ? [question] : [];
  });
  return [...new Set(found)];
}
