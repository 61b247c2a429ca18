import { assessPage } from "@/components/addresses/assess-page";
import { assessHref, servicesPage } from "@/components/addresses/pages";
import type { LinkedWords } from "@/components/figure/linked-words";
import type { AgedService, MyTeam, NextService } from "@/lib/contracts/my-work";
import { counted } from "@/lib/domain/words";

/** Where to begin: a service that nobody has answered before one that is begun, in the order of the teams. */
export function firstNext(teams: readonly MyTeam[]): { team: MyTeam; next: NextService } | null {
  const waiting = teams.flatMap((team) => (team.next === null ? [] : [{ team, next: team.next }]));
  return waiting.find(({ next }) => next.answered === 0) ?? waiting[0] ?? null;
}

/** The service of all teams with the most stale answers; null when none has any. */
export function mostAged(teams: readonly MyTeam[]): AgedService | null {
  const aged = teams.flatMap(({ aged }) => aged ?? []);
  return aged.reduce<AgedService | null>(
    (most, each) => (most && most.stale >= each.stale ? most : each),
    null,
  );
}

/** Where its stale answers are looked at again. */
export const agedHref = ({ slug }: AgedService): string =>
  assessHref(slug) + assessPage.search({ show: "stale" });

/** Once all is answered: what of it went stale, which counts as unclear (S5); null when nothing did. */
function agedWords(teams: readonly MyTeam[]): LinkedWords[] | null {
  const most = mostAged(teams);
  if (most === null) return null;
  const stale = teams.reduce((sum, team) => sum + team.stale, 0);
  const service: LinkedWords = { text: most.name, href: agedHref(most), isolate: true };
  const [answers, are] = [counted(stale, "answer"), stale === 1 ? "is" : "are"];
  return most.stale === stale
    ? [{ text: `; ${answers} of ` }, service, { text: ` ${are} stale.` }]
    : [{ text: `; ${answers} ${are} stale, ` }, service, { text: " first." }];
}

const servicesHref = (team: readonly string[], unassessed = false): string =>
  servicesPage.href({ team: [...team], standing: unassessed ? ["unassessed"] : [] });

/** What waits for somebody, in a sentence that leads there. */
export function workSentence(teams: readonly MyTeam[]): LinkedWords[] {
  const [only, ...others] = teams;
  if (only === undefined) return [{ text: "You are on no team yet." }];
  return others.length === 0 ? ofOne(only) : ofSeveral(teams);
}

function ofOne(team: MyTeam): LinkedWords[] {
  const { slug, name, services, unassessed, next } = team;
  const yours: LinkedWords[] = [
    { text: "Your team " },
    { text: name, href: `/teams/${slug}`, isolate: true },
    { text: " has " },
  ];
  if (services === 0) return [...yours, { text: "no service yet." }];
  const count: LinkedWords = { text: counted(services, "service"), href: servicesHref([slug]) };
  if (next === null) {
    return [
      ...yours,
      count,
      ...(agedWords([team]) ?? [
        { text: services === 1 ? ", and all of it is answered." : ", and all is answered." },
      ]),
    ];
  }
  const service: LinkedWords = { text: next.name, href: assessHref(next.slug), isolate: true };
  if (next.answered > 0) {
    const rest = next.counting - next.answered;
    return [
      ...yours,
      count,
      { text: "; " },
      service,
      { text: ` has ${counted(rest, "question")} left to answer.` },
    ];
  }
  if (unassessed > 1) {
    return [
      ...yours,
      count,
      { text: "; " },
      unansweredWords(unassessed, services, servicesHref([slug], true)),
      { text: " unanswered, " },
      service,
      { text: " first." },
    ];
  }
  return [...yours, count, { text: "; " }, service, { text: " is unanswered." }];
}

const unansweredWords = (unassessed: number, services: number, href: string): LinkedWords => ({
  text: unassessed === services ? "all are" : counted(unassessed, "is", "are"),
  href,
  tone: "bad",
});

function ofSeveral(teams: readonly MyTeam[]): LinkedWords[] {
  const sum = (of: (team: MyTeam) => number) => teams.reduce((all, team) => all + of(team), 0);
  const slugs = teams.map(({ slug }) => slug);
  const services = sum((team) => team.services);
  const unassessed = sum((team) => team.unassessed);
  const yours: LinkedWords[] = [
    { text: "Your " },
    { text: `${teams.length} teams`, href: "/teams" },
    { text: " have " },
  ];
  if (services === 0) return [...yours, { text: "no service yet." }];
  const count: LinkedWords = { text: counted(services, "service"), href: servicesHref(slugs) };
  const first = firstNext(teams);
  if (first === null) return [...yours, count, ...(agedWords(teams) ?? [{ text: ", and all is answered." }])];
  const { team, next } = first;
  const service: LinkedWords = { text: next.name, href: assessHref(next.slug), isolate: true };
  const where: LinkedWords[] = [service, { text: " of " }, { text: team.name, isolate: true }];
  if (unassessed === 0) {
    return [...yours, count, { text: "; " }, ...where, { text: " is not answered to the end." }];
  }
  if (unassessed === 1 && next.answered === 0) {
    return [...yours, count, { text: "; " }, ...where, { text: " is unanswered." }];
  }
  return [
    ...yours,
    count,
    { text: "; " },
    unansweredWords(unassessed, services, servicesHref(slugs, true)),
    { text: " unanswered, " },
    ...where,
    { text: " first." },
  ];
}
