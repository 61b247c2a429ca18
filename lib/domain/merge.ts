/** One thing after two people edited it at once. */
export interface Merged<V> {
  /** Mine where I changed something, theirs where only they did. */
  values: V;
  /** The fields that only they changed: theirs is in `values` now. */
  taken: (keyof V & string)[];
  /** What they have in the fields that both changed, differently. */
  theirs: Partial<V>;
}

/** Whether two values say the same. What is absent says the same as an empty text. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? "") === JSON.stringify(b ?? "");

/** The names of the fields in which two versions of a thing differ. */
export function changedFields<V extends object>(a: V, b: V): (keyof V & string)[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof V & string)[];
  return names.filter((name) => !sameValue(a[name], b[name]));
}

/**
 * Brings what I changed together with what somebody else saved meanwhile, field by field, losing neither.
 * @param base what was there when I began · @param mine what I have · @param now what is there now
 */
export function mergeEdits<V extends object>(base: V, mine: V, now: V): Merged<V> {
  const byMe = new Set(changedFields(base, mine));
  const byThem = changedFields(base, now);
  const taken = byThem.filter((field) => !byMe.has(field));
  const both = byThem.filter((field) => byMe.has(field) && !sameValue(mine[field], now[field]));
  const theirsOf = (fields: readonly (keyof V & string)[]) =>
    Object.fromEntries(fields.map((field) => [field, now[field]])) as Partial<V>;
  return { values: { ...mine, ...theirsOf(taken) }, taken, theirs: theirsOf(both) };
}
