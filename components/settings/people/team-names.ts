/** A team by the name that people know it by. */
export interface NamedTeam {
  slug: string;
  name: string;
}

/** Somebody's place on a team. */
export interface Place {
  team: string;
  role: "lead" | "member";
}

/** The name of a team; its short name when it no longer exists. */
export const teamName = (teams: readonly NamedTeam[], slug: string): string =>
  teams.find((team) => team.slug === slug)?.name ?? slug;

/** Teams and roles in one line of plain text: "Payments (lead), Search"; "no team" for none. */
export function placesText(places: readonly Place[], teams: readonly NamedTeam[]): string {
  if (places.length === 0) return "no team";
  return places
    .map(({ team, role }) => `${teamName(teams, team)}${role === "lead" ? " (lead)" : ""}`)
    .join(", ");
}
