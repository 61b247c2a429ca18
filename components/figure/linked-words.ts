import type { Figure } from "@/components/figure/figure";

/** Half a sentence with a number that leads somewhere: what a sentence is made of before it is set. */
export interface LinkedWords {
  text: string;
  href?: string | undefined;
  tone?: "good" | "bad" | undefined;
  /** Somebody's own words, kept from turning the text around them when they run right to left. */
  isolate?: boolean | undefined;
  /** The figures in the text, in their order. */
  figures?: readonly Figure[] | undefined;
}

/** The words of a sentence as plain text, for a title or a test. */
export const plainText = (parts: readonly LinkedWords[]): string => parts.map((part) => part.text).join("");

/** Words in a row: "a", "a and b", "a, b and c". */
export function inARow(parts: readonly LinkedWords[]): LinkedWords[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [{ text: index === parts.length - 1 ? " and " : ", " }, part];
  });
}
