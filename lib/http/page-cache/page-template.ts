import "server-only";
import type { Blanks } from "../../auth/shared-rendering";

/** A page that was drawn once: what is the same for everybody, between what is filled in for each. */
export interface PageTemplate {
  pieces: readonly Uint8Array[];
  /** What stands after each piece but the last. */
  between: readonly (keyof Blanks)[];
  bytes: number;
}

/** Where Next writes what React needs to take the page over: as JavaScript strings, cut anywhere. */
const FLIGHT = /self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g;
/** How React says in the markup that a part broke while it was rendered: in place of it, or after it was promised. */
const BROKEN = /<template data-dgst=|<script[^>]*>\s*\$RX[=(]/;
/** The same in what React needs to take the page over: a row of kind E. */
const BROKEN_ROW = /(?:^|\n)[0-9a-f]+:E\{/;
const encoder = new TextEncoder();
const escaped: Record<string, string> = {
  "&": "&amp;",
  '"': "&quot;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&#x27;",
};

/** A text as it stands in an attribute. */
const attribute = (text: string): string => text.replace(/[&"<>']/g, (sign) => escaped[sign] ?? sign);

const countOf = (text: string, part: string): number => text.split(part).length - 1;

/**
 * Cuts a page at its blanks. Who one is stands in one attribute of the markup; the nonce anywhere.
 * @returns null when a blank is not there, or was itself cut in two on the way: such a page cannot be filled in; and when
 *   a part of it broke, which its status does not say: what one look could not be told is not for everybody
 */
export function templateOf(html: string, { nonce, me }: Blanks): PageTemplate | null {
  const who = `value="${me}"`;
  const markup = html.replace(FLIGHT, "");
  const flight = [...html.matchAll(FLIGHT)].map(([, text = '""']) => JSON.parse(text) as string).join("");
  if (BROKEN.test(markup) || BROKEN_ROW.test(flight)) return null;
  const whole = countOf(markup, nonce) + countOf(flight, nonce);
  if (countOf(html, who) !== 1 || whole === 0 || countOf(html, nonce) !== whole) return null;
  const parts = html.split(new RegExp(`(${nonce}|${who})`));
  const pieces = parts.filter((_, at) => at % 2 === 0).map((text) => encoder.encode(text));
  const between = parts
    .filter((_, at) => at % 2 === 1)
    .map((blank): keyof Blanks => (blank === who ? "me" : "nonce"));
  return { pieces, between, bytes: pieces.reduce((sum, piece) => sum + piece.length, 0) };
}

/** The headers that a page was drawn with, for one request: those that have files preloaded name the nonce, too. */
export const headersFor = (
  headers: Readonly<Record<string, string>>,
  drawn: Pick<Blanks, "nonce">,
  { nonce }: Pick<Blanks, "nonce">,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replaceAll(drawn.nonce, () => nonce)]),
  );

/** The page for one request. @param me who it is, as JSON */
export function filledIn(page: PageTemplate, { nonce, me }: Blanks): Uint8Array<ArrayBuffer> {
  const filling = { nonce: encoder.encode(nonce), me: encoder.encode(`value="${attribute(me)}"`) };
  const bytes = page.between.reduce((sum, blank) => sum + filling[blank].length, page.bytes);
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const [index, piece] of page.pieces.entries()) {
    whole.set(piece, at);
    at += piece.length;
    const blank = page.between[index];
    if (!blank) continue;
    whole.set(filling[blank], at);
    at += filling[blank].length;
  }
  return whole;
}
