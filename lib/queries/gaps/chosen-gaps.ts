import "server-only";
import type { GapFilters } from "../../contracts/gaps";
import { ofServices, type ServiceChoice } from "../../domain/filters";
import { type AlikeGaps, leadingTo } from "../../domain/gap-table";
import { alikeGaps } from "../../snapshot/alike-gaps";
import { chosenOf } from "../../snapshot/choose";
import type { Plan } from "../../snapshot/history";
import { findPlans, plansOf } from "../../snapshot/plan-of";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import { searchedGaps } from "./searched-gaps";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The gaps that filters leave, those that weigh alike together. */
export interface ChosenGaps {
  /** By place: the first one has place 1. */
  services: readonly ServiceThen[];
  /** Worth what they lead to of the chosen costs; those of retired services apart from those of others. */
  gaps: readonly AlikeGaps[];
  /** What is planned about one; null when nothing is. */
  planOf(gap: AlikeGaps, place: number): Plan | null;
}

/** Planned for a day that is over, and not said to be done. */
export const isOverdue = (plan: Plan | null, day: string): boolean =>
  plan !== null && plan.dueOn !== null && plan.dueOn < day && plan.state !== "done";

/** Filters with the person whom `owner=me` means in its place. */
export const withoutMe = <Filters extends Pick<GapFilters, "owner">>(
  filters: Filters,
  me: string,
): Filters =>
  filters.owner ? { ...filters, owner: filters.owner.map((each) => (each === "me" ? me : each)) } : filters;

/** Which services filters of gaps leave. */
export const servicesOfGaps = (filters: Omit<GapFilters, "sort">): ServiceChoice => ({
  ...ofServices(filters),
  q: filters.serviceQ,
});

/**
 * The gaps of all services that filters leave. Values of one filter widen, filters narrow. Gaps of retired services are
 * left out, unless that lifecycle is asked for. No statement without a search.
 * @param filters with nobody called "me"
 */
export async function chosenGaps(snapshot: Snapshot, filters: GapFilters): Promise<ChosenGaps> {
  await findPlans(snapshot);
  const slugs = filters.service?.length ? new Set(filters.service) : null;
  const services = chosenOf(snapshot, servicesOfGaps(filters)).filter(
    ({ slug }) => slugs === null || slugs.has(slug),
  );
  const plans = services.map((service) => plansOf(snapshot, service));
  const planned = (gap: AlikeGaps, place: number) => plans[place - 1]?.get(gap.question) ?? null;
  const all = alikeGaps(snapshot, services);
  if (filters.lifecycle?.includes("retired")) all.push(...alikeGaps(snapshot, services, isRetired));
  const meant = all.filter((gap) => isMeant(gap, filters, services));
  const led = filters.cost?.length ? leadingTo(meant, ...filters.cost) : meant;
  const left = plannedAs(led, planned, filters, snapshot.day);
  const gaps = filters.q ? await searchedGaps(snapshot, left, services, planned, filters.q) : left;
  return { services, gaps, planOf: planned };
}

const isRetired = ({ counts }: ServiceThen) => !counts;

/** The question of gaps that weigh alike, as it is asked of their services. */
export function questionOf(gap: AlikeGaps, services: readonly ServiceThen[]) {
  const checklist = services[(gap.places[0] ?? 0) - 1]?.checklist;
  const place = checklist?.placeOf(gap.question);
  if (!checklist || place === undefined) throw new RangeError(`nobody is asked ${gap.question}`);
  return { place, question: checklist.at(place) };
}

function isMeant(
  gap: AlikeGaps,
  { area, question, kind }: GapFilters,
  services: readonly ServiceThen[],
): boolean {
  if (area?.length && !area.includes(gap.area)) return false;
  if (question && gap.question !== question) return false;
  if (!kind?.length) return true;
  const { accepted, known, stale } = gap;
  const is = { accepted, known, stale, unknown: !known };
  return kind.some((each) =>
    each === "blocker" ? !accepted && questionOf(gap, services).question.critical : is[each],
  );
}

/** Those of which is planned what the filters say. */
function plannedAs(
  gaps: readonly AlikeGaps[],
  planned: ChosenGaps["planOf"],
  { owner, due }: GapFilters,
  day: string,
): readonly AlikeGaps[] {
  if (!owner?.length && !due) return gaps;
  const owners = new Set(owner?.map((each) => (each === "none" ? null : each)));
  const isLeft = (plan: Plan | null) =>
    (!owner?.length || owners.has(plan?.ownerId ?? null)) && (!due || DUE[due](plan, day));
  return gaps.flatMap((gap) => {
    const places = gap.places.filter((place) => isLeft(planned(gap, place)));
    return places.length === 0 ? [] : [{ ...gap, places }];
  });
}

const DUE: Record<NonNullable<GapFilters["due"]>, (plan: Plan | null, day: string) => boolean> = {
  overdue: isOverdue,
  week: (plan, day) => plan?.dueOn != null && plan.dueOn >= day && plan.dueOn <= aWeekAfter(day),
  planned: (plan) => plan?.dueOn != null,
  none: (plan) => plan?.dueOn == null,
};

const aWeekAfter = (day: string): string => new Date(Date.parse(day) + 7 * DAY_MS).toISOString().slice(0, 10);
