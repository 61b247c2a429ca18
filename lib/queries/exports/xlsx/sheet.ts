import "server-only";
import { readLinks } from "../../../domain/cells";
import type { Column } from "../export";
import { FORMULA, plainNumber, STYLE, serialDay, textCell } from "./cell";

/** How many rows a sheet holds, its head included. */
export const ROW_LIMIT = 1_048_576;
/** How many characters of XML a sheet holds before the next one begins: far below what an archive can count. */
const SIZE_LIMIT = 1_000_000_000;
/** How much text is handed on at a time, in characters. */
const PIECE = 65_536;

/** The letters of a column, counted from 0: A, B, … Z, AA. */
export function letters(column: number): string {
  const rest = column % 26;
  const own = String.fromCharCode(65 + rest);
  return column < 26 ? own : letters((column - rest) / 26 - 1) + own;
}

/** @param url what the cell leads to */
type Write = (ref: string, text: string, url: string | null) => string;

/** How many links a sheet may have, by what spreadsheets say of themselves; further ones stay text. */
const LINK_LIMIT = 65_530;
/** How long an address may be that a cell leads to. */
const ADDRESS_LIMIT = 2_079;

const styled = (ref: string, style: number, value: number) =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
const dated =
  (style: number): Write =>
  (ref, text) => {
    const serial = serialDay(text);
    return serial === null ? textCell(ref, text) : styled(ref, style, serial);
  };

/** How cells are written by the kind of their column; what is not of that kind stays text. */
const WRITE: Record<Column["kind"], Write> = {
  text: (ref, text) => textCell(ref, text),
  link: (ref, text, url) => textCell(ref, text, url === null || FORMULA.test(text) ? 0 : STYLE.link),
  money: (ref, text) => {
    const value = plainNumber(text);
    return value === null ? textCell(ref, text) : `<c r="${ref}" s="${STYLE.money}"><v>${value}</v></c>`;
  },
  number: (ref, text) => {
    const value = plainNumber(text);
    return value === null ? textCell(ref, text) : `<c r="${ref}"><v>${value}</v></c>`;
  },
  boolean: (ref, text) =>
    text === "true" || text === "false"
      ? `<c r="${ref}" t="b"><v>${text === "true" ? 1 : 0}</v></c>`
      : textCell(ref, text),
  day: dated(STYLE.day),
  instant: dated(STYLE.instant),
};

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

/** The first address of a cell of links, which is the one that a cell can lead to; null where there is none. */
export function linkOf(text: string): string | null {
  const links = readLinks(text);
  const url = Array.isArray(links) ? links[0]?.url : undefined;
  return url !== undefined && url.length <= ADDRESS_LIMIT ? url : null;
}

/** The end of a sheet. @param links the cells that lead somewhere, in the order of their addresses */
function tail(links: readonly string[]): string {
  const each = links.map((ref, at) => `<hyperlink ref="${ref}" r:id="rId${at + 1}"/>`);
  return `</sheetData>${each.length > 0 ? `<hyperlinks>${each.join("")}</hyperlinks>` : ""}</worksheet>`;
}

/** The start of a sheet: its first row stays in sight, its columns have their widths. @param first the one that opens */
function head(columns: readonly Column[], first: boolean): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const names = columns.map(({ name }, at) => textCell(`${letters(at)}1`, name, STYLE.head));
  return `${HEAD}<sheetViews><sheetView${first ? ' tabSelected="1"' : ""} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${names.join("")}</row>`;
}

/** Rows that are read on from sheet to sheet. */
export type Rows = AsyncIterator<string[], void, undefined>;

/**
 * One sheet as XML, a piece at a time, with as many of the rows as it holds.
 * @param told is called at its end: whether there are rows left
 * @param limit rows that it holds, its head included
 * @param links takes the addresses that its cells lead to
 */
export async function* sheetXml(
  columns: readonly Column[],
  rows: Rows,
  {
    first,
    limit,
    told,
    links,
  }: { first: boolean; limit: number; told: (more: string[] | null) => void; links: string[] },
  begun: string[] | null,
): AsyncGenerator<string> {
  const cells = columns.map(({ kind }, at) => ({ letter: letters(at), kind, write: WRITE[kind] }));
  const linked: string[] = [];
  let text = head(columns, first);
  let size = 0;
  let at = 1;
  let row = begun ?? (await nextOf(rows));
  for (; row && at < limit && size < SIZE_LIMIT; row = await nextOf(rows)) {
    at += 1;
    text += `<row r="${at}">`;
    for (const [column, { letter, kind, write }] of cells.entries()) {
      const value = row[column];
      if (!value) continue;
      const url = kind === "link" && links.length < LINK_LIMIT ? linkOf(value) : null;
      text += write(letter + at, value, url);
      if (url === null) continue;
      links.push(url);
      linked.push(letter + at);
    }
    text += "</row>";
    if (text.length < PIECE) continue;
    size += text.length;
    yield text;
    text = "";
  }
  told(row);
  yield text + tail(linked);
}

async function nextOf(rows: Rows): Promise<string[] | null> {
  const { done, value } = await rows.next();
  return done ? null : value;
}
