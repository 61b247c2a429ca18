import type { ExpectedLosses, Portfolio, TrendPoint, WorthGap } from "../contracts/portfolio";
import { db } from "../db/client";
import { inForce } from "../db/cost-model";
import { questionTitle } from "../domain/checklist";
import { type CostModel, ratesOf } from "../domain/cost-model";
import { carriedWhen, expectedIncidents, isKnown, openness } from "../domain/exposure";
import { lognormal } from "../domain/price";
import { summarise } from "../domain/standing";
import { COSTS, type Cost } from "../domain/vocabulary";
import { bestGaps, largestGaps, type RankableGap, SEVERITY, worthADay } from "../domain/worth";
import { modelRows } from "./rates";
import { type NaiveRows, type NaiveThen, naiveRows, naiveThen } from "./then";

/** A service that counted at an instant (S8), with the names that it has today. */
export interface NaiveService extends NaiveThen {
  id: string;
  slug: string;
  name: string;
  team: string;
  live: boolean;
  /** When it was all this. */
  at: Date;
  /** In force at the instant; null before anybody set one. */
  model: CostModel | null;
}

/** The cost model in force at an instant, the newest of those until then. */
export async function naiveModel(at: Date, rows?: Pick<NaiveRows, "models">): Promise<CostModel | null> {
  const models = rows?.models ?? (await modelRows());
  const row = models.filter((each) => each.at <= at).at(-1);
  return row ? inForce(row as unknown as Parameters<typeof inForce>[0]) : null;
}

/** The rows that a whole portfolio is told from: naiveRows, and what services and teams are called. */
export async function naivePortfolioRows() {
  const services = await db().service.findMany();
  const teams = new Map((await db().team.findMany()).map((team) => [team.id, team.slug]));
  return { ...(await naiveRows()), services, teams };
}

/**
 * The services that counted at an instant, told from their entries and facts, one by one (S8, H3).
 * @param rows read before, by who asks about many instants
 */
export async function naiveServices(
  at: Date,
  rows?: Awaited<ReturnType<typeof naivePortfolioRows>>,
): Promise<NaiveService[]> {
  const read = rows ?? (await naivePortfolioRows());
  const model = await naiveModel(at, read);
  const found: NaiveService[] = [];
  for (const { id, slug } of read.services) {
    const then = await naiveThen(id, at, read);
    if (!then || carriedWhen(then.lifecycle, then.deleted) === "never") continue;
    const facts = read.facts.get(id) ?? [];
    const name = facts.filter((line) => line.at <= at).at(-1)?.name ?? "";
    found.push({
      ...then,
      id,
      slug,
      name,
      team: read.teams.get(then.teamId) ?? "",
      live: then.lifecycle === "live",
      at,
      model,
    });
  }
  return found;
}

const gapsOf = (service: NaiveService) =>
  service.questions
    .filter((each) => each.gap)
    .map((each) => ({ ...each, costs: ratesOf(each.question, service.model?.rates ?? {}) }));

/** What one incident of a cost is expected to cost a service (R3, R4); null while it has no price. */
function perIncident({ model, tier }: NaiveService, cost: Cost): number | null {
  const price = model?.prices[cost];
  return model && price ? lognormal(price).mean * model.severity[tier] : null;
}

/** Expected incidents (R2) of services and what they are expected to cost (R5), of one cost or of all. */
function expected(
  services: readonly NaiveService[],
  model: CostModel | null,
  costs: readonly Cost[] = COSTS,
): ExpectedLosses {
  const sum = { known: 0, unknown: 0, accepted: 0 };
  const losses = { known: 0, unknown: 0, accepted: 0 };
  for (const service of services) {
    const byCost = expectedIncidents(gapsOf(service));
    for (const cost of costs) {
      for (const part of ["known", "unknown", "accepted"] as const) {
        sum[part] += byCost[cost][part];
        losses[part] += byCost[cost][part] * (perIncident(service, cost) ?? 0);
      }
    }
  }
  const priced = costs.some((cost) => model?.prices[cost]);
  return {
    ...sum,
    knownLoss: priced ? losses.known : null,
    unknownLoss: priced ? losses.unknown : null,
    acceptedLoss: priced ? losses.accepted : null,
  };
}

/** What is carried now and at launch, never added together (R6). */
const carried = (services: readonly NaiveService[], model: CostModel | null, costs?: readonly Cost[]) => ({
  now: expected(
    services.filter((each) => each.live),
    model,
    costs,
  ),
  atLaunch: expected(
    services.filter((each) => !each.live),
    model,
    costs,
  ),
});

/** A day of a trend, added up service by service (S8, H4). */
export function naivePoint(
  day: string,
  services: readonly NaiveService[],
  model: CostModel | null = services[0]?.model ?? null,
): TrendPoint {
  const sum = (of: (service: NaiveService) => number) =>
    services.reduce((total, each) => total + of(each), 0);
  return {
    day,
    ...summarise(
      services.map(({ readiness }) => ({
        standing: readiness.standing,
        count: 1,
        score: readiness.score ?? 0,
      })),
    ),
    gaps: sum((each) => each.readiness.gaps),
    blockers: sum((each) => each.readiness.blockers),
    ...carried(services, model),
  };
}

type Ranked = WorthGap & RankableGap;

/** Every gap of services as rankings see it, for one cost or for all together (R8). */
export async function rankable(services: readonly NaiveService[], costs: readonly Cost[]): Promise<Ranked[]> {
  const plans = await db().gapPlan.findMany({ where: { effortDays: { not: null } } });
  const titles = new Map((await db().questionTitle.findMany()).map(({ key, title }) => [key, title]));
  return services.flatMap((service) =>
    gapsOf(service).flatMap(({ question, verdict, stale, waived, costs: rates }) => {
      const led = rates.filter(({ cost }) => costs.includes(cost));
      if (led.length === 0) return [];
      const plan = plans.find(
        ({ serviceId, questionKey, changedAt }) =>
          serviceId === service.id && questionKey === question.key && changedAt <= service.at,
      );
      const each = led.map(({ cost, incidentsPerYear }) => {
        const incidents = incidentsPerYear * openness(verdict);
        const price = perIncident(service, cost);
        return { cost, incidentsPerYear: incidents, expectedLoss: price === null ? null : incidents * price };
      });
      const priced = each.flatMap(({ expectedLoss }) => expectedLoss ?? []);
      const gap = {
        service: service.slug,
        serviceName: service.name,
        team: service.team,
        tier: service.tier,
        question: question.key,
        title: questionTitle({ title: titles.get(question.key), text: question.text }),
        text: question.text,
        area: question.area,
        known: isKnown(verdict),
        stale,
        accepted: waived,
        incidentsPerYear: each.reduce((sum, { incidentsPerYear }) => sum + incidentsPerYear, 0),
        effortDays: plan?.effortDays ?? question.effortDays,
        expectedLoss: priced.length === 0 ? null : priced.reduce((sum, loss) => sum + loss, 0),
        severity: service.model?.severity[service.tier] ?? SEVERITY[service.tier],
        live: service.live,
        costs: each,
      };
      return [{ ...gap, worthADay: worthADay(gap) }];
    }),
  );
}

const shown = ({ severity: _, ...gap }: Ranked): WorthGap => gap;

/** The eight costs with their three largest gaps, best fixes and best questions, ranked one by one (R2, R5, R8). */
export async function naiveCosts(
  services: readonly NaiveService[],
  model: CostModel | null = services[0]?.model ?? null,
): Promise<Pick<Portfolio, "costs" | "fixes" | "questions">> {
  const costs = [];
  for (const cost of COSTS) {
    const gaps = await rankable(services, [cost]);
    costs.push({
      cost,
      ...carried(services, model, [cost]),
      gaps: gaps.length,
      largest: largestGaps(gaps, 3).map(shown),
    });
  }
  const cents = (loss: number | null, incidents: number) =>
    loss === null ? Math.round(incidents * 1e9) : Math.round(loss * 1e5);
  const known = (of: ExpectedLosses) => cents(of.knownLoss, of.known);
  const unknown = (of: ExpectedLosses) => cents(of.unknownLoss, of.unknown);
  const unpriced = (share: { now: ExpectedLosses }) => Number(share.now.knownLoss === null);
  costs.sort(
    (a, b) =>
      unpriced(a) - unpriced(b) ||
      known(b.now) - known(a.now) ||
      unknown(b.now) - unknown(a.now) ||
      known(b.atLaunch) - known(a.atLaunch) ||
      unknown(b.atLaunch) - unknown(a.atLaunch),
  );
  const all = (await rankable(services, COSTS)).filter((gap) => !gap.accepted);
  const anyPriced = COSTS.some((cost) => model?.prices[cost]);
  const ranking = (gaps: readonly Ranked[]) => {
    const best = (live: boolean) =>
      bestGaps(
        gaps.filter((gap) => gap.live === live),
        5,
      ).map(shown);
    return { now: best(true), atLaunch: best(false) };
  };
  const best = (known: boolean) => {
    const some = all.filter((gap) => gap.known === known);
    return {
      ...ranking(anyPriced ? some.filter((gap) => gap.expectedLoss !== null) : some),
      unpriced: ranking(anyPriced ? some.filter((gap) => gap.expectedLoss === null) : []),
    };
  };
  return { costs, fixes: best(true), questions: best(false) };
}

/** The same with numbers to nine decimals, amounts to five: sums that were added up in another order are the same. */
export const rounded = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part !== "number") return part;
      const fine = Math.abs(part) < 1_000 ? 1e9 : 1e5;
      return Math.round(part * fine) / fine;
    }),
  ) as T;
