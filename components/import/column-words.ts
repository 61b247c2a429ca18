import { type ImportField, type ImportTable, NEEDED_FIELDS, TABLE_FIELDS } from "@/lib/domain/import-columns";
import { eachText } from "@/lib/domain/service-texts";

/** How a column came to its field. */
export type Matched = "by name" | "by hand" | "left out by hand" | "not found" | "needed";

/** A field of a table, and the column that it is read from. */
export interface FieldColumn {
  field: ImportField;
  label: string;
  /** Null: in no column. */
  place: number | null;
  matched: Matched;
}

const LABELS: Record<ImportField, string> = {
  slug: "Short name",
  name: "Name",
  team: "Team",
  teamName: "Team’s name",
  tier: "Tier",
  lifecycle: "Lifecycle",
  tags: "Tags",
  ...eachText((_, { label }) => label),
  links: "Links",
  repository: "Repository",
  runbook: "Runbook",
  dashboard: "Dashboard",
  dependsOn: "Depends on",
  version: "Version",
  service: "Service",
  question: "Question",
  verdict: "Verdict",
  reason: "Reason",
  evidence: "Evidence",
  owner: "Owner's e-mail",
  dueOn: "Due on",
  effortDays: "Effort in days",
  state: "State",
  ticket: "Ticket",
  note: "Note",
  savedAt: "Given on",
  savedBy: "Given by",
  savedByEmail: "Their e-mail",
  claimedBy: "Claimed by",
  source: "Source",
  token: "Token",
  stale: "Stale",
};

/** The fields of a table with their columns: by name, by hand, or not at all. */
export function fieldColumns(
  what: ImportTable,
  columns: Partial<Record<ImportField, number | null>>,
  chosen: Partial<Record<ImportField, number | null>>,
  missing: readonly ImportField[],
): FieldColumn[] {
  return TABLE_FIELDS[what].map((field: ImportField) => {
    const place = columns[field] ?? null;
    const byHand = Object.hasOwn(chosen, field);
    const found: Matched = byHand ? "by hand" : "by name";
    const absent: Matched = byHand ? "left out by hand" : "not found";
    const matched = missing.includes(field) ? "needed" : place === null ? absent : found;
    return { field, label: LABELS[field], place, matched };
  });
}

const lower = (field: ImportField) => LABELS[field].toLowerCase();

/** "name or short name", "service, question and verdict": what a table cannot be read without. */
export function neededText(missing: readonly ImportField[], what: ImportTable): string {
  const groups = NEEDED_FIELDS[what].filter(([first]) => first !== undefined && missing.includes(first));
  const words = groups.map((any) => any.map(lower).join(" or "));
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
