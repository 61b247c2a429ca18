import type { Question, TitledQuestion } from "../domain/checklist";
import { reader, type Tx } from "./transaction";

/** What the questions of a checklist are called, by key, in all of its versions; empty where somebody took a title away. */
export type QuestionTitles = ReadonlyMap<string, string>;

/** The titles of a checklist as they are now. */
export async function questionTitles(checklistId: string): Promise<QuestionTitles> {
  const rows = await reader().questionTitle.findMany({
    where: { checklistId },
    select: { key: true, title: true },
  });
  return new Map(rows.map(({ key, title }) => [key, title]));
}

/** Questions with the titles that they have: of a draft, as it will call them. Empty where there is none. */
export const withTitles = (questions: readonly Question[], titles: QuestionTitles): TitledQuestion[] =>
  questions.map((question) => ({ ...question, title: question.title ?? titles.get(question.key) ?? "" }));

/** Calls the questions of a checklist what a draft calls them, in every version; those of which it says nothing stay. */
export async function writeTitles(
  tx: Tx,
  checklistId: string,
  questions: readonly Question[],
): Promise<void> {
  const given = questions.flatMap(({ key, title }) => (title === undefined ? [] : [[key, title]]));
  if (given.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "QuestionTitle" ("checklistId", "key", "title")
    SELECT ${checklistId}::uuid, each->>0, each->>1 FROM jsonb_array_elements(${JSON.stringify(given)}::jsonb) each
    ON CONFLICT ("checklistId", "key") DO UPDATE SET "title" = EXCLUDED."title"`;
}
