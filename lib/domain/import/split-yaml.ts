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
