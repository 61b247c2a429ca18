import { IMPORT_TABLES } from "@/lib/domain/import-columns";
import { EMPTY_DRAFT, type ImportDraft } from "./draft";

/** Characters that a draft may take up in the browser: its room is about five million, for everything. */
const MOST = 2_500_000;

const keyOf = (person: string) => `plumbline.import/${person}`;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isPart = (value: unknown): boolean =>
  isRecord(value) &&
  (value.name === null || typeof value.name === "string") &&
  typeof value.text === "string";

/** A draft as it was kept, whatever wrote it; null when it is none. */
export function readDraft(value: unknown): ImportDraft | null {
  if (!isRecord(value) || !Array.isArray(value.parts) || value.parts.length === 0) return null;
  if (!value.parts.every(isPart) || !isRecord(value.columns) || !isRecord(value.corrections)) return null;
  const places = Object.values(value.columns).every((place) => place === null || Number.isSafeInteger(place));
  const named = Object.values(value.corrections).every(
    (each) => isRecord(each) && typeof each.name === "string",
  );
  if (!places || !named) return null;
  const { parts, columns, corrections } = value as unknown as ImportDraft;
  return {
    ...EMPTY_DRAFT,
    step: value.step === "preview" ? "preview" : "choose",
    source: value.source === "csv" ? "csv" : "backstage",
    what: IMPORT_TABLES.find((each) => each === value.what) ?? null,
    parts,
    columns,
    corrections,
    recheck: value.recheck === true,
  };
}

/**
 * Keeps a draft for as long as the tab lives; an empty one is forgotten.
 * @returns false when it is too large, or the browser has no room or forbids it
 */
export function storeDraft(storage: Storage, person: string, draft: ImportDraft): boolean {
  try {
    storage.removeItem(keyOf(person));
    if (draft.parts.every(({ text }) => text.trim() === "")) return true;
    const { dropped: _, ...kept } = draft;
    const text = JSON.stringify(kept);
    if (text.length > MOST) return false;
    storage.setItem(keyOf(person), text);
    return true;
  } catch {
    return false;
  }
}

/** What one person had begun in this tab; null when nothing. */
export function findDraft(storage: Storage, person: string): ImportDraft | null {
  try {
    return readDraft(JSON.parse(storage.getItem(keyOf(person)) ?? "null"));
  } catch {
    return null;
  }
}
