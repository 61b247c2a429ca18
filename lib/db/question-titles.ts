import { reader } from "./transaction";

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
