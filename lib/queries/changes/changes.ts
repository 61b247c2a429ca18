import "server-only";
import type { Scope } from "../../auth/scope";
import { yieldRegularly } from "../../config/yield-regularly";
import type { Changes, ChangesFilters } from "../../contracts/changes";
import { modelThen } from "../../db/cost-model";
import { AppError } from "../../domain/errors";
import { carriedWhen } from "../../domain/exposure";
import { addExplained, type ExposureStage, noPath } from "../../domain/exposure-changes";
import { ratedChecklists } from "../../snapshot/checklists";
import { isNamed, isPlaced } from "../../snapshot/choose";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, serviceAt } from "../../snapshot/snapshot";
import { instantAsked, snapshotAt } from "../../snapshot/snapshot-at";
import { stagesBetween } from "../../snapshot/stages";
import { ChangedGaps } from "./changed-gaps";
import { exposureByCause, pricingSpan } from "./exposure-by-cause";
import { countMoves, distance, movedService } from "./moved-services";

/** The lists hold at most so many; the totals count all. */
const MOST = 200;
/** Of the stages of a service, the first one with its facts of later. */
const FACTS_STAGE = 2;

/**
 * What changed between two instants: services that came, left or moved, the gaps that are open at one end only, and what
 * is expected to be lost in a year (R5), by cause. A gap that opened and closed again in between is no change. A choice
 * means the services that it fits at either end; a service counts as exposed at an end at which the choice fits it.
 * @throws AppError invalid_input when an instant is still to come, or they stand the wrong way round
 */
export async function loadChanges(
  _scope: Scope<"portfolio:read">,
  filters: ChangesFilters,
  now: Date,
): Promise<Changes> {
  const to = await snapshotAt(filters.until, now, "until");
  const since = instantAsked(filters.since, to.timeZone, now, "since");
  const until = instantAsked(filters.until, to.timeZone, now, "until");
  if (since > until) throw notBefore();
  const services = to.services.filter(
    ({ slug }) => filters.service === undefined || slug === filters.service,
  );
  const beforeOf =
    filters.service === undefined ? await allBefore(to, since) : await eachBefore(services, to, since);
  const versions = new Set<string>();
  for (const { service } of services) for (const each of service.facts) versions.add(each.checklistVersionId);
  const later = await ratedChecklists(versions, to.models, to.at, to.titles);
  const pricing = pricingSpan(modelThen(to.models, since), to);
  const isMeant = choiceOf(filters, to);
  const [gaps, path, moved] = [new ChangedGaps(since, to.pricing), noPath(), [] as Changes["services"]];
  const breathe = yieldRegularly();
  for (const service of services) {
    const pause = breathe();
    if (pause) await pause;
    const before = beforeOf(service);
    const [was, is] = [before !== null && isMeant(before), isMeant(service)];
    if (!(was || is) || !standsChosen([before, service], filters)) continue;
    const stages = stagesBetween(before, service, since.getTime(), later);
    addExplained(path, carriedAt(stages, was, is), pricing);
    gaps.add(before, service);
    const about = { since: since.getTime(), isRatedAnew: isRatedAnew(stages), teams: to.teams };
    moved.push(...movedService(before, service, about));
  }
  moved.sort((a, b) => distance(b) - distance(a) || (a.serviceName < b.serviceName ? -1 : 1));
  return {
    since: since.toISOString(),
    until: until.toISOString(),
    services: moved.slice(0, MOST),
    gaps: { opened: gaps.list("opened", to), closed: gaps.list("closed", to) },
    byCause: gaps.byCause,
    exposure: exposureByCause(path, pricing, to.model.currency),
    total: { services: moved.length, ...countMoves(moved), ...gaps.total },
  };
}

type BeforeOf = (service: ServiceThen) => ServiceThen | null;

async function allBefore(to: Snapshot, since: Date): Promise<BeforeOf> {
  const { byId } = await to.asOf(since);
  return ({ id }) => byId.get(id) ?? null;
}

/** The same for a few, without looking at all the others. */
async function eachBefore(services: readonly ServiceThen[], to: Snapshot, since: Date): Promise<BeforeOf> {
  const before = new Map<ServiceThen, ServiceThen | null>();
  for (const each of services) before.set(each, await serviceAt(each.service, to, since));
  return (service) => before.get(service) ?? null;
}

function notBefore(): AppError {
  const message = "Choose one that is not before since.";
  return new AppError("invalid_input", {
    message: `until: ${message}`,
    fields: [{ field: "until", message }],
  });
}

/** Whether a service is of those that a choice means, by what it was; its standing is looked at apart. */
function choiceOf(
  { standing: _, ...choice }: ChangesFilters,
  to: Snapshot,
): (service: ServiceThen) => boolean {
  const [placed, named] = [isPlaced(choice, to), isNamed(choice, to)];
  return (service) => placed(service) && named(service);
}

/** Whether one of the standings that a service had is of those that a choice means. */
const standsChosen = (ends: readonly (ServiceThen | null)[], { standing }: ChangesFilters): boolean =>
  !standing?.length || ends.some((end) => end !== null && standing.includes(end.standing));

/** The stages of a service with when its gaps are carried: never at an end at which it is not meant. */
function carriedAt(
  stages: readonly (ServiceThen | null)[],
  was: boolean,
  is: boolean,
): (ExposureStage | null)[] {
  const [from = null] = stages;
  const to = stages.at(-1) ?? null;
  const carried = (end: ServiceThen | null, isMeant: boolean) =>
    end && isMeant ? carriedWhen(end.facts.lifecycle, end.facts.deleted) : "never";
  const [then, later] = [carried(from, was), carried(to, is)];
  const found: (ExposureStage | null)[] = [];
  for (const [index, stage] of stages.entries()) {
    const when = index < FACTS_STAGE ? then : later;
    const before = found.at(-1) ?? null;
    if (stage === stages[index - 1] && before?.carried === when) found.push(before);
    else found.push(stage && { incidents: stage.incidents, tier: stage.facts.tier, carried: when });
  }
  return found;
}

/** Whether what was open then leads to something else by the rates of later. */
function isRatedAnew([from, rated]: readonly (ServiceThen | null)[]): boolean {
  if (!from || !rated || from === rated) return false;
  return from.incidents.some((incidents, place) => incidents !== rated.incidents[place]);
}
