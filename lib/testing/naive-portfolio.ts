import type { ExpectedIncidents, Portfolio, RankedGap, TrendPoint } from "../contracts/portfolio";
import { db } from "../db/client";
import { carriedWhen, expectedIncidents, isKnown, openness } from "../domain/exposure";
import { summarise } from "../domain/standing";
import { COSTS, type Cost } from "../domain/vocabulary";
import { bestGaps, largestGaps } from "../domain/worth";
import { type NaiveThen, naiveThen } from "./then";

/** A service that counted at an instant (S8), with the names that it has today. */
export interface NaiveService extends NaiveThen {
  id: string;
  slug: string;
  name: string;
  team: string;
  live: boolean;
}

/** The services that counted at an instant, told from their entries and facts, one by one (S8, H3). */
export async function naiveServices(at: Date): Promise<NaiveService[]> {
  const rows = await db().service.findMany({ include: { facts: { orderBy: { id: "asc" } } } });
  const teams = new Map((await db().team.findMany()).map((team) => [team.id, team.slug]));
  const found: NaiveService[] = [];
  for (const { id, slug, facts } of rows) {
    const then = await naiveThen(id, at);
    if (!then || carriedWhen(then.lifecycle, then.deleted) === "never") continue;
    const name = facts.filter((line) => line.at <= at).at(-1)?.name ?? "";
    found.push({
      ...then,
      id,
      slug,
      name,
      team: teams.get(then.teamId) ?? "",
      live: then.lifecycle === "live",
    });
  }
  return found;
}

const gapsOf = (service: NaiveService) =>
  service.questions.filter((each) => each.gap).map((each) => ({ ...each, costs: each.question.costs }));

/** Expected incidents (R2) of services, of one cost or of all. */
function expected(services: readonly NaiveService[], costs: readonly Cost[] = COSTS): ExpectedIncidents {
  const sum = { known: 0, unknown: 0, accepted: 0 };
  for (const service of services) {
    const byCost = expectedIncidents(gapsOf(service));
    for (const cost of costs) {
      for (const part of ["known", "unknown", "accepted"] as const) sum[part] += byCost[cost][part];
    }
  }
  return sum;
}

/** What is carried now and at launch, never added together (R6). */
const carried = (services: readonly NaiveService[], costs?: readonly Cost[]) => ({
  now: expected(
    services.filter((each) => each.live),
    costs,
  ),
  atLaunch: expected(
    services.filter((each) => !each.live),
    costs,
  ),
});

/** A day of a trend, added up service by service (S8, H4). */
export function naivePoint(day: string, services: readonly NaiveService[]): TrendPoint {
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
    ...carried(services),
  };
}

type Ranked = RankedGap & { live: boolean };

/** Every gap of services as rankings see it, for one cost or for all together (R8). */
async function rankable(services: readonly NaiveService[], costs: readonly Cost[]): Promise<Ranked[]> {
  const plans = await db().gapPlan.findMany({ where: { effortDays: { not: null } } });
  return services.flatMap((service) =>
    gapsOf(service).flatMap(({ question, verdict, stale, waived }) => {
      const led = question.costs.filter(({ cost }) => costs.includes(cost));
      if (led.length === 0) return [];
      const plan = plans.find((each) => each.serviceId === service.id && each.questionKey === question.key);
      return [
        {
          service: service.slug,
          serviceName: service.name,
          team: service.team,
          tier: service.tier,
          question: question.key,
          text: question.text,
          area: question.area,
          known: isKnown(verdict),
          stale,
          accepted: waived,
          incidentsPerYear: led.reduce((sum, each) => sum + each.incidentsPerYear * openness(verdict), 0),
          effortDays: plan?.effortDays ?? question.effortDays,
          live: service.live,
        },
      ];
    }),
  );
}

const shown = ({ live: _, ...gap }: Ranked): RankedGap => gap;

/** The eight costs with their three largest gaps, and the best questions to answer, ranked one by one (R2, R8). */
export async function naiveCosts(
  services: readonly NaiveService[],
): Promise<Pick<Portfolio, "costs" | "questions">> {
  const costs = [];
  for (const cost of COSTS) {
    const gaps = await rankable(services, [cost]);
    costs.push({
      cost,
      ...carried(services, [cost]),
      gaps: gaps.length,
      largest: largestGaps(gaps, 3).map(shown),
    });
  }
  const size = (of: ExpectedIncidents) => Math.round((of.known + of.unknown) * 1e9);
  costs.sort((a, b) => size(b.now) - size(a.now) || size(b.atLaunch) - size(a.atLaunch));
  const unknown = (await rankable(services, COSTS)).filter((gap) => !gap.known && !gap.accepted);
  const best = (live: boolean) =>
    bestGaps(
      unknown.filter((gap) => gap.live === live),
      5,
    ).map(shown);
  return { costs, questions: { now: best(true), atLaunch: best(false) } };
}

/** The same with numbers to nine decimals: sums that were added up in another order are the same. */
export const rounded = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === "number" ? Math.round(part * 1e9) / 1e9 : part,
    ),
  ) as T;
