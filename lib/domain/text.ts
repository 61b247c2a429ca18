/** Limits on text, in code points, for every place where a person types. */
export const TEXT_LIMITS = {
  name: 120,
  description: 2000,
  reason: 4000,
  note: 4000,
  tag: 40,
  linkLabel: 120,
  url: 2000,
  email: 254,
  password: { min: 12, max: 128 },
} as const;

/** Length of a cursor, in characters; ours hold a name (120 code points) in JSON in base64. */
export const CURSOR_LIMIT = 2000;

/** How many of each a service or an answer may carry. */
export const LIST_LIMITS = { tags: 20, links: 20, evidence: 20, dependsOn: 50 } as const;

/** Length in code points: what a person would count, save for combining characters. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Whether Postgres and JSON can carry the text: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** The pattern of LIKE that a part of a text matches, whatever signs it holds. */
export const patternOf = (part: string): string => `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Whether something is written there: at least one character that is not white space or invisible. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\p{Zs}]/u.test(text);
}

const LINK = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@]+)/i;

/** Whether an address may be shown as a link: absolute, and http, https or mailto. */
export function isLinkable(url: string): boolean {
  return LINK.test(url) && !/\s/.test(url) && URL.canParse(url);
}

/**
 * The readable part of an address made from a name: lower-case ASCII letters and digits with single hyphens,
 * at most 60 characters; `fallback` when the name holds none (an emoji, another script).
 */
export function slugOf(name: string, fallback: string): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return ascii === "" ? fallback : ascii;
}

/** Whether a text is an id as Postgres takes it. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const COLLATOR = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** The order of names in a list for people: capital letters and accents beside the plain ones, numbers by value. */
export const byName = (a: string, b: string): number => COLLATOR.compare(a, b);

/** An address and what it is called; the label may be empty. */
export interface Link {
  label: string;
  url: string;
}

/** Surrogates stand for what comes after all other characters. */
const rank = (unit: number): number =>
  unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;

/** Order by code points, as Postgres has it in the collation "C": the same on every machine. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let place = 0; place < length; place += 1) {
    const [one, other] = [a.charCodeAt(place), b.charCodeAt(place)];
    if (one !== other) return rank(one) - rank(other);
  }
  return a.length - b.length;
}
