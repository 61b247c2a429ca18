/**
 * Which item of a menu a key moves to (WAI-ARIA menu pattern): arrows wrap around, Home and End, and a letter finds the
 * next item that begins with it.
 * @param labels what each item says, in order
 * @param current index of the focused item, or -1
 * @returns the index to focus, or null when the key is not one of the menu's
 */
export function menuTarget(key: string, labels: readonly string[], current: number): number | null {
  const count = labels.length;
  if (count === 0) return null;
  if (key === "ArrowDown") return (current + 1) % count;
  if (key === "ArrowUp") return current <= 0 ? count - 1 : current - 1;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key.length !== 1 || key === " ") return null;
  const letter = key.toLowerCase();
  for (let step = 1; step <= count; step += 1) {
    const index = (Math.max(current, -1) + step) % count;
    if (labels[index]?.trim().toLowerCase().startsWith(letter)) return index;
  }
  return null;
}
