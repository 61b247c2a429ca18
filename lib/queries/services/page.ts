import "server-only";
import type { PortfolioFilters } from "../../contracts/portfolio";
import { areaVerdict } from "../../domain/areas";
import { carriedIncidents, totalIncidents } from "../../domain/exposure";
import type { Pricing } from "../../domain/gap-worth";
import { byCodePoint } from "../../domain/text";
import { COSTS } from "../../domain/vocabulary";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { firstIn, notACursor, pageOf, readCursor } from "../cursor";

const PAGE = 50;

/** What a page is sorted by, and where it goes on. */
export type PageFilters = Pick<PortfolioFilters, "sort" | "group" | "cursor" | "limit">;

/** Where a service stands in an order: by the first value that differs. */
type Key = readonly (string | number)[];

/** To so many digits the same parts come to the same value, in whatever order they are added. */
const settled = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

/** What services are sorted by. Unassessed scores sort as below 0. */
function keyOf(sort: string, service: ServiceThen, snapshot: Snapshot): Key {
  const { facts } = service;
  switch (sort) {
    case "score":
      return [service.score ?? -1];
    case "tier":
      return [facts.tier];
    case "gaps":
      return [service.gaps];
    case "incidents": {
      const { known, unknown } = totalIncidents(carried(service));
      return [settled(known + unknown, 9)];
    }
    case "loss": {
      const incidents = totalIncidents(carried(service));
      const { known, unknown } = lossesOf(service, snapshot.pricing) ?? incidents;
      // what has no price is shown in incidents, and comes in their order
      return [
        ...[settled(known, 5), settled(unknown, 5)],
        ...[settled(incidents.known, 9), settled(incidents.unknown, 9)],
      ];
    }
    default:
      return [facts.name.toLowerCase()];
  }
}

function compare(a: Key, b: Key): number {
  for (let place = 0; place < Math.min(a.length, b.length); place += 1) {
    const [one, other] = [a[place], b[place]];
    const order =
      typeof one === "number" && typeof other === "number"
        ? one - other
        : byCodePoint(String(one), String(other));
    if (order !== 0) return order;
  }
  return 0;
}

/** Expected incidents that a service carries (R6). */
const carried = ({ byCost, facts }: ServiceThen) => carriedIncidents(byCost, facts.lifecycle, facts.deleted);

/** What its incidents are expected to cost in a year (R5); null while no cost has a price. */
function lossesOf(service: ServiceThen, { means, severity, priced }: Pricing) {
  if (priced === 0) return null;
  const byCost = carried(service);
  const sum = (part: "known" | "unknown") =>
    COSTS.reduce((total, cost) => total + byCost[cost][part] * (means[cost] ?? 0), 0) *
    severity[service.facts.tier];
  return { known: sum("known"), unknown: sum("unknown") };
}

/** Services in an order, ties by id. @param sort rising, or falling with a minus before it */
export function sortedServices(
  snapshot: Snapshot,
  services: readonly ServiceThen[],
  sort: NonNullable<PageFilters["sort"]> = "name",
): ServiceThen[] {
  const { places, order } = placesOf(snapshot, services, { sort });
  return places.sort(order).map(({ service }) => service);
}

/** Where a service stands in an order, whether it is there still or not. */
interface Place {
  service: { id: string };
  group: Key;
  key: Key;
}

/** Where services stand in an order. */
function placesOf(
  snapshot: Snapshot,
  services: readonly ServiceThen[],
  { sort = "name", group }: Pick<PageFilters, "sort" | "group">,
) {
  const by = sort.replace("-", "");
  const direction = sort.startsWith("-") ? -1 : 1;
  const groupOf = ({ facts }: ServiceThen): Key => {
    if (!group) return [];
    const { name, slug } = teamOf(snapshot, facts.teamId);
    return [name.toLowerCase(), slug];
  };
  const places = services.map((service) => {
    return { service, group: groupOf(service), key: keyOf(by, service, snapshot) };
  });
  const order = (a: Place, b: Place) =>
    compare(a.group, b.group) ||
    direction * (compare(a.key, b.key) || byCodePoint(a.service.id, b.service.id));
  return { places, order };
}

/**
 * A page of services in their order, ties by id.
 * @throws AppError invalid_input for a cursor that was not given here
 */
export function pageOfServices(
  snapshot: Snapshot,
  services: readonly ServiceThen[],
  { cursor, limit = PAGE, ...filters }: PageFilters,
): { page: ServiceThen[]; nextCursor: string | null } {
  const { places, order } = placesOf(snapshot, services, filters);
  const after = cursor ? readPlace(cursor) : null;
  const left = after ? places.filter((place) => order(place, after) > 0) : places;
  const { page, nextCursor } = pageOf(firstIn(left, order, limit + 1), limit, (place) => ({
    value: JSON.stringify([place.group, place.key]),
    id: place.service.id,
  }));
  return { page: page.map(({ service }) => service), nextCursor };
}

/** The place that a cursor stands for. @throws AppError invalid_input for one that was not given here */
function readPlace(cursor: string): Place {
  const { value, id } = readCursor(cursor);
  try {
    const [group, key] = JSON.parse(value) as unknown[];
    if (isKey(group) && isKey(key)) return { service: { id }, group, key };
  } catch {
    // falls through to the refusal below
  }
  throw notACursor();
}

const isKey = (value: unknown): value is Key =>
  Array.isArray(value) && value.every((part) => typeof part === "string" || typeof part === "number");

/** A service of a list as the API shows it. */
export function presentService(service: ServiceThen, snapshot: Snapshot) {
  const { facts } = service;
  const team = teamOf(snapshot, facts.teamId);
  const { known, unknown } = totalIncidents(carried(service));
  return {
    slug: service.slug,
    name: facts.name,
    team: team.slug,
    teamName: team.name,
    tier: facts.tier,
    lifecycle: facts.lifecycle,
    tags: [...facts.tags],
    deletedAt: service.deletedAt?.toISOString() ?? null,
    example: service.example,
    standing: service.standing,
    score: service.score,
    counting: service.counting,
    answered: service.answered,
    gaps: service.gaps,
    blockers: service.blockers,
    stale: service.stale,
    unanswered: service.unanswered,
    incidents: { known, unknown },
    losses: lossesOf(service, snapshot.pricing),
    areas: service.areas.map(areaVerdict),
  };
}
