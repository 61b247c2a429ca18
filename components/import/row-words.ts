import type { Correction, FieldChange, ImportAction, ImportRow } from "@/lib/domain/import-rows";
import { eachText } from "@/lib/domain/service-texts";

/** The outcomes in the order of the filters: what needs a hand first. */
export const ACTION_ORDER: readonly ImportAction[] = ["error", "create", "change", "same", "skip"];

export const ACTION_TEXT: Record<ImportAction, { name: string; filter: string }> = {
  error: { name: "Mend", filter: "To mend" },
  create: { name: "Create", filter: "New" },
  change: { name: "Change", filter: "Changed" },
  same: { name: "As it is", filter: "As it is" },
  skip: { name: "Left out", filter: "Left out" },
};

/** The same of what was written, once it is. */
export const DONE_TEXT: Partial<Record<ImportAction, string>> = { create: "Created", change: "Changed" };

const KIND_TEXT = {
  team: "Team",
  service: "Service",
  answer: "Answer",
  plan: "Plan",
  entity: "Document",
} as const;

/** What a row is about, in a word; of what a catalogue holds besides, its own. */
export function kindWord({ kind, key }: Pick<ImportRow, "kind" | "key">): string {
  const own = /^([a-z][\w-]*):.*\//.exec(key)?.[1];
  if (kind !== "entity" || own === undefined) return KIND_TEXT[kind];
  return own === "api" ? "API" : own.charAt(0).toUpperCase() + own.slice(1);
}

const FIELD_TEXT: Record<string, string> = {
  name: "name",
  team: "team",
  tier: "tier",
  lifecycle: "lifecycle",
  tags: "tags",
  ...eachText((_, { label }) => label.toLowerCase()),
  links: "links",
  dependsOn: "depends on",
  externalRef: "known as",
  verdict: "verdict",
  reason: "reason",
  evidence: "evidence",
  owner: "owner",
  dueOn: "due on",
  effortDays: "effort in days",
  state: "state",
  ticket: "ticket",
  note: "note",
  savedAt: "given on",
  savedBy: "given by",
  stale: "stale",
};

/** One value that is written, in words. `from` null: there was none, or it is all new. */
export interface ShownChange {
  field: string;
  from: string | null;
  to: string;
}

/** The values that a row writes, in words: its name is said already, an empty one is "none". */
export function shownChanges(row: Pick<ImportRow, "action" | "changes" | "name">): ShownChange[] {
  const create = row.action === "create";
  return row.changes
    .filter(({ field, to }) => !(create && (field === "name" || to === null || to === "")))
    .map(({ field, from, to }: FieldChange) => ({
      field: FIELD_TEXT[field] ?? field,
      from: create ? null : from === null || from === "" ? "none" : from,
      to: to === null || to === "" ? "none" : to,
    }));
}

/** What can be corrected by hand in a row. */
export function correctable(
  row: Pick<ImportRow, "kind" | "action">,
  corrected: Correction | undefined,
): { facts: boolean; skip: boolean } {
  const leftByHand = row.action === "skip" && corrected?.skip === true;
  const skip = leftByHand || row.action === "error" || row.action === "create" || row.action === "change";
  return {
    facts: row.kind === "service" && row.action !== "skip",
    skip: row.kind === "entity" ? row.action === "error" || leftByHand : skip,
  };
}

/** Where a row leads once its thing is there; null when it has no page. */
export function rowHref({ kind, slug }: Pick<ImportRow, "kind" | "slug">): string | null {
  if (slug === null) return null;
  if (kind === "team") return `/teams/${slug}`;
  return kind === "answer" ? `/services/${slug}/assess` : `/services/${slug}`;
}
