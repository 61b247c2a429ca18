import { isLinkable, type Link } from "./text";

/** What spreadsheets take for a formula at the start of a cell, after any number of the signs that defuse it. */
const FORMULA = /^'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;
const DEFUSED = /^'+[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/**
 * A text as a cell that no spreadsheet computes: what looks like a formula gets a leading `'`.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const defuse = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text that a cell stands for: the sign that defused it taken away. */
export const restore = (cell: string): string => (DEFUSED.test(cell) ? cell.slice(1) : cell);

/** A cell of a CSV file (RFC 4180): defused, in quotes where it must be. */
export function csvCell(text: string): string {
  const safe = defuse(text);
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const ESCAPED = /[\\,;|\n]|^\s+|\s+$/gu;
const escapeItem = (item: string) => item.replace(ESCAPED, (signs) => signs.replace(/./gsu, "\\$&"));

/** Lists as one cell, and back: `a, b`. A backslash keeps the sign after it. */
function writeList(items: readonly string[]): string {
  return items.map(escapeItem).join(", ");
}

/** The items of a cell: parted by comma, semicolon, bar or line; spaces around them do not count. */
export function readList(cell: string): string[] {
  const items: string[] = [];
  let item = "";
  let kept = 0;
  const end = () => {
    const text = item.slice(0, kept) + item.slice(kept).trimEnd();
    if (text !== "") items.push(text);
    item = "";
    kept = 0;
  };
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell.charAt(at);
    if (sign === "\\" && at + 1 < cell.length) {
      at += 1;
      item += cell.charAt(at);
      kept = item.length;
    } else if (/[,;|\n]/.test(sign)) end();
    else if (item !== "" || !/\s/.test(sign)) item += sign;
  }
  end();
  return items;
}

const LABELLED = /^(.*) <(\S+)>$/s;

/** Links as one cell, one a line: `label <address>`, or the address alone. */
function writeLinks(links: readonly Link[]): string {
  const label = (text: string) =>
    text.replace(/[\\\n\r]/g, (sign) => (sign === "\n" ? "\\n" : sign === "\r" ? "\\r" : "\\\\"));
  return links.map(({ label: text, url }) => (text === "" ? url : `${label(text)} <${url}>`)).join("\n");
}

/**
 * The links of a cell: one a line, or several addresses with spaces between.
 * @returns what is no link, instead, when something is none
 */
export function readLinks(cell: string): Link[] | { wrong: string } {
  const links: Link[] = [];
  for (const line of cell.split("\n")) {
    if (line.trim() === "") continue;
    const [, label, url] = LABELLED.exec(line.trimEnd()) ?? [];
    const found =
      label !== undefined && url !== undefined
        ? [
            {
              label: label.replace(/\\(.)/g, (_, sign) => (sign === "n" ? "\n" : sign === "r" ? "\r" : sign)),
              url,
            },
          ]
        : line
            .trim()
            .split(/\s+/)
            .map((each) => ({ label: "", url: each }));
    const wrong = found.find((link) => !isLinkable(link.url));
    if (wrong) return { wrong: wrong.url };
    links.push(...found);
  }
  return links;
}

/** How lists and links are written into one cell. */
export const COLUMN_TEXT = { list: writeList, links: writeLinks };
