import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "../domain/errors";
import { checkTable } from "./limits";
import type { TableRow } from "./service-rows";

/** A table as it stands in a file. */
export interface Table {
  separator: "," | ";" | "\t";
  headers: string[];
  rows: TableRow[];
}

const SEPARATORS = ["\t", ";", ","] as const;

/** What parts the cells of the first line: the sign that stands there most often outside quotes, else the rarest in text. */
function separatorOf(text: string): Table["separator"] {
  const counts = { ",": 0, ";": 0, "\t": 0 };
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r")) break;
    else if (!quoted && sign in counts) counts[sign as Table["separator"]] += 1;
  }
  const most = Math.max(...Object.values(counts));
  return most === 0 ? "," : (SEPARATORS.find((each) => counts[each] === most) ?? ",");
}

/**
 * Reads a table: headers, and rows with the line where each begins; lines without any text are left out.
 * @throws AppError invalid_input when a quote is never closed, there are no headers, or it is larger than any real table
 */
export function readTable(csv: string): Table {
  const text = csv.replace(/^\ufeff/, "");
  const separator = separatorOf(text.replace(/^\s+/, ""));
  checkTable(text, separator);
  type Parsed = { record: string[]; info: { lines: number } };
  let parsed: Parsed[];
  try {
    parsed = parse(text, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw invalid(
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "A quote is opened and never closed."
        : `Line ${String(error.lines ?? "?")} cannot be read: ${error.message.slice(0, 200)}`,
    );
  }
  // Within quotes the parser counts \r\n as two lines: what it counted too much so far.
  let twice = 0;
  const rows = parsed
    .map(({ record, info }) => {
      const line = info.lines - count(record, /[\r\n]/g) - twice;
      twice += count(record, /\r\n/g);
      return { line, cells: record };
    })
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [first, ...rest] = rows;
  if (!first) throw invalid("There is nothing in it: begin with a line of headers.");
  return { separator, headers: first.cells.map((cell) => cell.trim()), rows: rest };
}

const count = (cells: readonly string[], sign: RegExp) =>
  cells.reduce((sum, cell) => sum + (cell.match(sign)?.length ?? 0), 0);

const invalid = (message: string) =>
  new AppError("invalid_input", { message: `csv: ${message}`, fields: [{ field: "csv", message }] });
