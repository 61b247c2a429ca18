import { canBeRestored } from "../domain/restoration";
import type { Lifecycle, Standing } from "../domain/vocabulary";
import type { ServiceThen } from "./service-then";
import { type Snapshot, teamOf } from "./snapshot";

/** Which services are meant: values of one filter widen, filters narrow. Undefined or empty: all. */
export interface ServiceChoice {
  /** Short names of teams. */
  team?: readonly string[] | undefined;
  tier?: readonly string[] | undefined;
  lifecycle?: readonly Lifecycle[] | undefined;
  standing?: readonly Standing[] | undefined;
  tag?: readonly string[] | undefined;
  /** Within the name, the short name or the name of the team. */
  q?: string | undefined;
  /** Those that were deleted and can still be restored, instead of those that are there. */
  deleted?: boolean | undefined;
}

type Names = Pick<Snapshot, "teams">;
type Predicate = (service: ServiceThen) => boolean;

const every = (predicates: readonly Predicate[]): Predicate => {
  if (predicates.length === 0) return () => true;
  return (service) => predicates.every((predicate) => predicate(service));
};

const among = <T>(values: readonly T[] | undefined, of: (service: ServiceThen) => T): Predicate[] => {
  if (!values?.length) return [];
  const wanted = new Set(values);
  return [(service) => wanted.has(of(service))];
};

/** Whether a service belonged where the filters say: by what it was then (H4). */
export const isPlaced = ({ team, tier, lifecycle }: ServiceChoice, names: Names): Predicate =>
  every([
    ...among(team, ({ facts }) => teamOf(names, facts.teamId).slug),
    ...among(tier, ({ facts }) => String(facts.tier)),
    ...among(lifecycle, ({ facts }) => facts.lifecycle),
  ]);

/** Whether a service is one of those that are meant wherever they belonged at another time: by name, standing and tag. */
export function isNamed({ q, standing, tag }: ServiceChoice, names: Names): Predicate {
  const predicates: Predicate[] = among(standing, (service) => service.standing);
  if (q) {
    const part = q.toLowerCase();
    const within = (text: string) => text.toLowerCase().includes(part);
    predicates.push(
      ({ slug, facts }) =>
        within(facts.name) || slug.includes(part) || within(teamOf(names, facts.teamId).name),
    );
  }
  if (tag?.length) {
    const wanted = new Set(tag);
    predicates.push(({ facts }) => facts.tags.some((each) => wanted.has(each)));
  }
  return every(predicates);
}

/** Whether any filter narrows it down to services that are meant at other times too. */
export const isNarrow = ({ q, standing, tag }: ServiceChoice): boolean =>
  Boolean(q) || Boolean(standing?.length) || Boolean(tag?.length);

/** The services of a snapshot that filters choose, by short name; retired ones too. */
export function chosenOf(
  snapshot: Pick<Snapshot, "services" | "teams" | "at">,
  choice: ServiceChoice,
): ServiceThen[] {
  const isThere: Predicate = choice.deleted
    ? ({ deletedAt }) => deletedAt !== null && canBeRestored(deletedAt, snapshot.at)
    : ({ facts }) => !facts.deleted;
  const [placed, named] = [isPlaced(choice, snapshot), isNamed(choice, snapshot)];
  return snapshot.services.filter((service) => isThere(service) && placed(service) && named(service));
}
