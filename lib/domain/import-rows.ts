import type { ImportTable } from "./import-columns";
import type { Lifecycle, Tier } from "./vocabulary";

/** What an import does with one row: writes it anew, changes what is there, finds it equal, leaves it out, or cannot. */
export const IMPORT_ACTIONS = ["create", "change", "same", "skip", "error"] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];
/** What a row is about; an `entity` is something in a catalogue that becomes neither a team nor a service. */
export const IMPORT_KINDS = ["team", "service", "answer", "plan", "entity"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** One value that an import writes, in words; null where nothing was or will be. */
export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

/** What happens to one thing in a file, for the preview and for the report afterwards. */
export interface ImportRow {
  /** Names the row in corrections: the same for the same file. */
  key: string;
  /** Where it stands in the file, from 1; null for a file as a whole. */
  line: number | null;
  kind: ImportKind;
  name: string;
  action: ImportAction;
  /** The short name of what is there; null before it is made. */
  slug: string | null;
  changes: FieldChange[];
  /** What was assumed, left out or passed over. */
  notes: string[];
  /** Why it is skipped or cannot be imported. */
  reason: string | null;
}

/** What a person corrects by hand in a preview. */
export interface Correction {
  tier?: Tier | undefined;
  lifecycle?: Lifecycle | undefined;
  /** A team by its short name, its name, or its key in the file. */
  team?: string | undefined;
  skip?: boolean | undefined;
}
export type Corrections = ReadonlyMap<string, Correction>;

/** The facts whose words differ from house to house, so that each word of a file is told once what it means here. */
export const VALUE_FIELDS = ["tier", "lifecycle"] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];
/** What words of a file mean here, as a person says: by the word, whatever its capitals and spaces. */
export interface ValueChoice {
  tier?: Readonly<Record<string, Tier>> | undefined;
  lifecycle?: Readonly<Record<string, Lifecycle>> | undefined;
}

/** A word that stands in a file, and what it is taken for. */
export interface ValueMapping {
  field: ValueField;
  /** As it stands there first. */
  value: string;
  rows: number;
  /** Null: nobody said what it means, and its rows cannot be imported. */
  to: Tier | Lifecycle | null;
  /** Who says so: a person, or the rules. */
  by: "choice" | "rule";
}

/** Something about a file as a whole that a person should look at before it is imported. */
export const FINDING_CODES = ["no_name", "email_as_team"] as const;
export interface Finding {
  code: (typeof FINDING_CODES)[number];
  /** How many rows it is about. */
  rows: number;
  /** In words, with the lines or the names. */
  text: string;
}

/**
 * How many rows an import may have, by its table; a catalogue has as many documents as a table has services. Answers and
 * plans: more than 1 MB holds of what the exports give; services cost more each.
 */
export const IMPORT_ROWS: Readonly<Record<ImportTable, number>> = {
  services: 5_000,
  answers: 20_000,
  gaps: 20_000,
};

/** How to go on with a file that is too large for one import. */
export const SPLIT =
  "Split it team by team (an export can be of one team alone), or a catalogue into parts: what is here already is found again.";

/** Why a file of so many rows is too large, in words; null when it is not. @param what of which there are so many */
export function rowsProblem(count: number, table: ImportTable, what: "rows" | "documents"): string | null {
  const most = IMPORT_ROWS[table];
  if (count <= most) return null;
  return `It has ${count.toLocaleString("en")} ${what}: import at most ${most.toLocaleString("en")} at once. ${SPLIT}`;
}

/** A row to begin with. */
export function importRow(
  some: Pick<ImportRow, "key" | "line" | "kind" | "name"> & Partial<ImportRow>,
): ImportRow {
  return { action: "same", slug: null, changes: [], notes: [], reason: null, ...some };
}

/** How many rows of each action. */
export function countActions(rows: readonly ImportRow[]): Record<ImportAction, number> {
  const counts: Record<ImportAction, number> = { create: 0, change: 0, same: 0, skip: 0, error: 0 };
  for (const row of rows) counts[row.action] += 1;
  return counts;
}

/** The changes from one set of shown values to another: what is equal is left out. @param from null: all is new */
export function changesBetween(
  from: Readonly<Record<string, string | null>> | null,
  to: Readonly<Record<string, string | null>>,
): FieldChange[] {
  return Object.entries(to)
    .map(([field, value]) => ({ field, from: from?.[field] ?? null, to: value }))
    .filter((change) => (change.from ?? "") !== (change.to ?? ""));
}

/** A name for comparing: spaces and capital letters do not matter. */
export const fold = (name: string): string => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
