/**
 * A number with its noun: "1 blocker", "3 blockers", "1,204 gaps".
 * @param plural given where an s does not make it
 */
export function counted(count: number, one: string, plural = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : plural}`;
}

/** Words in a row: "a", "a and b", "a, b and c". */
export const listed = (things: readonly string[]): string =>
  things.length < 2 ? things.join("") : `${things.slice(0, -1).join(", ")} and ${things.at(-1)}`;

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** The same in running text, where small numbers are words: "no blocker", "one blocker", "three blockers", "12 blockers". */
export function countedInWords(count: number, one: string, plural?: string): string {
  const small = SMALL[count];
  return small === undefined
    ? counted(count, one, plural)
    : `${small} ${count < 2 ? one : (plural ?? `${one}s`)}`;
}

/** With a capital, as where it begins a sentence or stands alone. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What somebody wrote, in the quotation marks of a sentence: on one line, without the space around it. */
export const quoted = (text: string): string => `“${text.trim().replace(/\s+/g, " ")}”`;

/** A sentence with its full stop, unless what it ends with has one. */
export const sentence = (text: string): string => (/[.!?…]”?$/.test(text) ? text : `${text}.`);
