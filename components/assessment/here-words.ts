const MOST_NAMED = 2;

/** Who is here too, in a few words: two are named, more are counted. */
export function hereWords(names: readonly string[]): string {
  const [first = "", second = ""] = names;
  if (names.length === 1) return `${first} is here`;
  if (names.length <= MOST_NAMED) return `${first} and ${second} are here`;
  return `${names.length} others are here`;
}
