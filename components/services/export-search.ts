import { addressOf, CHOICE_NAMES, type Choice } from "./choice-query";

/** What can be taken along. */
export const EXPORTED = ["services", "answers", "gaps"] as const;
export type Exported = (typeof EXPORTED)[number];
export const FORMATS = ["csv", "json", "ndjson"] as const;
export type Format = (typeof FORMATS)[number];

/** The filters of a page that files know: those of services. */
export type ExportChoice = { readonly q?: string | undefined } & {
  readonly [name in Choice]?: readonly string[] | undefined;
};

/** The address of a file of what the filters leave. */
export function exportHref(what: Exported, format: Format, choice: ExportChoice): string {
  const search = new URLSearchParams();
  if (choice.q) search.set("q", choice.q);
  for (const name of CHOICE_NAMES) for (const value of choice[name] ?? []) search.append(name, value);
  search.set("format", format);
  return addressOf(`/api/v1/exports/${what}`, search);
}

/**
 * What the files hold, in words.
 * @param others filters of the page that no file knows, by name: "owner", "due date"
 */
export function exportWords(choice: ExportChoice, others: readonly string[] = []): string {
  const chosen = CHOICE_NAMES.filter((name) => (choice[name] ?? []).length > 0);
  const narrowed = Boolean(choice.q) || chosen.length > 0;
  const retired = !chosen.includes("lifecycle") ? ", the retired ones too" : "";
  const first = narrowed ? `Of the services that the filters leave${retired}.` : `Of all services${retired}.`;
  if (others.length === 0) return first;
  const names = others.length === 1 ? others[0] : `${others.slice(0, -1).join(", ")} and ${others.at(-1)}`;
  return `${first} Filters by ${names} are not in it.`;
}
