import "server-only";
import type { Scope } from "../../auth/scope";
import type { GapFilters, GapPage, GapRow, GroupedGaps } from "../../contracts/gaps";
import {
  byEffort,
  byIncidents,
  byNumber,
  byServiceName,
  byWorthOf,
  type Sorting,
} from "../../domain/gap-page";
import { NO_PLAN } from "../../domain/gap-plan";
import type { AlikeGaps, PlacedGap } from "../../domain/gap-table";
import { gapWorth } from "../../domain/gap-worth";
import { groupedGaps } from "../../domain/grouped-gaps";
import { can } from "../../domain/policy";
import { questionNumbers } from "../../domain/question-number";
import { settled, sumOf } from "../../domain/sum";
import { worthADay, worthAYear } from "../../domain/worth";
import { derived, keyOf } from "../../snapshot/derived";
import { findOpenSince, openSince } from "../../snapshot/open-since";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { type Names, namesOf } from "../names";
import { type ChosenGaps, chosenGaps, isOverdue, questionOf, withoutMe } from "./chosen-gaps";
import { pageOfGaps } from "./gap-page";

const PAGE = 50;
/** After every day: no day is planned. */
const NO_DAY = Date.parse("9999-12-31");

/**
 * A page of the gaps of all services with what is planned about them, filtered, sorted, paged by key, and what the
 * filters leave in sum. Chosen costs narrow the incidents too. One statement beside the look at what is new, for the
 * names of owners on the page.
 * @throws AppError invalid_input for a cursor that was not given here for a list that is sorted so
 */
export async function loadGaps(scope: Scope<"gap:list">, filters: GapFilters, now: Date): Promise<GapPage> {
  const { actor } = scope.viewer;
  const { sort = "worth", limit = PAGE, cursor, ...choice } = withoutMe(filters, actor.id);
  const snapshot = await snapshotNow(now);
  const { chosen, total } = await chosenWithTotal(snapshot, choice);
  const { gaps, services } = chosen;
  const since = sort === "age" ? await findOpenSince(services) : [];
  const sorting = sortingOf(sort, chosen, since);
  const { page, nextCursor } = pageOfGaps(gaps, services, sorting, { cursor, limit });
  const people = await namesOf(page.map(({ gap, place }) => chosen.planOf(gap, place)?.ownerId ?? null));
  return {
    items: page.map((placed) =>
      present(placed, chosen, snapshot, people, (teamId) => can(actor, "gap:plan", { teamId })),
    ),
    nextCursor,
    total,
  };
}

/** What filters leave, with its sum, once for all orders and pages. @param choice with nobody called "me" */
const chosenWithTotal = (snapshot: Snapshot, choice: GapFilters) =>
  derived(snapshot, keyOf("gaps", { ...choice }), async () => {
    const chosen = await chosenGaps(snapshot, choice);
    return { chosen, total: totalOf(chosen, snapshot) };
  });

/** The same gaps by their question, and what they cost together: the page's own way to look at them. */
export async function loadGroupedGaps(
  { viewer }: Scope<"gap:list">,
  filters: GapFilters,
  now: Date,
): Promise<GroupedGaps> {
  const { sort: _, limit: __, cursor: ___, ...choice } = withoutMe(filters, viewer.actor.id);
  const snapshot = await snapshotNow(now);
  const { chosen, total } = await chosenWithTotal(snapshot, choice);
  const named = (place: number) => {
    const { slug, facts } = serviceIn(chosen.services, place);
    return { slug, name: facts.name };
  };
  const groups = groupedGaps(chosen.gaps).map(({ first, ...group }) => ({
    ...group,
    first: first.map(named),
  }));
  return { groups, total };
}

/** How a list is sorted, always rising; by what a gap is worth as R8 has it. @param since see findOpenSince, for their age */
function sortingOf(
  sort: NonNullable<GapFilters["sort"]>,
  { services, gaps, planOf }: ChosenGaps,
  since: Awaited<ReturnType<typeof findOpenSince>>,
): Sorting {
  switch (sort) {
    case "worth":
      return byWorthOf(gaps, worthAYear);
    case "worthPerDay":
      return byWorthOf(gaps, worthADay);
    case "incidents":
      return byIncidents(gaps);
    case "effort":
      return byEffort(gaps);
    case "service":
      return byServiceName(services.map(({ facts }) => facts.name));
    case "due":
      return byNumber(gaps, (gap) => (place) => {
        const dueOn = planOf(gap, place)?.dueOn ?? null;
        return dueOn === null ? NO_DAY : Date.parse(dueOn);
      });
    case "age":
      return byNumber(gaps, (gap) => {
        const asked = questionOf(gap, services);
        return (place) => since[place - 1]?.[asked.place] || 0;
      });
  }
}

function serviceIn(services: readonly ServiceThen[], place: number): ServiceThen {
  const service = services[place - 1];
  if (!service) throw new RangeError(`no service has place ${place}`);
  return service;
}

function totalOf({ services, gaps, planOf }: ChosenGaps, snapshot: Snapshot): GapPage["total"] {
  const { pricing, inForce, day } = snapshot;
  const has = new Uint8Array(services.length);
  const total = { gaps: 0, services: 0, blockers: 0, overdue: 0, unowned: 0 };
  for (const gap of gaps) {
    total.gaps += gap.places.length;
    if (!gap.accepted && questionOf(gap, services).question.critical) total.blockers += gap.places.length;
    for (const place of gap.places) {
      const plan = planOf(gap, place);
      if (isOverdue(plan, day)) total.overdue += 1;
      if (plan === null || plan.ownerId === null) total.unowned += 1;
      has[place - 1] = 1;
    }
  }
  total.services = has.reduce((sum, each) => sum + each, 0);
  // What a retired service carries is nothing (R6).
  const carried = gaps.filter(({ places: [first = 0] }) => serviceIn(services, first).counts);
  const expected = (live: boolean) =>
    expectedOf(
      carried.filter((gap) => gap.live === live),
      pricing.priced > 0,
    );
  return {
    ...total,
    currency: inForce?.currency ?? null,
    pricedCosts: pricing.priced,
    ...expected(true),
    atLaunch: expected(false),
  };
}

/** Incidents and losses of known and of unknown gaps; losses are null while no cost has a price. */
function expectedOf(gaps: readonly AlikeGaps[], isPriced: boolean): GapPage["total"]["atLaunch"] {
  const [known, unknown] = [true, false].map((isKnown) => gaps.filter((gap) => gap.known === isKnown));
  const incidents = (some: readonly AlikeGaps[] = []) =>
    sumOf(some.map(({ incidentsPerYear, places }) => incidentsPerYear * places.length));
  const loss = (some: readonly AlikeGaps[] = []) =>
    isPriced ? sumOf(some.map(({ expectedLoss, places }) => (expectedLoss ?? 0) * places.length)) : null;
  return {
    known: incidents(known),
    unknown: incidents(unknown),
    knownLoss: loss(known),
    unknownLoss: loss(unknown),
  };
}

function present(
  { gap, place: number }: PlacedGap,
  { services, planOf }: ChosenGaps,
  snapshot: Snapshot,
  people: Names,
  mayPlan: (teamId: string) => boolean,
): GapRow {
  const service = serviceIn(services, number);
  const { place } = questionOf(gap, services);
  const asked = service.question(place);
  const openedAt = openSince(service, place);
  if (!asked || !openedAt) throw new RangeError(`${gap.question} is no gap of ${service.slug}`);
  const { question, given, verdict, stale, waived, blocker } = asked;
  const { name, teamId, tier, lifecycle } = service.facts;
  const team = teamOf(snapshot, teamId);
  const plan = planOf(gap, number);
  // Of a plan that was about an earlier gap only the version is left: what comes next goes on from it.
  const version = snapshot.plans.get(service.id)?.get(question.key)?.version;
  const { owner: _, ...nothing } = NO_PLAN;
  const { dueOn, effortDays, state, ticket, note } = plan ?? nothing;
  return {
    ...{ service: service.slug, serviceName: name, team: team.slug, teamName: team.name, tier, lifecycle },
    ...{ question: question.key, title: question.title, text: question.text, area: question.area },
    number: questionNumbers(service.checklist.version.questions).get(question.key) ?? "",
    ...{ verdict, given, stale, blocker, accepted: waived, openedAt: openedAt.toISOString() },
    ...{ incidentsPerYear: settled(gap.incidentsPerYear), expectedLoss: gap.expectedLoss },
    worthADay: worthADay(gap),
    costs: gapWorth(question.costs, verdict, tier, snapshot.pricing).costs,
    ...{ effortDays: effortDays ?? question.effortDays, usualEffortDays: question.effortDays },
    plan:
      version === undefined
        ? null
        : {
            ...{ dueOn, effortDays, state, ticket, note, version },
            owner: people.get(plan?.ownerId ?? "") ?? null,
          },
    overdue: isOverdue(plan, snapshot.day),
    can: { plan: mayPlan(teamId) },
  };
}
