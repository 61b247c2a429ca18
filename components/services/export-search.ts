import { addressOf, CHOICE_NAMES, type Choice } from "./choice-query";

/** What can be taken along. */
export const EXPORTED = ["services", "answers", "gaps", "history", "exposure"] as const;
export type Exported = (typeof EXPORTED)[number];
export const FORMATS = ["xlsx", "csv", "json", "ndjson"] as const;
export type Format = (typeof FORMATS)[number];

/** The filters of a page that files know: those of services, and for gaps those of gaps, as they stand in an address. */
export type ExportChoice = {
  readonly q?: string | undefined;
  /** The query string of filters that the file of gaps alone knows: "owner=me&due=overdue". */
  readonly ofGaps?: string | undefined;
} & {
  readonly [name in Choice]?: readonly string[] | undefined;
};

/** The address of a file of what the filters leave. */
export function exportHref(what: Exported, format: Format, choice: ExportChoice): string {
  const search = new URLSearchParams();
  if (choice.q) search.set("q", choice.q);
  for (const name of CHOICE_NAMES) for (const value of choice[name] ?? []) search.append(name, value);
  if (what === "gaps") {
    for (const [name, value] of new URLSearchParams(choice.ofGaps)) search.append(name, value);
  }
  search.set("format", format);
  return addressOf(`/api/v1/exports/${what}`, search);
}

/** What the files hold, in words. @param what the one that stands first */
export function exportWords(what: Exported, choice: ExportChoice): string {
  const chosen = CHOICE_NAMES.filter((name) => (choice[name] ?? []).length > 0);
  const narrowed = Boolean(choice.q) || chosen.length > 0;
  const retired = !chosen.includes("lifecycle") ? ", the retired ones too" : "";
  if (what === "gaps") {
    if (choice.ofGaps) return "Gaps as listed here; the others of all that their services have.";
    return narrowed ? "Of the services that the filters leave." : "Of all services that are not retired.";
  }
  return narrowed ? `Of the services that the filters leave${retired}.` : `Of all services${retired}.`;
}
