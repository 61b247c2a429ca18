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
