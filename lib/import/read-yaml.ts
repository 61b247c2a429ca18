import { type Document, isMap, isScalar, LineCounter, parseAllDocuments, visit } from "yaml";
import type { CatalogDocument } from "./catalog";
import { TOO_DEEP, yamlProblem } from "./limits";
import { shown } from "./texts";

/** So many times may what is written once be repeated by aliases: far more than people do, far less than a bomb. */
const MOST_ALIASES = 100;

/**
 * The documents of a YAML file, each with the line where it begins and, when it cannot be read, why. Empty ones are left
 * out.
 */
export function readYaml(text: string): CatalogDocument[] {
  return splitYaml(text.replace(/^\ufeff/, "")).flatMap(readPart);
}

/** What one part of a file holds: what is wrong with it concerns it alone. */
function readPart({ line: first, text: source }: YamlPart): CatalogDocument[] {
  const refused = yamlProblem(source);
  if (refused) return [{ line: first + refused.line - 1, value: null, problem: refused.problem }];
  const lines = new LineCounter();
  const lineAt = (offset: number) => first + Math.max(1, lines.linePos(offset).line) - 1;
  try {
    const documents = parseAllDocuments(source, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "silent",
      // The parser compares every key with every other; flawOf takes one look at each.
      uniqueKeys: false,
    });
    if ("empty" in documents) return [];
    return documents.flatMap((document): CatalogDocument[] => {
      const line = lineAt(document.contents?.range?.[0] ?? document.range[0]);
      const [error] = document.errors;
      const wrong = error ? { at: error.pos[0], message: saidOf(error) } : flawOf(document);
      if (wrong)
        return [{ line, value: null, problem: `Line ${lineAt(wrong.at)}: ${shown(wrong.message)}.` }];
      const { value, problem } = contentOf(() => document.toJS({ maxAliasCount: MOST_ALIASES }));
      return value === null && problem === null ? [] : [{ line, value, problem }];
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ line: first, value: null, problem: TOO_DEEP }];
  }
}

/** What the parser says, but for what it says of a quote, which a table says in better words. */
const saidOf = ({ code, message }: Document.Parsed["errors"][number]): string =>
  code === "MISSING_CHAR" && /quote$/.test(message) ? "A quote is opened and never closed" : message;

/** A key that a mapping has twice, or more aliases than anybody writes: each is looked up from the beginning. */
function flawOf(document: Document.Parsed): { at: number; message: string } | null {
  let found: { at: number; message: string } | null = null;
  let aliases = 0;
  visit(document, {
    Alias(_, { range }) {
      aliases += 1;
      if (aliases <= MOST_ALIASES) return undefined;
      found = { at: range?.[0] ?? 0, message: `There are more than ${MOST_ALIASES} aliases` };
      return visit.BREAK;
    },
    Map(_, node) {
      if (!isMap(node)) return undefined;
      const seen = new Set<unknown>();
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          found = { at: key.range?.[0] ?? 0, message: `The key ${String(key.value)} stands there twice` };
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return found;
}

/** What a document holds, or why that cannot be worked out: aliases that multiply, or lead nowhere. */
function contentOf(make: () => unknown): { value: unknown; problem: string | null } {
  try {
    return { value: make(), problem: null };
  } catch (error) {
    if (error instanceof ReferenceError)
      return { value: null, problem: "Its aliases multiply, or lead nowhere." };
    if (error instanceof RangeError) return { value: null, problem: TOO_DEEP };
    throw error;
  }
}

/** A part of a file that holds one document. */
export interface YamlPart {
  /** The line on which it begins, from 1. */
  line: number;
  text: string;
}

const BEGINS = /^---(?:[ \t\r\n]|$)/;
const ENDS = /^\.\.\.(?:[ \t\r\n]|$)/;
const SAYS_NOTHING = /^[ \t]*(?:#.*)?[\r\n]*$/;

/**
 * The documents of a YAML file, apart: `---` and `...` at the start of a line part them wherever they stand, within quotes
 * and block texts too (YAML 1.2.2, 9.1.2, c-forbidden), so that a quote that is never closed spoils one document and not
 * those behind it. Parts that hold nothing but comments and blank lines are left out; directives stay with their document.
 * @see https://yaml.org/spec/1.2.2/#912-document-markers
 */
export function splitYaml(source: string): YamlPart[] {
  const parts: YamlPart[] = [];
  let part: YamlPart = { line: 1, text: "" };
  let begun = false;
  const end = (next: number) => {
    if (begun) parts.push(part);
    part = { line: next, text: "" };
    begun = false;
  };
  const lines = source.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  for (const [index, line] of lines.entries()) {
    const begins = BEGINS.test(line);
    if (begins && begun) end(index + 1);
    part.text += line;
    if (ENDS.test(line)) end(index + 2);
    else if (begins || !(SAYS_NOTHING.test(line) || (!begun && line.startsWith("%")))) begun = true;
  }
  end(lines.length + 1);
  return parts;
}
