/**
 * A release as numbers, so that 0.10.0 comes after 0.9.0.
 * @param text as in package.json: major.minor.patch; what follows a "-" counts as the release itself
 * @returns null when it is not one
 */
export function parseRelease(text: string): readonly [number, number, number] | null {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:-[0-9A-Za-z.-]+)?$/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
}

/** Whether release `a` is older than release `b`. @throws RangeError when either is not a release */
export function isOlder(a: string, b: string): boolean {
  const [left, right] = [parseRelease(a), parseRelease(b)];
  if (!left || !right) throw new RangeError(`not a release: ${left ? b : a}`);
  for (const index of [0, 1, 2] as const) {
    if (left[index] !== right[index]) return left[index] < right[index];
  }
  return false;
}
