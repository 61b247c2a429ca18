import type { Question } from "../domain/checklist";
import type { PlanFields } from "../domain/gap-plan";
import { fold } from "../domain/import-rows";
import type { ServiceTexts } from "../domain/service-texts";
import type { Link } from "../domain/text";
import type { Lifecycle, Tier, Verdict } from "../domain/vocabulary";
import type { WantedService, WantedTeam } from "./wanted";

/** A team that is there, deleted ones included. */
export interface KnownTeam {
  id: string;
  slug: string;
  name: string;
  description: string;
  externalRef: string | null;
  deleted: boolean;
}

/** A service that is there, deleted ones included. */
export interface KnownService extends ServiceTexts {
  id: string;
  slug: string;
  name: string;
  teamId: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: string[];
  links: Link[];
  dependsOn: { id: string; slug: string }[];
  externalRef: string | null;
  version: number;
  deleted: boolean;
  /** A deleted one that can still be brought back. */
  restorable: boolean;
}

/** What is there, found by what it is called. */
export interface Index<T> {
  bySlug: ReadonlyMap<string, T>;
  byRef: ReadonlyMap<string, T>;
  /** Those that are not deleted, by folded name. */
  byName: ReadonlyMap<string, readonly T[]>;
}

/** Makes an index: files have thousands of rows. */
export function indexOf<T extends KnownTeam | KnownService>(known: readonly T[]): Index<T> {
  const byName = new Map<string, T[]>();
  for (const each of known) {
    if (each.deleted) continue;
    const name = fold(each.name);
    const same = byName.get(name);
    if (same) same.push(each);
    else byName.set(name, [each]);
  }
  return {
    bySlug: new Map(known.map((each) => [each.slug, each])),
    byRef: new Map(known.flatMap((each) => (each.externalRef === null ? [] : [[each.externalRef, each]]))),
    byName,
  };
}

/** What is found for something in a file: the row that is there, and what is said about how. */
export interface Match<T> {
  found: T | null;
  note: string | null;
  /** Why it cannot be told what is meant. */
  problem: string | null;
}

const only = <T>(list: readonly T[]): T | null => (list.length === 1 ? (list[0] ?? null) : null);
const match = <T>(found: T | null, note: string | null = null): Match<T> => ({ found, note, problem: null });

/**
 * The team that is meant: by what a catalogue calls it, by its short name if the file gives it beside its name, by that, else by its name when no other has it.
 * @param claimed ids that something else in the file is already
 */
export function matchTeam(
  team: Pick<WantedTeam, "name" | "ref" | "slug">,
  known: Index<KnownTeam>,
  claimed: { has(id: string): boolean },
): Match<KnownTeam> {
  const byRef = team.ref === null ? undefined : known.byRef.get(team.ref);
  if (byRef && !byRef.deleted) return match(byRef);
  const own = team.slug === null ? undefined : known.bySlug.get(team.slug);
  if (own && !own.deleted) return match(own);
  const free = (each: KnownTeam) =>
    !each.deleted &&
    (team.ref === null || each.externalRef === null) &&
    ((team.ref === null && team.slug === null) || !claimed.has(each.id));
  const bySlug = known.bySlug.get(team.name.trim());
  if (bySlug && free(bySlug)) return match(bySlug);
  const same = (known.byName.get(fold(team.name)) ?? []).filter(free);
  if (same.length === 0) {
    const lower = known.bySlug.get(fold(team.name));
    return match(lower && free(lower) ? lower : null);
  }
  if (same.length === 1) return match(only(same));
  if (team.ref !== null || team.slug !== null)
    return match<KnownTeam>(null, "Several teams have this name; a new one is created.");
  return {
    found: null,
    note: null,
    problem: `Several teams are called “${team.name}”: use the short name of one.`,
  };
}

/**
 * The service that is meant: by its short name, by what a catalogue calls it, else by its name. Names may repeat across
 * teams: in a spreadsheet one of another team is another service; in a catalogue it is the one that no catalogue knows yet.
 * @param claimed ids that something else in the file is already
 */
export function matchService(
  service: Pick<WantedService, "name" | "ref" | "slug">,
  teamId: string | null,
  known: Index<KnownService>,
  claimed: { has(id: string): boolean },
): Match<KnownService> {
  const { ref, slug } = service;
  const bySlug = slug === null ? undefined : known.bySlug.get(slug);
  if (bySlug) return match(bySlug);
  const byRef = ref === null ? undefined : known.byRef.get(ref);
  if (byRef) return match(byRef);
  if (service.name === null) return match<KnownService>(null);
  // By its short name one row means one service: what another row means so is not this one.
  const named = known.byName.get(fold(service.name)) ?? [];
  const same = slug === null ? named : named.filter((each) => !claimed.has(each.id));
  const ofTeam = same.filter((each) => each.teamId === teamId);
  const others = same.length === 1 ? "Another service has" : `${same.length} other services have`;
  const made = same.length > 0 ? `${others} this name; a new one is created.` : null;
  if (ref !== null) {
    const free = same.filter((each) => each.externalRef === null && !claimed.has(each.id));
    const found = only(free.filter((each) => ofTeam.includes(each))) ?? only(free);
    return match(found, found ? "Found by its name." : made);
  }
  if (ofTeam.length < 2 || slug !== null) return match(only(ofTeam), only(ofTeam) ? null : made);
  const problem = "Several services of this team have this name: add a column with their short names (slug).";
  return { found: null, note: null, problem };
}

/** A service that answers or plans are for, with the questions of its checklist. */
export interface AssessedService {
  id: string;
  slug: string;
  name: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: string[];
  deleted: boolean;
  questions: readonly Question[];
  answers: ReadonlyMap<string, KnownAnswer>;
  plans: ReadonlyMap<string, KnownPlan>;
}

export interface KnownAnswer {
  verdict: Verdict;
  reason: string;
  evidence: Link[];
  version: number;
  /** Where its age starts (S5). */
  savedAt: Date;
}

/** What is planned about a gap; the owner by lower-case address, as everywhere in an import. */
export type KnownPlan = PlanFields & { version: number };

/** A question of a service that a row names. */
export interface ServiceQuestion {
  service: AssessedService;
  question: Question;
}

/** Finds what rows name: services by short name, else by a name that only one has. */
export class ServiceLookup {
  readonly #bySlug: ReadonlyMap<string, AssessedService>;
  readonly #byName = new Map<string, AssessedService[]>();
  constructor(services: readonly AssessedService[]) {
    this.#bySlug = new Map(services.map((each) => [each.slug, each]));
    for (const service of services.filter((each) => !each.deleted)) {
      const name = fold(service.name);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), service]);
    }
  }
  /** @returns the service, or why it cannot be told */
  find(text: string): AssessedService | string {
    const slug = this.#bySlug.get(text.trim().toLowerCase());
    if (slug) return slug;
    const [first, ...others] = this.#byName.get(fold(text)) ?? [];
    if (first && others.length === 0) return first;
    return first
      ? `Several services are called “${text.trim()}”: use the short name of one.`
      : `There is no service “${text.trim()}”.`;
  }
}
