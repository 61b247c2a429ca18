import { amongGapsName, SERVICE_FILTER_NAMES, type ServiceFilter } from "@/lib/domain/filters";

/** What can be taken along. */
const EXPORTED = ["services", "answers", "gaps", "history", "exposure", "waivers", "launches"] as const;
export type Exported = (typeof EXPORTED)[number];
export const FORMATS = ["xlsx", "csv", "json", "ndjson"] as const;
export type Format = (typeof FORMATS)[number];

/** The filters of a page that files know: those of services, and for gaps those of gaps, as they stand in an address. */
export type ExportChoice = {
  readonly q?: string | undefined;
  /** Short names of the only services that are meant. */
  readonly service?: readonly string[] | undefined;
  /** A day, or an instant in ISO 8601, that the files are as of (H3); "" for now. */
  readonly asOf?: string | undefined;
  /** The query string of filters that the file of gaps alone knows: "owner=me&due=overdue". */
  readonly ofGaps?: string | undefined;
} & {
  readonly [name in ServiceFilter]?: readonly string[] | undefined;
};

const FORMAT_TEXT: Record<Format, string> = {
  xlsx: "Excel",
  csv: "CSV",
  json: "JSON",
  ndjson: "NDJSON, one a line",
};
/** What an import takes back. */
const IMPORTED: readonly Exported[] = ["services", "answers", "gaps"];

/**
 * What a format is called for what is taken along in it.
 * @param past of an earlier day: what somebody changed since does not come back by an import
 */
export const formatWords = (what: Exported, format: Format, past: boolean): string =>
  format === "csv" && !past && IMPORTED.includes(what) ? "CSV, imports again (to 1 MB)" : FORMAT_TEXT[format];

/** The address of a file of what the filters leave. */
export function exportHref(what: Exported, format: Format, choice: ExportChoice): string {
  const search = new URLSearchParams();
  const askedAs = (name: "q" | ServiceFilter) => (what === "gaps" ? amongGapsName(name) : name);
  if (choice.q) search.set(askedAs("q"), choice.q);
  for (const name of SERVICE_FILTER_NAMES) {
    const asked = askedAs(name);
    for (const value of choice[name] ?? []) search.append(asked, value);
  }
  for (const service of choice.service ?? []) search.append("service", service);
  if (choice.asOf) search.set("asOf", choice.asOf);
  if (what === "gaps") {
    for (const [name, value] of new URLSearchParams(choice.ofGaps)) search.append(name, value);
  }
  search.set("format", format);
  return `/api/v1/exports/${what}?${search}`;
}

/**
 * What the files hold, in words.
 * @param what the one that stands first
 * @param when as of when they are, such as "at the end of 29 March 2026"; null for now
 */
export function exportWords(what: Exported, choice: ExportChoice, when: string | null = null): string {
  const held = heldWords(what, choice);
  return when === null ? held : `${held} As it was ${when}, like this page.`;
}

function heldWords(what: Exported, choice: ExportChoice): string {
  const chosen = SERVICE_FILTER_NAMES.filter((name) => (choice[name] ?? []).length > 0);
  const narrowed = Boolean(choice.q) || (choice.service ?? []).length > 0 || chosen.length > 0;
  const retired = !chosen.includes("lifecycle") ? ", including retired ones" : "";
  if (what === "gaps" || what === "exposure") {
    if (what === "gaps" && choice.ofGaps)
      return "Gaps: as listed here. The rest: everything that their services have.";
    return narrowed ? "For the services that match the filters." : "For all services that are not retired.";
  }
  return narrowed ? `For the services that match the filters${retired}.` : `For all services${retired}.`;
}
