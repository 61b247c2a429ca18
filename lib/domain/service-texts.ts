import { isBlank, TEXT_LIMITS } from "./text";

/** A fact of a service that is told in words, and that nothing is counted by. */
interface ServiceText {
  /** What forms and imports call it. */
  label: string;
  /** What a form says of it. */
  hint: string;
  /** In code points. */
  most: number;
  /** One line, without the white space around it; else kept byte for byte, on as many lines as it has. */
  line: boolean;
  /** Headers of tables by which it is known, the surest first. */
  headers: readonly string[];
  /** Of its column in an export, in characters. */
  width: number;
}

/**
 * The facts of a service in words, in the order of forms. From here the API, commands, imports, exports, forms and statements
 * have them; what a catalogue says of them is read in `import/catalog-fields.ts`, and a page that shows one says how. Each is
 * a column of "Service" and of "ServiceFacts"; "" says nothing.
 */
export const SERVICE_TEXTS = {
  description: {
    label: "Description",
    hint: "What it does, for somebody who has never heard of it.",
    most: TEXT_LIMITS.description,
    line: false,
    headers: ["description", "summary", "about", "what it does"],
    width: 40,
  },
  onCall: {
    label: "On call",
    hint: "Who is called when it breaks, or a link to their rota.",
    most: 200,
    line: true,
    headers: ["on call", "on-call rotation", "rota", "pager", "escalation"],
    width: 30,
  },
} as const satisfies Readonly<Record<string, ServiceText>>;
export type ServiceTextName = keyof typeof SERVICE_TEXTS;
export const SERVICE_TEXT_NAMES = Object.keys(SERVICE_TEXTS) as ServiceTextName[];
export type ServiceTexts = Record<ServiceTextName, string>;

/** Something for each of them. */
export const eachText = <T>(
  of: (name: ServiceTextName, text: ServiceText) => T,
): Record<ServiceTextName, T> =>
  Object.fromEntries(SERVICE_TEXT_NAMES.map((name) => [name, of(name, SERVICE_TEXTS[name])])) as Record<
    ServiceTextName,
    T
  >;

/** The texts of a service alone, out of all that is known of it; as others leave them where it says nothing. */
export const textsOf = (
  texts: { readonly [Name in ServiceTextName]?: string | null | undefined },
  others?: Readonly<ServiceTexts> | null,
): ServiceTexts => eachText((name) => texts[name] ?? others?.[name] ?? "");

/** A text as it is kept. */
export const keptText = (name: ServiceTextName, text: string): string => {
  if (!SERVICE_TEXTS[name].line) return text;
  return isBlank(text) ? "" : text.trim();
};

const BREAKS = /[\p{Cc}\u2028\u2029]/u;
/** What browsers run or show in place of a page: never a link, and never kept where one could be taken for one. */
const RUNS = /^\s*(?:javascript|vbscript|data|blob|file):\S/i;

/** Why a text cannot be kept, however short it is; null when it can. */
export function textFault(name: ServiceTextName, text: string): "lines" | "runs" | null {
  if (!SERVICE_TEXTS[name].line) return null;
  const kept = keptText(name, text);
  return BREAKS.test(kept) ? "lines" : RUNS.test(kept) ? "runs" : null;
}
