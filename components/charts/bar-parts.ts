/**
 * Widths of a bar's parts in percent of the track, whose full width is `most`.
 * @returns one for each part, never negative, together at most 100; all 0 when there is nothing to compare with
 */
export function barParts(parts: readonly number[], most: number): number[] {
  let left = 100;
  return parts.map((part) => {
    const percent = most > 0 && part > 0 ? Math.min(left, (100 * part) / most) : 0;
    left -= percent;
    return percent;
  });
}
