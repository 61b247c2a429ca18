import type { LiveEvent } from "../../contracts/events";
import type { Presence, Presences } from "../../contracts/presence";

/** A person who is here too. */
export interface Other {
  id: string;
  name: string;
}

/** The others who are here, each once, with where they are; and by question, who is there. */
export interface Others {
  people: readonly (Other & { question: string | null })[];
  at: ReadonlyMap<string, readonly Other[]>;
}

export const NOBODY: Others = { people: [], at: new Map() };

/** Who else is here. One's own other tabs are oneself. @param me id of the person who looks */
export function othersOf(items: readonly Presence[], me: string): Others {
  const newestFirst = items
    .filter(({ person }) => person.id !== me)
    .sort((a, b) => (a.seenAt < b.seenAt ? 1 : -1));
  const people = new Map<string, Others["people"][number]>();
  const at = new Map<string, Other[]>();
  for (const { person, question } of newestFirst) {
    if (!people.has(person.id)) people.set(person.id, { ...person, question });
    if (question !== null) at.set(question, [...(at.get(question) ?? []), person]);
  }
  const byName = (a: Other, b: Other) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
  for (const there of at.values()) there.sort(byName);
  return { people: [...people.values()].sort(byName), at };
}

/**
 * Who is here after somebody moved, as far as the event says: shown at once, until the server is asked. Who left, or has
 * other tabs, only the server knows.
 */
export function withMove({ items }: Presences, { actor, question, at }: LiveEvent): Presences {
  if (!actor || question === null) return { items };
  return {
    items: [...items.filter(({ person }) => person.id !== actor.id), { person: actor, question, seenAt: at }],
  };
}
