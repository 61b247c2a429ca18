/** Letters that are no letter with an accent, as people write them who do not have them on their keyboard. */
const WITHOUT_ACCENT: Readonly<Record<string, string>> = {
  ...{ ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ħ: "h" },
  ...{ æ: "ae", œ: "oe", ß: "ss", þ: "th" },
};
const STROKED = new RegExp(`[${Object.keys(WITHOUT_ACCENT).join("")}]`, "g");

// All of ASCII, its control characters included.
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** A text as a search compares it: capital letters and accents make no difference, nor does ø for o. */
export const foldedText = (text: string): string =>
  // most names have nothing but these, and thousands are compared at a time
  isAscii(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .toLowerCase()
        .replace(STROKED, (letter) => WITHOUT_ACCENT[letter] ?? letter);

/** More words than a person types to find something. */
export const MOST_WORDS = 8;

/** The words of a search as they were written, each once. */
export const searchWords = (search: string): string[] =>
  [...new Set(search.split(/\s+/).filter((word) => word !== ""))].slice(0, MOST_WORDS);

/**
 * Whether a part of an address means a ticket. The scheme and the host are those of every ticket, and mean none; a pasted
 * address is compared whole.
 * @param part as foldedText has it
 */
export function ticketHas(ticket: string, part: string): boolean {
  const address = foldedText(ticket);
  const own = part.includes("://") ? address : address.replace(/^[a-z]+:(?:\/\/[^/?#]*)?/, "");
  return own.includes(part);
}
