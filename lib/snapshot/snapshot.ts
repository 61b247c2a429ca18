import { yieldRegularly } from "../config/yield-regularly";
import { type ModelInForce, modelThen } from "../db/cost-model";
import { dayOf, endOfDay } from "../domain/as-of";
import { type CostModel, unpricedModel } from "../domain/cost-model";
import { type Pricing, pricingOf } from "../domain/gap-worth";
import { goneAt } from "../domain/restoration";
import { ratedChecklists, type TitlesByChecklist } from "./checklists";
import type { Base, Histories } from "./histories";
import { type Facts, factsAt, type Plans, type ServiceHistory } from "./history";
import { assessThen, type ServiceThen } from "./service-then";

/** A team with the names that it has today. */
export interface TeamNames {
  id: string;
  slug: string;
  name: string;
  example: boolean;
  deletedAt: Date | null;
}

/**
 * Every service of the organisation at one instant: all that is shown, exported, ranked or signed is a pure function of one
 * of them, or of two. Shared by everybody who asks; never changed.
 */
export interface Snapshot {
  at: Date;
  /** YYYY-MM-DD, in the organisation's time zone. */
  day: string;
  /** Whether it was asked for as an earlier instant; else it is what is true now. */
  past: boolean;
  timeZone: string;
  /** Of the organisation: what an unpriced model is in. */
  currency: string;
  /** Services that were there, deleted ones included, by short name. */
  services: readonly ServiceThen[];
  byId: Pick<ReadonlyMap<string, ServiceThen>, "get">;
  /** When the first of them came to be there; null where there is none. */
  firstAt: Date | null;
  /** Every team that there is, by id. */
  teams: ReadonlyMap<string, TeamNames>;
  /** As they are today, whatever instant this is of. */
  plans: Plans;
  titles: TitlesByChecklist;
  /** All that there are, newest first. */
  models: Histories["models"];
  /** In force at the instant; null before anybody set one. */
  inForce: ModelInForce | null;
  /** The same, or what everybody starts with. */
  model: CostModel;
  pricing: Pricing;
  /** When it stops being true by itself: something ages, a deleted service cannot be restored any more, or the day ends. */
  until: Date;
  /** The same organisation at another instant, as far as it was known then: what the present is compared with. */
  asOf(at: Date): Promise<Snapshot>;
}

/** A team by id. @throws RangeError when there is none: a service always has one */
export function teamOf(snapshot: Pick<Snapshot, "teams">, id: string): TeamNames {
  const team = snapshot.teams.get(id);
  if (!team) throw new RangeError(`no team ${id}`);
  return team;
}

/** What was assessed last of a service as it is now; good as long as nothing happened to it and nothing aged. */
const assessed = new WeakMap<ServiceHistory, { then: ServiceThen; from: number }>();

/**
 * Folds histories at an instant. Services that nothing happened to since they were last assessed are not assessed again.
 * @param past as far as it was known at the instant; else all that is known, ageing as of the instant
 * @param base the last present: while all of it is true still, only what happened since is looked at
 */
export async function foldAt(
  histories: Histories,
  at: Date,
  past: boolean,
  base: Base | null = null,
): Promise<Snapshot> {
  const { models, places, titles, timeZone, currency, lineage } = histories;
  const from = base && isTrueAt(base, histories, at) ? base : null;
  const told: (ServiceThen | undefined)[] = from ? [...from.snapshot.services] : [];
  const there: [place: number, service: ServiceHistory, facts: Facts][] = [];
  /** Also those that were left behind: since when a gap is open may lead back to them. */
  const versions = new Set<string>();
  for (const [place, service] of histories.services.entries()) {
    if (from && service === from.services[place]) continue;
    const facts = factsAt(service, past ? at : null);
    for (const each of service.facts) versions.add(each.checklistVersionId);
    told[place] = undefined;
    if (facts) there.push([place, service, facts]);
  }
  const checklistOf = await ratedChecklists(versions, models, at, titles);
  const now = at.getTime();
  const breathe = yieldRegularly();
  let until = from ? from.snapshot.until.getTime() : endOfDay(dayOf(at, timeZone), timeZone).getTime() + 1;
  let firstAt = from ? from.snapshot.firstAt : null;
  for (const [place, service, facts] of there) {
    const pause = breathe();
    if (pause) await pause;
    const checklist = checklistOf(facts.checklistVersionId);
    const then = past
      ? assessThen(service, facts, checklist, now, now)
      : present(service, facts, checklist, now);
    told[place] = then;
    const gone = then.deletedAt ? goneAt(then.deletedAt) : then.nextChange;
    if (then.nextChange < until) until = then.nextChange;
    if (now < gone && gone < until) until = gone;
    const began = service.facts[0]?.at ?? facts.at;
    if (firstAt === null || began < firstAt) firstAt = began;
  }
  const services = told.filter((then) => then !== undefined);
  const inForce = modelThen(models, at);
  const model = inForce ?? unpricedModel(currency);
  return {
    ...{ at, day: dayOf(at, timeZone), past, timeZone, currency, services, firstAt, inForce, model },
    byId: { get: (id) => told[places.get(id) ?? -1] },
    teams: histories.teams,
    plans: histories.plans,
    ...{ titles, models },
    pricing: pricingOf(model),
    until: new Date(until),
    asOf: (other) => lineage.newest.at(other),
  };
}

/** Whether a present is still true, but for the services of which there is another history by now. */
function isTrueAt({ snapshot, ...before }: Base, histories: Histories, at: Date): boolean {
  return (
    before.places === histories.places &&
    before.titles === histories.titles &&
    before.models === histories.models &&
    before.timeZone === histories.timeZone &&
    before.currency === histories.currency &&
    snapshot.services.length === before.services.length &&
    snapshot.at <= at &&
    at < snapshot.until &&
    modelThen(histories.models, at) === snapshot.inForce
  );
}

/** One service as it was at an earlier instant, without looking at any other; null before it was there. */
export async function serviceAt(
  service: ServiceHistory,
  { models, titles }: Pick<Snapshot, "models" | "titles">,
  at: Date,
): Promise<ServiceThen | null> {
  const facts = factsAt(service, at);
  if (!facts) return null;
  const versions = service.facts.map(({ checklistVersionId }) => checklistVersionId);
  const checklistOf = await ratedChecklists(versions, models, at, titles);
  const ms = at.getTime();
  return assessThen(service, facts, checklistOf(facts.checklistVersionId), ms, ms);
}

function present(
  service: ServiceHistory,
  facts: Facts,
  checklist: ReturnType<Awaited<ReturnType<typeof ratedChecklists>>>,
  now: number,
): ServiceThen {
  const known = assessed.get(service);
  if (known && known.then.checklist === checklist && known.from <= now && now < known.then.nextChange)
    return known.then;
  const then = assessThen(service, facts, checklist, Number.POSITIVE_INFINITY, now);
  assessed.set(service, { then, from: now });
  return then;
}
