import type { NamedPerson } from "@/lib/contracts/people";

/** Who holds something now; they may have left since. */
export interface Holder {
  id: string;
  name: string;
  disabled?: boolean;
}

/** A person's name, with the address where somebody else is called the same. */
export const choiceLabel = ({ name, email }: NamedPerson): string =>
  email === null ? name : `${name} (${email})`;

/** The name of somebody who cannot be chosen any more. */
export const goneLabel = ({ name, disabled }: Holder): string => `${name}${disabled ? " (left)" : ""}`;

/** Choices for a select: everybody, doubles told apart by their address, and whoever it is now. */
export function personOptions(
  people: readonly NamedPerson[],
  now: Holder | null,
): { value: string; label: string }[] {
  const known = people.map((person) => ({ value: person.id, label: choiceLabel(person) }));
  const gone =
    now && !people.some(({ id }) => id === now.id) ? [{ value: now.id, label: goneLabel(now) }] : [];
  return [...gone, ...known];
}
