import { type NamedTeam, type Place, teamName } from "./team-names";

/** What can happen to somebody's places on teams. */
export type PlaceChange = { kind: "save" | "remove"; place: Place };

/** The places after a change, as the screen shows them until the server has answered. */
export function afterPlaceChange(places: readonly Place[], { kind, place }: PlaceChange): Place[] {
  if (kind === "remove") return places.filter(({ team }) => team !== place.team);
  const known = places.some(({ team }) => team === place.team);
  return known ? places.map((each) => (each.team === place.team ? place : each)) : [...places, place];
}

/** What is said when a change is done. @param before the places until then */
export function placeChangeText(
  name: string,
  before: readonly Place[],
  { kind, place }: PlaceChange,
  teams: readonly NamedTeam[],
): string {
  const team = teamName(teams, place.team);
  if (kind === "remove") return `${name} is off ${team}.`;
  const role = place.role === "lead" ? "a lead" : "a member";
  const known = before.some((each) => each.team === place.team);
  return known ? `${name} is ${role} of ${team} now.` : `${name} is on ${team}, as ${role}.`;
}
