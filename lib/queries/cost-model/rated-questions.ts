import "server-only";
import type { Scope } from "../../auth/scope";
import { questionTitles } from "../../db/question-titles";
import { type Question, questionTitle } from "../../domain/checklist";
import { askedVersions } from "../checklists/asked-versions";

/** A question whose rates may be set, with the checklist's own; its text is its title where it has none. */
export interface AskedQuestion extends Pick<Question, "key" | "text" | "area"> {
  title: string;
  costs: Pick<Question["costs"][number], "cost" | "incidentsPerYear">[];
  /** Where no newest version asks it: the version that services are still asked it in; else null. */
  older: { name: string; version: number; services: number } | null;
}

/**
 * Every question whose rates count, each once: of the newest published versions, then those that only older versions
 * ask, which services are still on (R2). A key that several ask has the rates of the newest.
 */
export async function loadRatedQuestions(_scope: Scope<"model:read">): Promise<AskedQuestion[]> {
  const byKey = new Map<string, AskedQuestion>();
  const versions = await askedVersions();
  const checklists = [...new Set(versions.map(({ checklist }) => checklist.id))];
  const titles = new Map(
    await Promise.all(checklists.map(async (id) => [id, await questionTitles(id)] as const)),
  );
  for (const { questions, newest, checklist, number, services } of versions) {
    for (const { key, text, area, costs } of questions) {
      if (byKey.has(key)) continue;
      byKey.set(key, {
        key,
        title: questionTitle({ title: titles.get(checklist.id)?.get(key), text }),
        text,
        area,
        costs: costs.map(({ cost, incidentsPerYear }) => ({ cost, incidentsPerYear })),
        older: newest ? null : { name: checklist.name, version: number, services },
      });
    }
  }
  return [...byKey.values()];
}
