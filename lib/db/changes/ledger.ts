import { LONGEST_MS } from "../../domain/patience";

/** How long a change may stay invisible after its id was given out: a little longer than any transaction lasts. */
export const SETTLED_MS = LONGEST_MS + 10_000;
/** How long changes are kept. They are as old as their writing, which may be long before they are to be seen. */
export const KEPT_MS = 2 * SETTLED_MS;
/** After so long without the table, changes may have been purged unread. */
export const LOST_TOUCH_MS = KEPT_MS - SETTLED_MS - 10_000;
/** More than the largest import makes. */
const MOST_MISSING = 20_000;

/**
 * Which changes were taken, and which are still to come. Ids are given out before their transactions commit: one that
 * was passed over may become visible later, or never. It is waited for until it is settled.
 */
export class Ledger {
  #newest: number;
  readonly #missing = new Map<number, number>();

  /** @param settled every change up to this id is taken or will never come */
  constructor(settled: number) {
    this.#newest = settled;
  }

  get newest(): number {
    return this.#newest;
  }

  /** Takes a change. @returns false when it was taken before, or given up */
  take(id: number, nowMs: number): boolean {
    if (id <= this.#newest) return this.#missing.delete(id);
    for (let passed = Math.max(this.#newest + 1, id - MOST_MISSING); passed < id; passed += 1) {
      this.#missing.set(passed, nowMs);
    }
    this.#newest = id;
    return true;
  }

  /** What to ask the table for: everything after an id, and these before it. */
  wanted(nowMs: number): { after: number; missing: number[] } {
    for (const [id, since] of this.#missing) {
      if (nowMs - since > SETTLED_MS || this.#missing.size > MOST_MISSING) this.#missing.delete(id);
    }
    return { after: this.#newest, missing: [...this.#missing.keys()] };
  }
}
