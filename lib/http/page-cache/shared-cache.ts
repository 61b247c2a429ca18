import "server-only";

/** What is kept, and until when. */
export interface CacheEntry<T> {
  value: T;
  until: number;
  bytes: number;
}

interface Slot<T> {
  /** When it was first asked for. */
  asked: number;
  making: Promise<CacheEntry<T> | null> | null;
  made: CacheEntry<T> | null;
  /** It cannot be made: nobody tries again for a while. */
  refused: boolean;
}

/**
 * Things that are worth making once for many who ask for the same: the first who asks is sent away to make their own,
 * so that what one person looks at once is not made twice; from the second on it is made, waited for, and kept. Least
 * recently asked for things go first.
 */
export class SharedCache<T> {
  readonly #places = new Map<string, Slot<T>>();

  constructor(readonly limits: { bytes: number; places: number; askedMs: number }) {}

  /** What is kept under a key, or made now; null for who asks first, and when it cannot be made. */
  async get(key: string, make: () => Promise<CacheEntry<T> | null>): Promise<T | null> {
    const place = this.#at(key, Date.now());
    if (!place) return null;
    if (place.made) return place.made.value;
    if (place.refused) return null;
    place.making ??= this.#make(place, make);
    return (await place.making)?.value ?? null;
  }

  /** The place of a key that was asked for before, moved to the end; null the first time. */
  #at(key: string, now: number): Slot<T> | null {
    const known = this.#places.get(key);
    this.#places.delete(key);
    const isGood = known && (known.made ? now < known.made.until : now - known.asked < this.limits.askedMs);
    if (isGood) {
      this.#places.set(key, known);
      return known;
    }
    this.#places.set(key, { asked: now, making: null, made: null, refused: false });
    this.#makeRoom();
    return null;
  }

  async #make(place: Slot<T>, make: () => Promise<CacheEntry<T> | null>): Promise<CacheEntry<T> | null> {
    try {
      const made = await make();
      if (made && Date.now() < made.until) place.made = made;
      place.refused = made === null;
      this.#makeRoom();
      return made;
    } finally {
      place.making = null;
    }
  }

  #makeRoom(): void {
    let bytes = 0;
    for (const { made } of this.#places.values()) bytes += made?.bytes ?? 0;
    for (const [key, { made }] of this.#places) {
      if (bytes <= this.limits.bytes && this.#places.size <= this.limits.places) return;
      bytes -= made?.bytes ?? 0;
      this.#places.delete(key);
    }
  }
}
