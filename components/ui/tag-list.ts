/**
 * The tags after adding what was typed or pasted: commas and line breaks part them, doubles and empty ones are left out.
 * @param normalise turns one raw piece into a tag, or into "" to refuse it
 * @returns a new list that begins with `tags`, unchanged and in order
 */
export function addTags(
  tags: readonly string[],
  raw: string,
  normalise: (piece: string) => string = (piece) => piece.trim(),
): string[] {
  const all = new Set(tags);
  for (const piece of raw.split(/[,\n]/u)) {
    const tag = normalise(piece);
    if (tag !== "") all.add(tag);
  }
  return [...all];
}
