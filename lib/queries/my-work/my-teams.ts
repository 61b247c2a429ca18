import "server-only";
import type { Scope } from "../../auth/scope";
import type { MyTeam, MyTeams, NextService } from "../../contracts/my-work";
import { byCodePoint } from "../../domain/text";
import type { ServiceThen } from "../../snapshot/service-then";
import { teamOf } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";

/** As many services as are listed. */
const LISTED = 12;

/** The viewer's teams by name, where to begin in each of them, and which of their services ask for answers. */
export async function loadMyTeams(scope: Scope<"service:list">, now: Date): Promise<MyTeams> {
  const { teams: roles } = scope.viewer.actor;
  const snapshot = await snapshotNow(now);
  const asking = snapshot.services.filter(
    (each) => each.counts && each.facts.teamId in roles && each.unanswered + each.stale > 0,
  );
  const teams = Object.entries(roles).flatMap(([id, role]): (MyTeam & { id: string })[] => {
    const team = snapshot.teams.get(id);
    if (!team || team.deletedAt) return [];
    const services = snapshot.services.filter((each) => each.counts && each.facts.teamId === id);
    return [
      {
        ...{ id, slug: team.slug, name: team.name, role, services: services.length },
        unassessed: services.filter((each) => each.standing === "unassessed").length,
        next: nextOf(services),
        ...agedOf(services),
      },
    ];
  });
  const name = (team: MyTeam) => team.name.toLowerCase();
  return {
    teams: teams
      .sort((a, b) => byCodePoint(name(a), name(b)) || byCodePoint(a.id, b.id))
      .map(({ id: _, ...team }) => team),
    services: asking
      .sort(
        (a, b) =>
          isAssessed(a) - isAssessed(b) || b.unanswered + b.stale - a.unanswered - a.stale || byName(a, b),
      )
      .slice(0, LISTED)
      .map((each) => ({
        ...progressOf(each),
        team: teamOf(snapshot, each.facts.teamId),
        standing: each.standing,
        stale: each.stale,
      })),
    total: asking.length,
  };
}

const isAssessed = (service: ServiceThen) => Number(service.standing !== "unassessed");
const byName = (a: ServiceThen, b: ServiceThen) =>
  byCodePoint(a.facts.name.toLowerCase(), b.facts.name.toLowerCase()) || byCodePoint(a.id, b.id);

function nextOf(services: readonly ServiceThen[]): NextService | null {
  const [next] = services
    .filter((each) => each.unanswered > 0)
    .sort((a, b) => isAssessed(a) - isAssessed(b) || a.facts.tier - b.facts.tier || byName(a, b));
  return next ? progressOf(next) : null;
}

function agedOf(services: readonly ServiceThen[]): Pick<MyTeam, "stale" | "aged"> {
  const [most] = services
    .filter((each) => each.stale > 0)
    .sort((a, b) => b.stale - a.stale || a.facts.tier - b.facts.tier || byName(a, b));
  return {
    stale: services.reduce((sum, each) => sum + each.stale, 0),
    aged: most ? { slug: most.slug, name: most.facts.name, stale: most.stale } : null,
  };
}

const progressOf = ({ slug, facts, counting, unanswered }: ServiceThen): NextService => ({
  ...{ slug, name: facts.name },
  ...{ answered: counting - unanswered, counting },
});
