import type { ImportField, ImportTable } from "@/lib/domain/import-columns";
import type { Correction, ImportRow } from "@/lib/domain/import-rows";
import type { ImportSource, Part } from "./parts";

/** What a person corrected in one row, and the name it had then: by that it is known again after the text changed. */
export interface Corrected extends Correction {
  name: string;
}

/** Everything that somebody has put into an import that is not made yet. */
export interface ImportDraft {
  step: "choose" | "preview";
  source: ImportSource;
  parts: Part[];
  /** What a table is about; null when its headers are to tell. */
  what: ImportTable | null;
  /** Columns chosen by hand: a place from 0, or null for none. The others are matched by name. */
  columns: Partial<Record<ImportField, number | null>>;
  /** By the key of a row. */
  corrections: Record<string, Corrected>;
  /** The text changed since the corrections were made: those of rows that are gone are to be dropped. */
  recheck: boolean;
  /** How many corrections were dropped so. */
  dropped: number;
}

export const EMPTY_DRAFT: ImportDraft = {
  step: "choose",
  source: "backstage",
  parts: [{ name: null, text: "" }],
  what: null,
  columns: {},
  corrections: {},
  recheck: false,
  dropped: 0,
};

/** A row that is corrected. */
export type RowName = Pick<ImportRow, "key" | "name">;

export type DraftAction =
  | { type: "source"; source: ImportSource }
  | { type: "parts"; parts: Part[]; source?: ImportSource }
  | { type: "step"; step: ImportDraft["step"] }
  | { type: "what"; what: ImportTable }
  /** `place` undefined: as matched by name again. */
  | { type: "column"; field: ImportField; place: number | null | undefined }
  | { type: "correct"; rows: readonly RowName[]; correction: Correction }
  | { type: "takeBack"; keys?: readonly string[] }
  | { type: "previewed"; rows: readonly RowName[] }
  | { type: "restore"; draft: ImportDraft };

const headOf = (parts: readonly Part[]): string => parts[0]?.text.trimStart().split(/\r?\n|\r/, 1)[0] ?? "";

/** One step of a person, or what a preview told. What can be kept is kept. */
export function draftReducer(draft: ImportDraft, action: DraftAction): ImportDraft {
  switch (action.type) {
    case "source":
      return action.source === draft.source
        ? draft
        : { ...draft, source: action.source, what: null, columns: {}, corrections: {}, recheck: false };
    case "parts":
      return withParts(draft, action.parts, action.source ?? draft.source);
    case "step":
      return { ...draft, step: action.step };
    case "what":
      return { ...draft, what: action.what, columns: {}, corrections: {}, recheck: false };
    case "column": {
      const { [action.field]: _, ...columns } = draft.columns;
      return {
        ...draft,
        columns: action.place === undefined ? columns : { ...columns, [action.field]: action.place },
      };
    }
    case "correct":
      return { ...draft, dropped: 0, corrections: corrected(draft.corrections, action) };
    case "takeBack": {
      const kept = Object.entries(draft.corrections).filter(([key]) => action.keys?.includes(key) === false);
      return { ...draft, dropped: 0, corrections: Object.fromEntries(kept) };
    }
    case "previewed":
      return draft.recheck ? rechecked(draft, action.rows) : draft;
    case "restore":
      return action.draft;
  }
}

function withParts(draft: ImportDraft, parts: Part[], source: ImportSource): ImportDraft {
  const moved = source !== draft.source;
  const corrections = moved ? {} : draft.corrections;
  const otherTable = moved || (source === "csv" && headOf(parts) !== headOf(draft.parts));
  return {
    ...draft,
    source,
    parts,
    corrections,
    recheck: Object.keys(corrections).length > 0,
    dropped: 0,
    ...(otherTable ? { what: null, columns: {} } : {}),
  };
}

function corrected(
  before: ImportDraft["corrections"],
  { rows, correction }: Extract<DraftAction, { type: "correct" }>,
): ImportDraft["corrections"] {
  const corrections = { ...before };
  for (const { key, name } of rows) {
    const merged = Object.entries({ ...corrections[key], ...correction, name });
    const said = merged.filter(([, value]) => value !== undefined && value !== "" && value !== false);
    if (said.some(([field]) => field !== "name"))
      corrections[key] = Object.fromEntries(said) as unknown as Corrected;
    else delete corrections[key];
  }
  return corrections;
}

function rechecked(draft: ImportDraft, rows: readonly RowName[]): ImportDraft {
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  const all = Object.entries(draft.corrections);
  const kept = all.filter(([key, { name }]) => names.get(key) === name);
  if (kept.length === all.length) return { ...draft, recheck: false };
  return {
    ...draft,
    recheck: false,
    corrections: Object.fromEntries(kept),
    dropped: all.length - kept.length,
  };
}
