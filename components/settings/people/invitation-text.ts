import { formatTime, type Instant } from "@/components/ui/format-time";
import { type NamedTeam, type Place, teamName } from "./team-names";

/** What the text of an invitation is made of. */
export interface InvitationFacts {
  organisation: string;
  /** Who invites. */
  inviter: string;
  email: string;
  places: readonly Place[];
  teams: readonly NamedTeam[];
  /** The whole address of the link. */
  url: string;
  expiresAt: Instant;
  timeZone: string;
}

const and = (names: readonly string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** Until when a link is good, and for whom: what stands beside it. */
export const goodFor = (email: string, expiresAt: Instant, timeZone: string): string =>
  `Good for seven days, until ${formatTime(expiresAt, timeZone, "minute")}, for ${email} only.`;

/** A text to paste into a mail: who invites to what, the link, and until when it is good. */
export function invitationText(facts: InvitationFacts): string {
  const { organisation, inviter, email, places, teams, url, expiresAt, timeZone } = facts;
  const names = places.map(({ team }) => teamName(teams, team));
  const onTeams =
    names.length === 0
      ? ""
      : ` You will be on ${names.length === 1 ? "the team" : "the teams"} ${and(names)}.`;
  return [
    "Hello,",
    `${inviter} invites you to Plumbline, where ${organisation} looks after how ready its services are for production.${onTeams}`,
    `Join here:\n${url}`,
    `The link works once, until ${formatTime(expiresAt, timeZone, "day")}, and only for ${email}.`,
  ].join("\n\n");
}
