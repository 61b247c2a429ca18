import "server-only";
import type { Invitation } from "../../contracts/people";
import { reader } from "../../db/transaction";
import { loadInvitationByLink } from "./invitations";

/** What the page behind the link of an invitation shows. */
export interface Joining {
  invitation: Invitation;
  organisation: string;
  timeZone: string;
  /** The teams of the invitation by name, in its order. */
  teams: { name: string; role: "lead" | "member" }[];
}

/**
 * What somebody is invited to, by the secret of their link; null when it is the link of no invitation. Whoever holds
 * the link may know the names of organisation and teams, and nobody else.
 * @param address where the request comes from: guesses are counted by it
 * @throws AppError too_many_attempts
 */
export async function loadJoining(token: string, address: string, now: Date): Promise<Joining | null> {
  const invitation = await loadInvitationByLink(token, address, now);
  if (invitation === null) return null;
  const [organisation, teams] = await Promise.all([
    reader().organisation.findUniqueOrThrow({ where: { id: 1 }, select: { name: true, timeZone: true } }),
    reader().team.findMany({
      where: { slug: { in: invitation.teams.map(({ team }) => team) }, deletedAt: null },
      select: { slug: true, name: true },
    }),
  ]);
  return {
    invitation,
    organisation: organisation.name,
    timeZone: organisation.timeZone,
    teams: invitation.teams.flatMap(({ team, role }) => {
      const name = teams.find(({ slug }) => slug === team)?.name;
      return name === undefined ? [] : [{ name, role }];
    }),
  };
}
