import type { QuestionDraft } from "@/lib/contracts/checklists";
import { CHECKLIST_LIMITS } from "@/lib/domain/checklist-draft";
import { slugOf } from "@/lib/domain/text";
import { AREAS, type Area, COSTS } from "@/lib/domain/vocabulary";

/** A question with its members in one order, so that the same words are the same text. */
export function settled(question: QuestionDraft): QuestionDraft {
  const { key, area, title = "", text, meaning, why, convincing, howToFix } = question;
  const { ability, weight, critical, upToTier, tags, reviewAfterDays, effortDays, costs } = question;
  return {
    ...{ key, area, title, text, meaning, why, convincing, howToFix },
    ...{ ability, weight, critical, upToTier, tags: [...tags], reviewAfterDays, effortDays },
    costs: costs
      .map(({ cost, incidentsPerYear, because }) => ({ cost, incidentsPerYear, because }))
      .sort((a, b) => COSTS.indexOf(a.cost) - COSTS.indexOf(b.cost)),
  };
}

/** The list as it is sent: areas in their fixed order, questions in theirs. */
export const byArea = (questions: readonly QuestionDraft[]): QuestionDraft[] =>
  AREAS.flatMap((area) => questions.filter((question) => question.area === area)).map(settled);

/** Whether two lists say the same. */
export const sameQuestions = (a: readonly QuestionDraft[], b: readonly QuestionDraft[]): boolean =>
  JSON.stringify(byArea(a)) === JSON.stringify(byArea(b));

/** A new question with a key of its own, at the end of an area. */
export function withNew(
  questions: readonly QuestionDraft[],
  area: Area,
  text: string,
  taken: ReadonlySet<string>,
): { questions: QuestionDraft[]; key: string } {
  const base = slugOf(text, "question")
    .slice(0, CHECKLIST_LIMITS.key - 4)
    .replace(/-+$/, "");
  const used = new Set([...taken, ...questions.map((question) => question.key)]);
  let key = base;
  for (let number = 2; used.has(key); number += 1) key = `${base}-${number}`;
  const fresh: QuestionDraft = {
    ...{ key, area, title: "", text: text.trim(), meaning: 1, why: "", convincing: "", howToFix: "" },
    ...{ ability: "understandable", weight: 3, critical: false, upToTier: 4, tags: [] },
    ...{ reviewAfterDays: 180, effortDays: 1, costs: [] },
  };
  return { questions: [...questions, fresh], key };
}

/** The list with a retired question in the place that it had: after the nearest one before it that is still asked. */
export function withBack(
  questions: readonly QuestionDraft[],
  before: readonly QuestionDraft[],
  question: QuestionDraft,
): QuestionDraft[] {
  const was = before.filter(({ area }) => area === question.area).map(({ key }) => key);
  const ahead = was.slice(0, was.indexOf(question.key));
  const at = questions.findLastIndex(({ key, area }) => area === question.area && ahead.includes(key));
  const first = questions.findIndex(({ area }) => area === question.area);
  return questions.toSpliced(at >= 0 ? at + 1 : Math.max(first, 0), 0, question);
}

/** The list with one question changed. */
export const withChange = (
  questions: readonly QuestionDraft[],
  key: string,
  change: Partial<QuestionDraft>,
): QuestionDraft[] =>
  questions.map((question) => (question.key === key ? settled({ ...question, ...change }) : question));

/** The list with one question a place up or down among those of its area. */
export function withMove(
  questions: readonly QuestionDraft[],
  key: string,
  by: 1 | -1,
): { questions: QuestionDraft[]; place: number; of: number } | null {
  const area = questions.find((question) => question.key === key)?.area;
  const inArea = questions.filter((question) => question.area === area);
  const at = inArea.findIndex((question) => question.key === key);
  const [one, other] = [inArea[at], inArea[at + by]];
  if (!one || !other) return null;
  const moved = questions.map((question) => (question === one ? other : question === other ? one : question));
  return { questions: moved, place: at + by + 1, of: inArea.length };
}

/** What was refused, by question and field: "questions.3.weight" of the list that was sent becomes its key and "weight". */
export function errorsByQuestion(
  sent: readonly QuestionDraft[],
  errors: Readonly<Record<string, string>>,
): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  for (const [path, message] of Object.entries(errors)) {
    const [, index, field] = /^questions\.(\d+)\.(.+)$/.exec(path) ?? [];
    const key = sent[Number(index)]?.key;
    if (key === undefined || field === undefined) continue;
    found[key] = { ...found[key], [field]: message };
  }
  return found;
}
