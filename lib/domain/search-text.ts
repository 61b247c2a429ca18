/** A text as a search compares it: capital letters and accents make no difference. */
export const plainText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** More words than a person types to find something. */
export const MOST_WORDS = 8;

/** The words of a search as they were written, each once. */
export const searchWords = (search: string): string[] =>
  [...new Set(search.split(/\s+/).filter((word) => word !== ""))].slice(0, MOST_WORDS);
