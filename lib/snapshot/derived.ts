import type { Snapshot } from "./snapshot";

/** How much that was worked out from one snapshot is kept: what a few people look at with filters of their own. */
const MOST = 60;

const kept = new WeakMap<Snapshot, Map<string, unknown>>();

/**
 * What was worked out from a snapshot, worked out once: it is good for as long as the snapshot is. It is shared: do not
 * change it.
 * @param key what it is and what was asked, see keyOf
 */
export function derived<T>(snapshot: Snapshot, key: string, make: () => Promise<T>): Promise<T> {
  const own = kept.get(snapshot) ?? new Map<string, unknown>();
  kept.set(snapshot, own);
  const known = own.get(key) as Promise<T> | undefined;
  const value = known ?? make();
  own.delete(key);
  own.set(key, value);
  if (!known) {
    value.catch(() => own.delete(key));
    for (const oldest of own.keys()) {
      if (own.size <= MOST) break;
      own.delete(oldest);
    }
  }
  return value;
}

/** A key that is the same text for the same filters, in whatever order they came. */
export const keyOf = (name: string, filters: Record<string, unknown>): string =>
  JSON.stringify([
    name,
    ...Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, Array.isArray(value) ? [...new Set(value)].sort() : value])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
  ]);
