import { CST, Lexer } from "yaml";
import { AppError } from "../domain/errors";
import { rowsProblem, SPLIT } from "../domain/import-rows";

/** More columns than any export of a tracker has. */
const MOST_COLUMNS = 1_000;
/** More cells than 1 MB of a real table holds: the parser takes some 10 µs for each. */
const MOST_CELLS = 300_000;
/** How deep brackets may be nested in YAML: the parser takes seconds, then all memory, for thousands. */
const MOST_DEPTH = 60;
/** So many anchors, aliases and tags may stand in a YAML file; each is looked up from the beginning. */
const MOST_MARKS = 5_000;
/** So many spaces at the beginning of a line are no indentation that people make. */
const MOST_INDENT = 1_000;
/** What is said of YAML that is nested more deeply than people nest it. */
export const TOO_DEEP = "It is nested too deeply to be read.";
type Sign = ReturnType<typeof CST.tokenType> | "text";
const signs = (...all: Sign[]): ReadonlySet<Sign> => new Set(all);
const OPENS = signs("flow-seq-start", "flow-map-start");
const CLOSES = signs("flow-seq-end", "flow-map-end");
const STEPS = signs("seq-item-ind", "explicit-key-ind", "map-value-ind");
const BETWEEN_STEPS = signs("space", "anchor", "tag");
const MARKS = signs("anchor", "alias", "tag");
/** What the parser tells itself, and stands nowhere in the file. */
const NOT_THERE = signs("doc-mode", "flow-error-end", "scalar");

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

/**
 * Why the parser must not see a YAML file, and on which line; null when it may. By the parser's own signs, so that what
 * stands in quotes, comments and block texts counts for nothing: they are made one by one, and none behind the limit.
 */
export function yamlProblem(source: string): { line: number; problem: string } | null {
  let [depth, steps, marks, at] = [0, 0, 0, 0];
  let [text, indent] = [false, true];
  const refused = (problem: string) => ({ line: source.slice(0, at).split(/\r\n|\n|\r/).length, problem });
  for (const sign of new Lexer().lex(source)) {
    const type = text ? "text" : CST.tokenType(sign);
    text = type === "scalar";
    if (type === "doc-start" || type === "flow-error-end") depth = 0;
    else if (OPENS.has(type)) depth += 1;
    else if (CLOSES.has(type)) depth = Math.max(0, depth - 1);
    if (STEPS.has(type)) steps += 1;
    else if (!BETWEEN_STEPS.has(type)) steps = 0;
    const deep = indent && type === "space" && sign.length >= MOST_INDENT;
    if (depth > MOST_DEPTH || steps >= MOST_DEPTH || deep) return refused(TOO_DEEP);
    if (MARKS.has(type)) marks += 1;
    if (marks > MOST_MARKS)
      return refused(`There are more than ${number(MOST_MARKS)} anchors, aliases and tags.`);
    if (NOT_THERE.has(type)) continue;
    at += sign.length;
    indent = /\n$/.test(sign);
  }
  return null;
}

const number = (value: number) => value.toLocaleString("en");
