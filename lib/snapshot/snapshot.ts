import { yieldRegularly } from "../config/yield-regularly";
import { type ModelInForce, modelThen } from "../db/cost-model";
import { dayOf, endOfDay } from "../domain/as-of";
import { type CostModel, unpricedModel } from "../domain/cost-model";
import { type Pricing, pricingOf } from "../domain/gap-worth";
import { goneAt } from "../domain/restoration";
import { ratedChecklists } from "./checklists";
import type { Histories } from "./histories";
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
  /** By id. */
  byId: ReadonlyMap<string, ServiceThen>;
  /** Every team that there is, by id. */
  teams: ReadonlyMap<string, TeamNames>;
  /** As they are today, whatever instant this is of. */
  plans: Plans;
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
 */
export async function foldAt(histories: Histories, at: Date, past: boolean): Promise<Snapshot> {
  const { models, timeZone, currency, lineage } = histories;
  const there: [ServiceHistory, Facts][] = [];
  /** Also those that were left behind: since when a gap is open may lead back to them. */
  const versions = new Set<string>();
  for (const service of histories.services) {
    const facts = factsAt(service, past ? at : null);
    for (const each of service.facts) versions.add(each.checklistVersionId);
    if (facts) there.push([service, facts]);
  }
  const checklistOf = await ratedChecklists(versions, models, at);
  const now = at.getTime();
  const breathe = yieldRegularly();
  const services: ServiceThen[] = [];
  let until = endOfDay(dayOf(at, timeZone), timeZone).getTime() + 1;
  for (const [service, facts] of there) {
    const pause = breathe();
    if (pause) await pause;
    const checklist = checklistOf(facts.checklistVersionId);
    const then = past
      ? assessThen(service, facts, checklist, now, now)
      : present(service, facts, checklist, now);
    services.push(then);
    const gone = then.deletedAt ? goneAt(then.deletedAt) : then.nextChange;
    if (then.nextChange < until) until = then.nextChange;
    if (now < gone && gone < until) until = gone;
  }
  const inForce = modelThen(models, at);
  const model = inForce ?? unpricedModel(currency);
  return {
    ...{ at, day: dayOf(at, timeZone), past, timeZone, currency, services, inForce, model },
    byId: new Map(services.map((service) => [service.id, service])),
    teams: histories.teams,
    plans: histories.plans,
    models,
    pricing: pricingOf(model),
    until: new Date(until),
    asOf: (other) => lineage.newest.at(other),
  };
}

/** One service as it was at an earlier instant, without looking at any other; null before it was there. */
export async function serviceAt(
  service: ServiceHistory,
  models: Snapshot["models"],
  at: Date,
): Promise<ServiceThen | null> {
  const facts = factsAt(service, at);
  if (!facts) return null;
  const versions = service.facts.map(({ checklistVersionId }) => checklistVersionId);
  const checklistOf = await ratedChecklists(versions, models, at);
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
