import type { Launch } from "@/lib/contracts/launches";
import type { Names as GapNames } from "@/lib/domain/launch/because-text";
import type { Area } from "@/lib/domain/vocabulary";

/** What a question that a launch names is called. */
export interface NamedQuestion {
  title: string;
  area: Area;
  critical: boolean;
}

/** A question of a service. */
export interface GapPlace {
  service: string;
  question: string;
}

/** One text for a place. */
export const placeKey = ({ service, question }: GapPlace): string => `${service} ${question}`;

/** Whether two places are the same. */
export const isSamePlace = (a: GapPlace, b: GapPlace): boolean =>
  a.service === b.service && a.question === b.question;

/** How everything that a launch names is called; a key where nobody knows the name any more. */
export interface Names extends GapNames {
  person(id: string): string;
}

/** Somebody whom a launch names, with a mark where they can no longer sign in: "Li Wen", "Li Wen (left)". */
export function personIn(people: Launch["people"], id: string): string {
  const person = people[id];
  return person ? `${person.name}${person.disabled ? " (left)" : ""}` : "somebody";
}

/** The names of a launch. @param questions see LaunchFrame */
export function namesIn(
  { people, serviceStates }: Pick<Launch, "people" | "serviceStates">,
  questions: Readonly<Record<string, NamedQuestion>>,
): Names {
  return {
    title: (question, service) => questions[placeKey({ service, question })]?.title ?? question,
    service: (slug) => serviceStates.find(({ service }) => service === slug)?.name ?? slug,
    person: (id) => personIn(people, id),
  };
}
