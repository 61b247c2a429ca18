import { guessTable, type ImportField, type ImportTable } from "@/lib/domain/import-columns";
import { type Correction, rowsProblem, SPLIT, type ValueChoice } from "@/lib/domain/import-rows";
import type { ImportDraft } from "./draft";
import { fileName, type ImportSource, joinParts } from "./parts";

/** The largest request that the server takes, in bytes of JSON. */
export const MOST_BYTES = 1_000_000;

interface Shared {
  file?: string;
  values?: ValueChoice;
  corrections?: Record<string, Correction>;
}
/** What is sent for a draft, by where it goes. */
export type ImportRequest =
  | { source: Extract<ImportSource, "backstage">; body: Shared & { yaml: string } }
  | {
      source: Extract<ImportSource, "csv">;
      body: Shared & {
        csv: string;
        what?: ImportTable;
        columns?: Partial<Record<ImportField, number | null>>;
      };
    };

/** What a draft asks for, with what its words mean; null while there is nothing to send. */
export function requestOf(
  draft: Pick<ImportDraft, "source" | "parts" | "what" | "columns" | "corrections">,
  values?: ValueChoice,
): ImportRequest | null {
  const { source, parts } = draft;
  const text = source === "csv" ? parts.map((part) => part.text).join("\n") : joinParts(parts);
  if (text.trim() === "") return null;
  const file = fileName(parts);
  const corrections = Object.entries(draft.corrections).map(([key, { name: _, ...correction }]) => [
    key,
    correction,
  ]);
  const shared: Shared = {
    ...(file === undefined ? {} : { file }),
    ...(values === undefined ? {} : { values }),
    ...(corrections.length === 0 ? {} : { corrections: Object.fromEntries(corrections) }),
  };
  if (source === "backstage") return { source: "backstage", body: { yaml: text, ...shared } };
  return {
    source: "csv",
    body: {
      csv: text,
      ...(draft.what === null ? {} : { what: draft.what }),
      ...(Object.keys(draft.columns).length === 0 ? {} : { columns: draft.columns }),
      ...shared,
    },
  };
}

/** Bytes of a request as it goes over the line: quotes and line ends count twice there. */
export const bytesOf = (body: unknown): number => new TextEncoder().encode(JSON.stringify(body)).byteLength;

/** Why a text is too large to be sent, in words; null when it is not. */
export function sizeProblem(bytes: number): string | null {
  if (bytes <= MOST_BYTES) return null;
  const size = (bytes / 1_000_000).toLocaleString("en", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return `This is ${bytes < 1_050_000 ? "a little more than 1" : size} MB as it would be sent, and one import may carry 1 MB. ${SPLIT}`;
}

/** How many lines of cells a table has at least, its headers included: line ends within quotes part none. */
function countLines(table: string): number {
  let [lines, quoted, empty] = [0, false, true];
  for (const sign of table) {
    if (sign === '"') quoted = !quoted;
    const ends = !quoted && (sign === "\n" || sign === "\r");
    if (ends && !empty) lines += 1;
    empty = ends || (empty && sign.trim() === "");
  }
  return lines + (empty ? 0 : 1);
}

const headersOf = (table: string): string[] =>
  (
    table
      .replace(/^\ufeff/, "")
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? ""
  )
    .split(/[,;\t]/)
    .map((header) => header.replace(/^\s*"|"\s*$/g, ""));

/** Why a request is too large to be sent, by its size or its rows; null when it is not. */
export function largeProblem({ body }: ImportRequest): string | null {
  const large = sizeProblem(bytesOf({ ...body, dryRun: true }));
  if (large !== null || !("csv" in body)) return large;
  const table = body.what ?? guessTable(headersOf(body.csv));
  return rowsProblem(countLines(body.csv) - 1, table, "rows");
}
