import type { PersonChoice } from "@/lib/contracts/people";
import { foldedText, searchWords } from "@/lib/domain/search-text";
import { choiceLabel, goneLabel, type Holder } from "./person-names";

/** One line to choose: a person, or what can be chosen in place of one. */
export interface PersonItem {
  /** The id of a person; of what stands in place of one, whatever it is known by. */
  value: string;
  label: string;
  /** Whose face stands before it; null for what is no person. */
  name: string | null;
  /** The label as a search compares it. */
  plain: string;
}

/** Lines under one heading; those without one stand on top. */
export interface PersonSection {
  heading: string | null;
  items: readonly PersonItem[];
}

/** Who can be chosen, and for what. */
export interface PersonChoices {
  people: readonly PersonChoice[];
  /** Whose people are offered before all others. */
  teams: readonly { slug: string; name: string }[];
  /** Whoever it is now, so that they can stay also after they left. */
  now: Holder | null;
  /** What can be chosen in place of a person. */
  instead?: readonly { value: string; label: string }[] | undefined;
}

const itemOf = (value: string, label: string, name: string | null): PersonItem => ({
  value,
  label,
  name,
  plain: foldedText(label),
});

/** Everybody, each once: whoever chooses, then the people of the teams, then all others; empty sections are left out. */
export function personSections({ people, teams, now, instead = [] }: PersonChoices): PersonSection[] {
  const wanted = new Set(teams.map(({ slug }) => slug));
  const among = (person: PersonChoice) => person.teams.some((team) => wanted.has(team));
  const of = (some: readonly PersonChoice[]) =>
    some.map((person) => itemOf(person.id, choiceLabel(person), person.name));
  const others = people.filter(({ me }) => !me);
  const gone = now && !people.some(({ id }) => id === now.id);
  const sections = [
    { heading: null, items: instead.map(({ value, label }) => itemOf(value, label, null)) },
    { heading: "Now", items: gone ? [itemOf(now.id, goneLabel(now), now.name)] : [] },
    { heading: "You", items: of(people.filter(({ me }) => me)) },
    {
      heading: teams.length === 1 && teams[0] ? teams[0].name : "Their teams",
      items: of(others.filter(among)),
    },
    { heading: "Everybody else", items: of(others.filter((person) => !among(person))) },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

/**
 * Which lines a search finds: those in which each of its words begins a word; only where there is none, those that have
 * them anywhere, as in scripts that put no spaces between words.
 */
export function foundItems(items: readonly PersonItem[], search: string): ReadonlySet<PersonItem> {
  const words = searchWords(foldedText(search));
  const begins = items.filter(({ plain }) => {
    const own = plain.split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => own.some((each) => each.startsWith(word)) || plain.startsWith(word));
  });
  const found =
    begins.length > 0 ? begins : items.filter(({ plain }) => words.every((word) => plain.includes(word)));
  return new Set(found);
}

/** Whether a search finds one of the lines, for a list that asks of each of them: looked up once a search. */
export function personFilter(sections: readonly PersonSection[]) {
  const all = sections.flatMap(({ items }) => items);
  let known: { search: string; found: ReadonlySet<PersonItem> } | null = null;
  return (item: PersonItem, search: string): boolean => {
    if (known?.search !== search) known = { search, found: foundItems(all, search) };
    return known.found.has(item);
  };
}
