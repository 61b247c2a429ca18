import type { Standing } from "../domain/vocabulary";

// What the page of one's own work is told. No operation of the API answers with it, so that nothing has to be checked.

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
  /** Stale answers of all its services. */
  stale: number;
  /** The service with the most of them; null when there is none. */
  aged: AgedService | null;
}

/** A service with answers that went stale. */
export interface AgedService {
  slug: string;
  name: string;
  stale: number;
}

/** A service of the viewer's teams that asks for answers: it has unanswered questions, or answers that went stale. */
export interface ServiceToAnswer extends NextService {
  team: { slug: string; name: string };
  standing: Standing;
  stale: number;
}

export interface MyTeams {
  teams: MyTeam[];
  /** Those with the most to answer, unassessed ones first. */
  services: ServiceToAnswer[];
  /** How many services ask for answers, beyond the list too. */
  total: number;
}

/** The first of a list, and how many there are. */
export interface Some<T> {
  total: number;
  items: T[];
}

/** What nobody but an admin sees to. */
export interface ForAdmins {
  /** People who can sign in, are neither admin nor executive, and are on no team. */
  people: Some<{ id: string; name: string }>;
  /** Teams that nobody is on. */
  teams: Some<{ slug: string; name: string }>;
  /** Services without a first answer; whether a list of all such has these alone, and none of the example. */
  services: Some<{ slug: string; name: string }> & { alone: boolean };
}
