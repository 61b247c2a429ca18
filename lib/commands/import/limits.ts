import "server-only";
import { AppError } from "../../domain/errors";
import { rowsProblem, SPLIT } from "../../domain/import/rows";

/** More columns than any export of a tracker has. */
const MOST_COLUMNS = 1_000;
/** More cells than 1 MB of a real table holds: the parser takes some 10 µs for each. */
const MOST_CELLS = 300_000;
/** How deep brackets may be nested in YAML: the parser takes seconds, then all memory, for thousands. */
const MOST_DEPTH = 60;
/** So many anchors, aliases and tags may stand in a YAML file; each is looked up from the beginning. */
const MOST_MARKS = 5_000;
const STEPS_IN = /(?:[-?:][ \t]+){60}/;
/** What is said of YAML that is nested more deeply than people nest it. */
export const TOO_DEEP = "It is nested too deeply to be read.";
const MARK = /(?:^|[\s,[{])[&*!][^\s,\]}]/g;

const refuse = (field: "csv" | "yaml", message: string) =>
  new AppError("invalid_input", { message: `${field}: ${message}`, fields: [{ field, message }] });

/**
 * Refuses a table that would keep the parser busy for nothing, by one look at each sign.
 * @throws AppError invalid_input for more columns, cells or rows than an import can have
 */
export function checkTable(text: string, separator: string): void {
  let [cells, columns, rows] = [0, 1, 0];
  let [quoted, begun] = [false, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else quoted = false;
    } else if (sign === separator) {
      [cells, columns, begun] = [cells + 1, columns + 1, false];
      if (columns > MOST_COLUMNS) throw refuse("csv", `It has more than ${number(MOST_COLUMNS)} columns.`);
      if (cells > MOST_CELLS) throw refuse("csv", `It has more than ${number(MOST_CELLS)} cells. ${SPLIT}`);
    } else if (sign === "\n" || sign === "\r") {
      if (begun || columns > 1) [cells, rows] = [cells + 1, rows + 1];
      [columns, begun] = [1, false];
    } else {
      quoted = sign === '"' && !begun;
      begun = true;
    }
  }
  // The first one has the headers; what the others are, they say.
  const large = rowsProblem(rows - 1, "answers", "rows");
  if (large !== null) throw refuse("csv", large);
}

/** Why the parser must not see a YAML file, and on which line; null when it may. */
export function yamlProblem(source: string): { line: number; problem: string } | null {
  let depth = 0;
  let marks = 0;
  for (const [index, text] of source.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1;
    if (text.startsWith("---")) depth = 0;
    let deepest = depth;
    for (const sign of text) {
      if (sign === "[" || sign === "{") depth += 1;
      else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
      if (depth > deepest) deepest = depth;
    }
    if (deepest > MOST_DEPTH || /^ {1000}/.test(text) || STEPS_IN.test(text))
      return { line, problem: TOO_DEEP };
    marks += text.match(MARK)?.length ?? 0;
    if (marks > MOST_MARKS) {
      return { line, problem: `There are more than ${number(MOST_MARKS)} anchors, aliases and tags.` };
    }
  }
  return null;
}

const number = (value: number) => value.toLocaleString("en");
