import type { ImportTable } from "@/lib/domain/import-columns";

/** What is imported: a catalogue, or the rows of a table. */
export type ImportSource = "backstage" | "csv";

/** One text to import: a file, or what was pasted (`name` null). */
export interface Part {
  name: string | null;
  text: string;
}

/** What the address of the page may ask for, with what it leads to. */
export function readWanted(value: string | string[] | undefined): {
  source: ImportSource;
  what: ImportTable | null;
} {
  if (value === "services" || value === "answers" || value === "gaps") return { source: "csv", what: value };
  return { source: value === "csv" ? "csv" : "backstage", what: null };
}

/** What parts two files of a catalogue: a file that begins with a directive needs the one before it ended. */
const between = (before: string, next: string): string =>
  `${before.endsWith("\n") || before === "" ? "" : "\n"}${next.startsWith("%") ? "..." : "---"}\n`;

/** All files as the one text that is sent. */
export function joinParts(parts: readonly Part[]): string {
  return parts.reduce(
    (whole, { text }, index) => (index === 0 ? text : whole + between(whole, text) + text),
    "",
  );
}

const newlines = (text: string): number => text.split("\n").length - 1;

/** Where a line stands: in which of the files, called what (null where there is only one), and where in it. */
export interface Place {
  index: number;
  name: string | null;
  line: number;
}

/** Where a line of the joined text stands in the files. */
export function placeOf(line: number, parts: readonly Part[]): Place {
  if (parts.length < 2) return { index: 0, name: null, line };
  let whole = "";
  let place: Place = { index: 0, name: parts[0]?.name ?? "pasted", line };
  for (const [index, { name, text }] of parts.entries()) {
    if (index > 0) whole += between(whole, text);
    const before = newlines(whole);
    if (line <= before) break;
    place = { index, name: name ?? "pasted", line: line - before };
    whole += text;
  }
  return place;
}

/** What a text is, by its name or else by how it begins. @returns null when neither tells */
export function guessSource({ name, text }: Part): ImportSource | null {
  if (/\.ya?ml$/i.test(name ?? "")) return "backstage";
  if (/\.(?:csv|tsv|tab)$/i.test(name ?? "")) return "csv";
  if (text.trim() === "") return null;
  if (/^(?:---|%YAML|(?:apiVersion|kind|metadata|spec):)/m.test(text)) return "backstage";
  return /[,;\t]/.test(text.trimStart().split(/\r?\n|\r/, 1)[0] ?? "") ? "csv" : null;
}

const AUDIT_NAME = 200;

/** What the audit trail is told of where it came from; undefined for what was pasted. */
export function fileName(parts: readonly Part[]): string | undefined {
  const names = parts.flatMap(({ name }) => (name === null ? [] : [name]));
  if (names.length === 0) return undefined;
  const text = names.length === 1 ? (names[0] ?? "") : `${names.length} files: ${names.join(", ")}`;
  const signs = [...text.toWellFormed().replaceAll("\u0000", "")];
  return signs.length > AUDIT_NAME ? `${signs.slice(0, AUDIT_NAME - 1).join("")}…` : signs.join("");
}
