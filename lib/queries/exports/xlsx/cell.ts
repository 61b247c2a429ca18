import "server-only";
/** What a cell of a spreadsheet holds at most, in UTF-16 units. */
export const CELL_LIMIT = 32_767;

/** The style of a cell, by its place among the cell formats of the workbook. */
export const STYLE = { head: 1, day: 2, instant: 3, quoted: 4, money: 5, link: 6 } as const;

const SPECIAL = /[&<>_\p{Cc}\p{Cs}\ufffe\uffff]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot carry
const ESCAPED = /[&<>]|[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Cs}|_(?=x[0-9A-Fa-f]{4}_)/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot carry
const SPECIAL_IN_ATTRIBUTE = /[&<>"]|[\u0000-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;
const QUOTED: Readonly<Record<string, string>> = { '"': "&quot;" };
const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * A text within XML as spreadsheets read it: what XML cannot carry, or changes (a carriage return), becomes `_x000D_`,
 * and so does the start of what only looks like that; half of a pair of surrogates becomes U+FFFD.
 * @see ECMA-376 part 1, 22.9.2.19 ST_Xstring
 */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(ESCAPED, (sign) => {
    const named = NAMED[sign];
    if (named) return named;
    const code = sign.charCodeAt(0);
    if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
    return `_x${code.toString(16).toUpperCase().padStart(4, "0")}_`;
  });
}

/** An address within an attribute: what XML cannot carry is left out, since no address has it. */
export const attribute = (url: string): string =>
  url.replace(SPECIAL_IN_ATTRIBUTE, (sign) => QUOTED[sign] ?? NAMED[sign] ?? "");

/** A text that fits a cell; one that does not says so at its end. */
export function fitting(text: string): string {
  if (text.length <= CELL_LIMIT) return text;
  const note = ` … [cut: ${text.length.toLocaleString("en")} characters; CSV and JSON have all of them]`;
  const cut = text.slice(0, CELL_LIMIT - note.length);
  // half of a sign is none
  const last = cut.charCodeAt(cut.length - 1);
  return (last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut) + note;
}

/** Signs that make a spreadsheet take what is typed for a formula: the cell is marked as text, for whoever edits it. */
export const FORMULA = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/** A cell with text, written in place: never a formula. @param ref such as `B7` */
export function textCell(ref: string, text: string, style = 0): string {
  const look = style || (FORMULA.test(text) ? STYLE.quoted : 0);
  const s = look === 0 ? "" : ` s="${look}"`;
  return `<c r="${ref}"${s} t="inlineStr"><is><t xml:space="preserve">${xmlText(fitting(text))}</t></is></c>`;
}

const DAY_MS = 86_400_000;
/** Days from the epoch of spreadsheets to that of computers. */
const EPOCH_DAYS = 25_569;
/** The first day that spreadsheets of every maker agree on: 1900-03-01. */
const FIRST_DAY = 61;

/** An instant as spreadsheets count, days since 1899-12-30 in UTC; null before they agree on it. */
export function serialDay(instant: string): number | null {
  const serial = Date.parse(instant) / DAY_MS + EPOCH_DAYS;
  return serial >= FIRST_DAY ? Math.round(serial * 1e9) / 1e9 : null;
}

/** A number as its cell holds it; null for what is none. */
export function plainNumber(text: string): string | null {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? text : null;
}
