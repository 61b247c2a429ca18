import { COLUMN_TEXT } from "../domain/cells";
import { type ServiceTexts, textsOf } from "../domain/service-texts";
import { LIST_LIMITS, type Link } from "../domain/text";
import type { Lifecycle, Tier } from "../domain/vocabulary";
import type { KnownService } from "./known";
import { firstOf } from "./texts";
import type { Choice, WantedService } from "./wanted";

/** The facts of a service as they are or are to be; other services and its team by id. */
export interface Facts extends ServiceTexts {
  name: string;
  teamId: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: string[];
  links: Link[];
  dependsOn: string[];
  externalRef: string | null;
}

/** The facts that a row asks for, on top of those that are there. */
export function factsOf(
  wanted: WantedService,
  before: KnownService | null,
  { teamId, dependsOn }: { teamId: string; dependsOn: string[] },
  notes: string[],
): Facts {
  const choose = <T>(choice: Choice<T>, now: T | undefined): T => {
    if (now !== undefined && choice.fits.includes(now)) return now;
    if (choice.note) notes.push(choice.note);
    return choice.value;
  };
  const merge = <T>(
    now: readonly T[],
    more: readonly T[] | null,
    key: (item: T) => string,
    adds = wanted.adds,
  ): T[] => {
    if (more === null) return [...now];
    if (!adds) return [...more];
    const there = new Set(now.map(key));
    return [...now, ...more.filter((item) => !there.has(key(item)))];
  };
  const name = wanted.name?.trim() || before?.name || wanted.slug || "";
  return {
    name: before?.name.trim() === name ? before.name : name,
    teamId,
    tier: choose(wanted.tier, before?.tier),
    lifecycle: choose(wanted.lifecycle, before?.lifecycle),
    tags: firstOf(merge(before?.tags ?? [], wanted.tags, String), LIST_LIMITS.tags, "tags", notes),
    ...textsOf(wanted, before),
    links: firstOf(
      merge(before?.links ?? [], wanted.links, (link) => link.url, wanted.addsLinks),
      LIST_LIMITS.links,
      "links",
      notes,
    ),
    dependsOn: firstOf(
      merge(
        before?.dependsOn.map((each) => each.id) ?? [],
        wanted.dependsOn && [...new Set(dependsOn)],
        String,
      ),
      LIST_LIMITS.dependsOn,
      "dependencies",
      notes,
    ),
    externalRef: before?.externalRef ?? wanted.ref,
  };
}

/** The facts of a service in words, by field, for the preview. Names of teams and services are looked up. */
export function showFacts(
  facts: Facts,
  names: { team: (id: string) => string; service: (id: string) => string },
): Record<string, string | null> {
  return {
    name: facts.name,
    team: names.team(facts.teamId),
    tier: String(facts.tier),
    lifecycle: facts.lifecycle,
    tags: COLUMN_TEXT.list([...facts.tags].sort()),
    ...textsOf(facts),
    links: COLUMN_TEXT.links(facts.links),
    dependsOn: COLUMN_TEXT.list(facts.dependsOn.map(names.service).sort()),
    externalRef: facts.externalRef,
  };
}
