import { inARow, type LinkedWords } from "@/components/figure/linked-words";
import type { Person } from "@/lib/contracts/people";
import { type NamedTeam, teamName } from "./team-names";

/** Who somebody is here, in a sentence whose teams are links. */
export function personSentence(person: Person, teams: readonly NamedTeam[]): LinkedWords[] {
  const name: LinkedWords = { text: person.name, isolate: true };
  if (person.disabled) return [name, { text: " is disabled, and cannot sign in." }];
  const rights = [...(person.admin ? ["an admin"] : []), ...(person.executive ? ["an executive"] : [])];
  const who = rights.length === 0 ? [name] : [name, { text: `, ${rights.join(" and ")},` }];
  const of = (role: "lead" | "member"): LinkedWords[] =>
    inARow(
      person.teams
        .filter((place) => place.role === role)
        .map(({ team }) => ({ text: teamName(teams, team), href: `/teams/${team}`, isolate: true })),
    );
  const [leads, others] = [of("lead"), of("member")];
  if (leads.length === 0 && others.length === 0) return [...who, { text: " is on no team." }];
  return [
    ...who,
    ...(leads.length === 0 ? [] : [{ text: " leads " }, ...leads]),
    ...(leads.length === 0 || others.length === 0 ? [] : [{ text: " and" }]),
    ...(others.length === 0 ? [] : [{ text: " is on " }, ...others]),
    { text: "." },
  ];
}
