import "server-only";
import type { Scope } from "../../auth/scope";
import { byCodePoint } from "../../domain/text";
import type { ServiceThen } from "../../snapshot/service-then";
import { snapshotNow } from "../../snapshot/snapshot-at";

/** The service of a team to answer next: one that nobody has assessed before one that is begun, the most critical first. */
export interface NextService {
  slug: string;
  name: string;
  /** Questions that count and have a verdict, of all that count. */
  answered: number;
  counting: number;
}

/** A team of the viewer, and what waits there for an answer. */
export interface MyTeam {
  slug: string;
  name: string;
  role: "lead" | "member";
  /** Services that are neither retired nor deleted; so many of them are unassessed. */
  services: number;
  unassessed: number;
  /** Null when everything is answered, or there is nothing to answer. */
  next: NextService | null;
}

/** What somebody who has just joined is shown first. */
export interface MyStart {
  teams: MyTeam[];
}

/** The viewer's teams by name, and where to begin in each of them: in what is unassessed, the most critical first. */
export async function loadMyStart(scope: Scope<"service:list">, now: Date): Promise<MyStart> {
  const { teams: roles } = scope.viewer.actor;
  const snapshot = await snapshotNow(now);
  const teams = Object.entries(roles).flatMap(([id, role]): (MyTeam & { id: string })[] => {
    const team = snapshot.teams.get(id);
    if (!team || team.deletedAt) return [];
    const services = snapshot.services.filter((each) => each.counts && each.facts.teamId === id);
    return [
      {
        ...{ id, slug: team.slug, name: team.name, role, services: services.length },
        unassessed: services.filter((each) => each.standing === "unassessed").length,
        next: nextOf(services),
      },
    ];
  });
  const name = (team: MyTeam) => team.name.toLowerCase();
  return {
    teams: teams
      .sort((a, b) => byCodePoint(name(a), name(b)) || byCodePoint(a.id, b.id))
      .map(({ id: _, ...team }) => team),
  };
}

function nextOf(services: readonly ServiceThen[]): NextService | null {
  const isAssessed = (service: ServiceThen) => Number(service.standing !== "unassessed");
  const [next] = services
    .filter((each) => each.unanswered > 0)
    .sort(
      (a, b) =>
        isAssessed(a) - isAssessed(b) ||
        a.facts.tier - b.facts.tier ||
        byCodePoint(a.facts.name.toLowerCase(), b.facts.name.toLowerCase()) ||
        byCodePoint(a.id, b.id),
    );
  if (!next) return null;
  const { slug, facts, counting, unanswered } = next;
  return { slug, name: facts.name, answered: counting - unanswered, counting };
}
