import type { Question } from "./checklist";
import type { FieldProblem } from "./errors";
import { isBlank } from "./text";

/** Limits of a checklist: how many questions, how many characters, how many services at a time. */
export const CHECKLIST_LIMITS = {
  questions: 200,
  key: 60,
  name: 120,
  title: 42,
  note: 2000,
  question: 300,
  text: 2000,
  because: 300,
  move: 1000,
} as const;

/** What a key meant in earlier versions: what it means where a draft began, and the highest number it ever had. */
export interface KnownMeaning {
  based: number;
  highest: number;
}

/**
 * What is wrong with a list of questions as a draft, beyond the shape of each: keys that stand twice, and meanings from
 * before what the question meant.
 */
export function draftProblems(
  questions: readonly Pick<Question, "key" | "meaning">[],
  known: ReadonlyMap<string, KnownMeaning>,
): FieldProblem[] {
  const first = new Map<string, number>();
  return questions.flatMap(({ key, meaning = 1 }, index): FieldProblem[] => {
    const problems: FieldProblem[] = [];
    const twin = first.get(key);
    if (twin !== undefined) {
      problems.push({
        field: `questions.${index}.key`,
        message: `Question ${twin + 1} has this key already.`,
      });
    } else first.set(key, index);
    const based = known.get(key)?.based ?? 1;
    if (meaning < based) {
      const message = `It means ${based} already: write that, or a higher number when it now asks something else.`;
      problems.push({ field: `questions.${index}.meaning`, message });
    }
    return problems;
  });
}

/**
 * The number of what a question of a draft means (S5): what it meant where the draft began, or, when the editor says a
 * higher one, the next that no version used. Of a question that no other version has, as it is written.
 */
export function draftMeaning(
  { key, meaning = 1 }: Pick<Question, "key" | "meaning">,
  known: ReadonlyMap<string, KnownMeaning>,
): number {
  const before = known.get(key);
  if (!before) return meaning;
  return meaning > before.based ? before.highest + 1 : before.based;
}

/**
 * What is kept of a title that a draft gives: nothing where its checklist calls the question that already, so that what is
 * changed there meanwhile stays; empty where the draft takes the title away.
 * @param titles what the questions of the checklist are called, by key
 */
export function draftTitle(
  { key, title }: Pick<Question, "key" | "title">,
  titles: ReadonlyMap<string, string>,
): string | undefined {
  return title === (titles.get(key) ?? "") ? undefined : title;
}

const TEXTS = [
  ["text", "Write the question."],
  ["why", "Write why it matters."],
  ["convincing", "Write what evidence would convince."],
  ["howToFix", "Write how a team gets there."],
] as const;

/**
 * What keeps a draft from being published: no question, a text that is not written, a question without a cost (every
 * gap leads to at least one of the eight).
 */
export function publicationProblems(questions: readonly Question[]): FieldProblem[] {
  if (questions.length === 0) return [{ field: "questions", message: "Add at least one question." }];
  return questions.flatMap((question, index) => [
    ...TEXTS.filter(([field]) => isBlank(question[field])).map(([field, message]) => ({
      field: `questions.${index}.${field}`,
      message,
    })),
    ...(question.costs.length === 0
      ? [
          {
            field: `questions.${index}.costs`,
            message: "Name at least one cost that it leads to while it is open.",
          },
        ]
      : []),
  ]);
}
