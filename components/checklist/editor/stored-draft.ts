import type { QuestionDraft } from "@/lib/contracts/checklists";

/** What a person had written about a draft and not saved, with what it was written over. */
export interface StoredDraft {
  base: { revision: number; note: string; questions: QuestionDraft[] };
  note: string;
  questions: QuestionDraft[];
}

/** Where a browser keeps it: apart by person and draft. A draft that is begun anew is another one. */
export const storageKey = (person: string, checklist: string, createdAt: string) =>
  `plumbline.checklist.${person}.${checklist}.${createdAt}`;

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === "object" && value !== null;
const isQuestion = (value: unknown): value is QuestionDraft =>
  isObject(value) &&
  ["key", "area", "text", "why", "convincing", "howToFix", "ability"].every(
    (name) => typeof value[name] === "string",
  ) &&
  Array.isArray(value.tags) &&
  Array.isArray(value.costs) &&
  value.costs.every((cost) => isObject(cost) && typeof cost.cost === "string");
const isList = (value: unknown): value is QuestionDraft[] => Array.isArray(value) && value.every(isQuestion);

/** Reads what was kept; null when there is nothing, or nothing that can be read. */
export function parseStoredDraft(text: string | null): StoredDraft | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || !isObject(value.base) || typeof value.note !== "string") return null;
    const { base, note, questions } = value;
    if (!isList(questions) || !isList(base.questions)) return null;
    if (typeof base.revision !== "number" || typeof base.note !== "string") return null;
    return { base: { revision: base.revision, note: base.note, questions: base.questions }, note, questions };
  } catch {
    return null;
  }
}

/** The browser's storage, where there is one that lets itself be used. */
export function storageOf(): Pick<Storage, "getItem" | "setItem" | "removeItem"> | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
