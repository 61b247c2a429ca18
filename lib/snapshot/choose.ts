import { DAILY_FILTERS, OTHER_FILTERS, type ServiceChoice, type ServiceFilter } from "../domain/filters";
import { canBeRestored } from "../domain/restoration";
import { foldedText, searchWords } from "../domain/search-text";
import { plansOf } from "./plan-of";
import type { ServiceThen } from "./service-then";
import { type Snapshot, teamOf } from "./snapshot";

type Context = Pick<Snapshot, "teams" | "plans">;
type Predicate = (service: ServiceThen) => boolean;

const among = <T>(values: readonly T[], of: (service: ServiceThen) => T): Predicate => {
  const wanted = new Set(values);
  return (service) => wanted.has(of(service));
};

/** What each filter means: whether a service has one of the values, which are never none. */
const PREDICATES: {
  [Name in ServiceFilter]: (values: NonNullable<ServiceChoice[Name]>, context: Context) => Predicate;
} = {
  team: (teams, context) => among(teams, ({ facts }) => teamOf(context, facts.teamId).slug),
  tier: (tiers) => among<string>(tiers, ({ facts }) => String(facts.tier)),
  lifecycle: (lifecycles) => among(lifecycles, ({ facts }) => facts.lifecycle),
  standing: (standings) => among(standings, ({ standing }) => standing),
  tag(tags) {
    const wanted = new Set(tags);
    return ({ facts }) => facts.tags.some((each) => wanted.has(each));
  },
  owner(owners, context) {
    const wanted = new Set(owners);
    return (service) => {
      let owned = 0;
      for (const { ownerId } of plansOf(context, service)?.values() ?? []) {
        if (ownerId === null) continue;
        if (wanted.has(ownerId)) return true;
        owned += 1;
      }
      return wanted.has("none") && owned < service.gaps;
    };
  },
};

const predicatesOf = (
  names: readonly ServiceFilter[],
  choice: ServiceChoice,
  context: Context,
): Predicate[] => {
  const ofOne = <Name extends ServiceFilter>(name: Name): Predicate[] => {
    const values = choice[name];
    return values?.length ? [PREDICATES[name](values, context)] : [];
  };
  return names.flatMap(ofOne);
};

const every = (predicates: readonly Predicate[]): Predicate => {
  if (predicates.length === 0) return () => true;
  return (service) => predicates.every((predicate) => predicate(service));
};

/** Whether a service belonged where the filters say: by what it was then (H4). */
export const isPlaced = (choice: ServiceChoice, context: Context): Predicate =>
  every(predicatesOf(DAILY_FILTERS, choice, context));

/** Whether a service is one of those that are meant wherever they belonged at another time: by name, standing and the like. */
export function isNamed(choice: ServiceChoice, context: Context): Predicate {
  const predicates = predicatesOf(OTHER_FILTERS, choice, context);
  if (choice.q) predicates.push(isFound(choice.q, context));
  return every(predicates);
}

/** Whether every word of a search stands in the name, the short name or the name of the team. */
function isFound(search: string, context: Context): Predicate {
  const words = searchWords(search).map(foldedText);
  const teams = new Map<string, string>();
  const teamName = (id: string): string => {
    const known = teams.get(id);
    if (known !== undefined) return known;
    const name = foldedText(teamOf(context, id).name);
    teams.set(id, name);
    return name;
  };
  return ({ slug, facts }) => {
    const name = foldedText(facts.name);
    return words.every(
      (word) => name.includes(word) || slug.includes(word) || teamName(facts.teamId).includes(word),
    );
  };
}

/** Whether any filter narrows it down to services that are meant at other times too. */
export const isNarrow = (choice: ServiceChoice): boolean =>
  Boolean(choice.q) || OTHER_FILTERS.some((name) => Boolean(choice[name]?.length));

/** What a list can be of, too. */
export type ListedChoice = ServiceChoice & {
  /** Those that were deleted and can still be restored, instead of those that are there. */
  readonly deleted?: boolean | undefined;
};

/** The services of a snapshot that filters choose, by short name; retired ones too. */
export function chosenOf(
  snapshot: Context & Pick<Snapshot, "services" | "at">,
  choice: ListedChoice,
): ServiceThen[] {
  const isThere: Predicate = choice.deleted
    ? ({ deletedAt }) => deletedAt !== null && canBeRestored(deletedAt, snapshot.at)
    : ({ facts }) => !facts.deleted;
  const [placed, named] = [isPlaced(choice, snapshot), isNamed(choice, snapshot)];
  return snapshot.services.filter((service) => isThere(service) && placed(service) && named(service));
}
