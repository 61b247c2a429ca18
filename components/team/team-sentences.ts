import { exposureHref } from "@/components/addresses/leads-to";
import { NO_CHOICE } from "@/components/addresses/pages";
import { amountFigure, choiceSubject, countFigure } from "@/components/figure/figure";
import type { LinkedWords } from "@/components/figure/linked-words";
import type { Unit } from "@/lib/domain/amount-text";
import { READY, type Summary, summarise } from "@/lib/domain/standing";
import { STANDINGS, type Standing } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";

/** More teams than the list of services takes as a filter. */
const MOST_TEAMS = 50;

/** The services of some teams in the list of services; all teams when none is named. */
export function servicesHref(teams: readonly string[], standings: readonly Standing[] = []): string {
  const search = new URLSearchParams();
  if (teams.length <= MOST_TEAMS) for (const team of teams) search.append("team", team);
  for (const standing of standings) search.append("standing", standing);
  return search.size === 0 ? "/services" : `/services?${search}`;
}

/** The services of a team as of an earlier instant: in the heat map of then. */
export function servicesThenHref(team: string, asOf: string, standings: readonly Standing[] = []): string {
  const search = new URLSearchParams({ team });
  for (const standing of standings) search.append("standing", standing);
  search.append("asOf", asOf);
  return `/?${search}#heat`;
}

/** The services of several teams together (S8). Their score is null: means of teams do not add up. */
export function addUp(summaries: readonly Summary[]): Summary {
  const groups = summaries.flatMap(({ byStanding }) =>
    STANDINGS.map((standing) => ({ standing, count: byStanding[standing], score: 0 })),
  );
  return { ...summarise(groups), score: null };
}

/** Whose figures they are, all together or those of some standings; null where no page names them so. */
type Subject = ((standings: readonly Standing[]) => string) | null;

/** How many of some services the business can rely on: half a sentence that follows "own 3 services". */
function reliesOn(
  { services, byStanding }: Summary,
  href: (standings: readonly Standing[]) => string,
  subject: Subject,
): LinkedWords[] {
  const ready = byStanding.production_ready + byStanding.ready_with_accepted_risks;
  if (byStanding.unassessed === services) {
    const text = services === 1 ? "it has not been assessed" : "none of them has been assessed";
    return [{ text: "; " }, { text, href: href(["unassessed"]) }, { text: " yet." }];
  }
  if (ready === 0)
    return [{ text: `; the business cannot rely on ${services === 1 ? "it" : "any of them"} yet.` }];
  const all = services === 1 ? "it" : "all of them";
  const text = ready === services ? all : `${ready.toLocaleString("en")} of them`;
  const figures = subject === null ? [] : [countFigure(subject(READY), "services", ready)];
  return [
    { text: "; the business can rely on " },
    { text, href: href(READY), tone: "good", figures },
    { text: "." },
  ];
}

interface Carries {
  /** Gaps whose planned day is over without the work being done. */
  overdue?: number;
  /** What known gaps of its live services are expected to cost a year; null while nothing has a price. */
  carried?: { unit: Unit; amount: number } | null;
}

/** That a team owns its services, or first what those are expected to cost. */
function owns(team: string, asOf: string | null, carried: Carries["carried"]): LinkedWords[] {
  if (!carried || carried.amount === 0) return [{ text: " owns " }];
  const subject = choiceSubject({ ...NO_CHOICE, team: [team] }, asOf);
  const figure = amountFigure(subject, "now.known", carried.amount, carried.unit);
  const href = exposureHref({ ...NO_CHOICE, team: [team], asOf: asOf ?? "" });
  return [
    { text: " carries " },
    { text: `${figure.text} a year`, href, tone: "bad", figures: [figure] },
    { text: " in known gaps of its " },
  ];
}

/**
 * What one team owns, how much of it the business can rely on, and what it is late with.
 * @param asOf an earlier instant; null for now
 */
export function teamSentence(
  team: { slug: string; name: string },
  summary: Summary,
  asOf: string | null = null,
  { overdue = 0, carried = null }: Carries = {},
): LinkedWords[] {
  const name: LinkedWords = { text: team.name, isolate: true };
  if (summary.services === 0) return [name, { text: " owns no service that is in use." }];
  const href = (standings: readonly Standing[]) =>
    asOf === null ? servicesHref([team.slug], standings) : servicesThenHref(team.slug, asOf, standings);
  const subject = (standing: readonly Standing[]) =>
    choiceSubject({ ...NO_CHOICE, team: [team.slug], standing }, asOf);
  return [
    name,
    ...owns(team.slug, asOf, carried),
    {
      text: counted(summary.services, "service"),
      href: href([]),
      figures: [countFigure(subject([]), "services", summary.services)],
    },
    ...reliesOn(summary, href, subject),
    ...late(team.slug, overdue),
  ];
}

const late = (team: string, overdue: number): LinkedWords[] =>
  overdue === 0
    ? []
    : [
        { text: " " },
        { text: counted(overdue, "fix", "fixes"), href: `/gaps?team=${team}&due=overdue`, tone: "bad" },
        { text: overdue === 1 ? " is overdue." : " are overdue." },
      ];

/**
 * What the teams of the list own together.
 * @param q what they were looked for by; "" when all are listed
 */
export function teamsSentence(teams: readonly string[], summary: Summary, q: string): LinkedWords[] {
  if (teams.length === 0)
    return [{ text: "No team has “" }, { text: q, isolate: true }, { text: "” in its name." }];
  const one = teams.length === 1;
  const narrowed = q === "" ? [] : teams;
  const subject: Subject = q === "" ? (standing) => choiceSubject({ ...NO_CHOICE, standing }, null) : null;
  const who: LinkedWords[] =
    q === ""
      ? [{ text: counted(teams.length, "team"), href: "/teams" }]
      : [
          { text: `${counted(teams.length, "team")} with “` },
          { text: q, isolate: true },
          { text: "” in the name" },
        ];
  if (summary.services === 0)
    return [...who, { text: one ? " owns no service that is in use." : " own no service that is in use." }];
  return [
    ...who,
    { text: one ? " owns " : " own " },
    {
      text: counted(summary.services, "service"),
      href: servicesHref(narrowed),
      figures: subject === null ? [] : [countFigure(subject([]), "services", summary.services)],
    },
    ...reliesOn(summary, (standings) => servicesHref(narrowed, standings), subject),
  ];
}
