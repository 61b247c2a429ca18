import "server-only";
import { once } from "../../config/once";

/** How long anything is kept: changes are purged only after twice as long, so that no stamp can come back. */
const LONGEST_MS = 60_000;
const MOST_ENTRIES = 200;
const MOST_CHARACTERS = 50_000_000;

interface Entry<T = unknown> {
  made: Promise<Made<T>>;
  from: number;
  /** Null while it is being made. */
  until: number | null;
  characters: number;
}

/** What is kept, least recently used first. */
const entries = () => once("kept", () => new Map<string, Entry>());

/** What was made, and the first instant at which it may be different without any change. */
export interface Made<T> {
  value: T;
  until: Date | null;
}

/**
 * What `make` gives, made once for all who ask for the same at the same time, and kept until its time is over. Right as
 * long as the key holds everything that the value depends on, the stamp of all changes (see readGround) among it.
 * Values are shared: nobody changes one.
 * @param now of whoever asks; what was made for a later instant is not for them
 */
export async function kept<T>(key: string, now: Date, make: () => Promise<Made<T>>): Promise<T> {
  const known = entries().get(key) as Entry<T> | undefined;
  if (known && isGood(known, now.getTime())) {
    entries().delete(key);
    entries().set(key, known);
    return (await known.made).value;
  }
  const entry: Entry<T> = { made: make(), from: now.getTime(), until: null, characters: 0 };
  entries().set(key, entry);
  try {
    const { value, until } = await entry.made;
    entry.until = Math.min(now.getTime() + LONGEST_MS, until?.getTime() ?? Number.POSITIVE_INFINITY);
    entry.characters = JSON.stringify(value).length;
    if (entry.until <= entry.from) forget(key, entry);
    else makeRoom();
    return value;
  } catch (error) {
    forget(key, entry);
    throw error;
  }
}

/** What is being made is good for everybody who asked meanwhile; what was made, until its time is over. */
const isGood = ({ from, until }: Pick<Entry, "from" | "until">, now: number) =>
  until === null ? Math.abs(now - from) < LONGEST_MS : from <= now && now < until;

function forget(key: string, entry: Entry): void {
  if (entries().get(key) === entry) entries().delete(key);
}

function makeRoom(): void {
  let characters = 0;
  for (const entry of entries().values()) characters += entry.characters;
  for (const [key, entry] of entries()) {
    if (entries().size <= MOST_ENTRIES && characters <= MOST_CHARACTERS) return;
    characters -= entry.characters;
    entries().delete(key);
  }
}

/** A key that is the same text for the same filters, in whatever order they came. */
export const keyOf = (name: string, ...parts: (string | Record<string, unknown>)[]): string =>
  JSON.stringify([
    name,
    ...parts.map((part) =>
      typeof part === "string"
        ? part
        : Object.entries(part)
            .filter(([, value]) => value !== undefined)
            .map(([field, value]) => [field, Array.isArray(value) ? [...new Set(value)].sort() : value])
            .sort(([a], [b]) => String(a).localeCompare(String(b))),
    ),
  ]);
