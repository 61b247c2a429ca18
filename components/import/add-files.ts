import { guessSource, type ImportSource, type Part } from "./parts";

/** What files that came make of what is there already. */
export interface Added {
  source: ImportSource;
  /** What there is now. */
  parts: Part[];
  /** What is to be said of them. */
  notes: string[];
  /** What somebody may want instead, when it cannot be told: nothing that is there is replaced without being asked. */
  ask: { text: string; take: string; parts: Part[]; source: ImportSource } | null;
}

const isEmpty = ({ text }: Part) => text.trim() === "";
const called = ({ name }: Part) => name ?? "the pasted text";

/** A name that no other file here has: "catalog-info.yaml (2)". */
function ownName(name: string, taken: ReadonlySet<string | null>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}

/** The files of one kind, as far as they can be imported together: a table is one text, and stands alone. */
function together(more: readonly Part[], source: ImportSource): { taken: Part[]; notes: string[] } {
  const fits = more.filter((part) => (guessSource(part) ?? source) === source);
  const taken = source === "csv" ? fits.slice(0, 1) : fits;
  const left = more.filter((part) => !taken.includes(part));
  if (left.length === 0) return { taken, notes: [] };
  const why = source === "csv" ? "One table is imported at a time" : "Tables are not part of a catalogue";
  return {
    taken,
    notes: [`${why}: ${left.map(called).join(", ")} ${left.length === 1 ? "was" : "were"} not added.`],
  };
}

/**
 * What there is after files came. Those of a catalogue are added, each under a name of its own, since most are called
 * alike; a second table, or another kind of file, waits until somebody says that it takes the place of the first.
 * @param now what kind of file is there
 */
export function addFiles(parts: readonly Part[], more: readonly Part[], now: ImportSource): Added {
  const [head] = more;
  const source = (head && guessSource(head)) ?? now;
  const { taken, notes } = together(more, source);
  const there = parts.filter((part) => !isEmpty(part));
  const known = taken.filter(({ text }) => there.some((part) => part.text === text));
  const fresh = taken.filter((part) => !known.includes(part));
  for (const part of known) notes.push(`${called(part)} is here already, word for word.`);
  if (fresh.length === 0) return { source: now, parts: [...parts], notes, ask: null };
  if (there.length > 0 && (source === "csv" || source !== now)) {
    const text = `${there.map(called).join(", ")} ${there.length === 1 ? "is" : "are"} here already, and only one table, or one catalogue, is imported at a time.`;
    const take = `Take ${fresh.map(called).join(", ")} instead`;
    return { source: now, parts: [...parts], notes, ask: { text, take, parts: fresh, source } };
  }
  const names = new Set(there.map(({ name }) => name));
  const alike: string[] = [];
  const added = fresh.map((part) => {
    if (part.name === null) return part;
    const name = ownName(part.name, names);
    if (name !== part.name) alike.push(part.name);
    names.add(name);
    return { ...part, name };
  });
  const old = new Set(there.map(({ name }) => name));
  const replaced = alike.filter((name) => old.has(name));
  const [first] = replaced;
  const ask =
    first === undefined
      ? null
      : {
          text: `${[...new Set(replaced)].join(", ")} was here already. Both are kept, the new one as ${ownNames(added, old)}.`,
          take: "Take only the new one",
          parts: [...there.filter(({ name }) => !replaced.includes(name ?? "")), ...fresh],
          source,
        };
  if (alike.length > replaced.length)
    notes.push("Several files have the same name: they are numbered, and all of them are added.");
  return { source, parts: [...there, ...added], notes, ask };
}

const ownNames = (added: readonly Part[], old: ReadonlySet<string | null>) =>
  added
    .filter(({ name }) => !old.has(name) && / \(\d+\)$/.test(name ?? ""))
    .map(called)
    .join(", ");
