/** The texts of a form by field. */
export type Texts = Readonly<Record<string, string>>;

/** A form after somebody else saved first. */
export interface Merged<V extends Texts> {
  /** What stands in the fields now: mine where I typed, theirs where I did not. */
  values: V;
  /** What is there now, for the fields that both changed. */
  theirs: Partial<V>;
}

/**
 * Brings what I typed together with what somebody else saved meanwhile, losing neither.
 * @param base what was there when I began · @param mine what stands in my form · @param now what is there now
 */
export function mergeEdit<V extends Texts>(base: V, mine: V, now: V): Merged<V> {
  const values: Record<string, string> = {};
  const theirs: Record<string, string> = {};
  for (const field of Object.keys(base)) {
    const [was, typed, current] = [base[field] ?? "", mine[field] ?? "", now[field] ?? ""];
    values[field] = typed === was ? current : typed;
    if (typed !== was && current !== was && current !== typed) theirs[field] = current;
  }
  return { values: values as V, theirs: theirs as Partial<V> };
}

/**
 * What a conflict carried, as texts and version.
 * @returns null when it is not of that shape
 */
export function readStored<V extends Texts>(
  current: unknown,
  fields: readonly (keyof V & string)[],
): { values: V; version: number } | null {
  if (typeof current !== "object" || current === null) return null;
  const found = current as Record<string, unknown>;
  if (typeof found.version !== "number" || fields.some((field) => typeof found[field] !== "string"))
    return null;
  const values = Object.fromEntries(fields.map((field) => [field, found[field]])) as unknown as V;
  return { values, version: found.version };
}
