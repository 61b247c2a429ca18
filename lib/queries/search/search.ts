import "server-only";
import type { Scope } from "../../auth/scope";
import { yieldRegularly } from "../../config/yield-regularly";
import type { Found, Hit, SearchFilters } from "../../contracts/search";
import { STAMP } from "../../db/changes/stamp";
import { reader } from "../../db/transaction";
import { bestFound, type Findable, findable, finds, scoresOf, type Wanted, wanted } from "../../domain/find";
import type { Actor } from "../../domain/policy";
import { derived, keyOf } from "../../snapshot/derived";
import type { Facts } from "../../snapshot/history";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { dayText } from "../launches/launch-rows";
import { foundGaps, foundQuestions, type Scored } from "./found-questions";

/** How many are found when nobody says, and at most of one kind. */
const PAGE = 20;
const OF_A_KIND = 8;
/** What is over counts less than what is found as well and is not. */
const OVER = 0.8;
/** What belongs to a team of one's own comes before what is found as well. */
const OWN = 0.05;

/**
 * What a few words lead to among all that the viewer may read: services and teams that are there, questions that services are
 * asked, gaps that are open, people and launches. A pure look at the snapshot; one statement, and two more when names of
 * people or launches may have changed.
 */
export async function loadFound(
  { viewer: { actor } }: Scope<"search:read">,
  { q, limit = PAGE }: SearchFilters,
  now: Date,
): Promise<Found> {
  const snapshot = await snapshotNow(now);
  const search = wanted(q);
  const { people, launches } = await namesIn(snapshot);
  const services: Scored[] = [];
  const breathe = yieldRegularly();
  for (const service of snapshot.services) {
    await breathe();
    if (service.facts.deleted) continue;
    const of = findableService(snapshot, service);
    services.push({ service, of, scores: scoresOf(search, of) });
  }
  const questions = foundQuestions(snapshot, search);
  const hits: Hit[] = [
    ...foundServices(snapshot, services, search, actor),
    ...foundTeams(snapshot, search, actor),
    ...questions,
    ...foundGaps(snapshot, search, q, questions, services),
    ...bestFound(people, (each) => finds(search, each.of) * (each.disabled ? OVER : 1), OF_A_KIND).map(
      ({ item: { person, name, email, disabled }, score }): Hit => ({
        kind: "person",
        ...{ score, person, name, email, disabled },
      }),
    ),
    ...bestFound(
      launches,
      (each) => finds(search, each.of) * (each.state === "open" ? 1 : OVER),
      OF_A_KIND,
    ).map(
      ({ item: { launch, title, targetDate, state }, score }): Hit => ({
        kind: "launch",
        ...{ score, launch, title, targetDate, state },
      }),
    ),
  ];
  return { items: hits.sort((a, b) => b.score - a.score).slice(0, limit) };
}

const ownBonus = (score: number, teamId: string, actor: Actor): number =>
  score > 0 && actor.teams[teamId] ? score + OWN : score;

function foundServices(snapshot: Snapshot, services: readonly Scored[], search: Wanted, actor: Actor): Hit[] {
  const scoreOf = ({ service, of, scores }: Scored) => {
    const score = finds(search, of, scores);
    return ownBonus(service.counts ? score : score * OVER, service.facts.teamId, actor);
  };
  return bestFound(services, scoreOf, OF_A_KIND).map(({ item: { service }, score }) => ({
    kind: "service",
    ...{ score, service: service.slug, name: service.facts.name },
    teamName: teamOf(snapshot, service.facts.teamId).name,
    ...{ lifecycle: service.facts.lifecycle, standing: service.standing },
  }));
}

const knownServices = new WeakMap<Facts, { team: string; of: Findable }>();

/** A service by its name; its short name, tags and team lead to it too. */
function findableService(snapshot: Snapshot, { slug, facts }: ServiceThen): Findable {
  const team = teamOf(snapshot, facts.teamId).name;
  const known = knownServices.get(facts);
  if (known?.team === team) return known.of;
  const of = findable(facts.name, slug, team, ...facts.tags);
  knownServices.set(facts, { team, of });
  return of;
}

function foundTeams(snapshot: Snapshot, search: Wanted, actor: Actor): Hit[] {
  const teams = [...snapshot.teams.values()].filter(({ deletedAt }) => deletedAt === null);
  const best = bestFound(
    teams,
    ({ id, name, slug }) => ownBonus(finds(search, findable(name, slug)), id, actor),
    OF_A_KIND,
  );
  return best.map(({ item: { id, slug, name }, score }) => ({
    kind: "team",
    ...{ score, team: slug, name },
    services: snapshot.services.filter(({ counts, facts }) => counts && facts.teamId === id).length,
  }));
}

interface Names {
  people: readonly { person: string; name: string; email: string; disabled: boolean; of: Findable }[];
  launches: readonly {
    launch: string;
    title: string;
    targetDate: string;
    state: Extract<Hit, { kind: "launch" }>["state"];
    of: Findable;
  }[];
}

/** What is found and stands in no snapshot, read again only after something changed. */
async function namesIn(snapshot: Snapshot): Promise<Names> {
  const [row] = await reader().$queryRaw<{ stamp: string }[]>`SELECT ${STAMP} AS "stamp"`;
  return derived(snapshot, keyOf("names to find", { stamp: row?.stamp }), async () => {
    const [people, launches] = await Promise.all([
      reader().person.findMany({ select: { id: true, name: true, email: true, disabledAt: true } }),
      reader().launch.findMany({ select: { id: true, title: true, targetDate: true, state: true } }),
    ]);
    return {
      people: people.map(({ id, name, email, disabledAt }) => ({
        ...{ person: id, name, email, disabled: disabledAt !== null, of: findable(name, email) },
      })),
      launches: launches.map(({ id, title, targetDate, state }) => ({
        ...{ launch: id, title, targetDate: dayText(targetDate), state, of: findable(title) },
      })),
    };
  });
}
