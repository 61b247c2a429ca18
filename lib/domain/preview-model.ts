import type { Question } from "./checklist";
import { type CostModel, ratesOf } from "./cost-model";
import type { TierIncidents } from "./expected-loss";
import { type IncidentsByCost, isKnown, noIncidents, openness } from "./exposure";
import type { AnswerState, Tier } from "./vocabulary";

/** So many gaps that weigh alike: one question of one checklist version, one verdict, services of one tier. */
export interface AlikeGaps {
  versionId: string;
  question: string;
  verdict: AnswerState;
  accepted: boolean;
  tier: Tier;
  /** Of services that are live (R6). */
  live: boolean;
  count: number;
}

/** The question of a checklist version by its key; undefined when it is not asked there. */
export type QuestionOf = (versionId: string, key: string) => Pick<Question, "key" | "costs"> | undefined;

/** What gaps are expected to cause by some rates (R2): by tier, now and at launch, which are never added (R6). */
export function incidentsBy(
  gaps: readonly AlikeGaps[],
  questionOf: QuestionOf,
  rates: CostModel["rates"],
): { now: TierIncidents[]; atLaunch: TierIncidents[] } {
  const sums = { now: new Map<Tier, IncidentsByCost>(), atLaunch: new Map<Tier, IncidentsByCost>() };
  for (const gap of gaps) {
    const question = questionOf(gap.versionId, gap.question);
    if (!question) continue;
    const of = gap.live ? sums.now : sums.atLaunch;
    const incidents = of.get(gap.tier) ?? noIncidents();
    of.set(gap.tier, incidents);
    for (const { cost, incidentsPerYear } of ratesOf(question, rates)) {
      const expected = incidentsPerYear * openness(gap.verdict) * gap.count;
      incidents[cost][isKnown(gap.verdict) ? "known" : "unknown"] += expected;
      if (gap.accepted) incidents[cost].accepted += expected;
    }
  }
  const listed = (byTier: Map<Tier, IncidentsByCost>) =>
    [...byTier].sort(([a], [b]) => a - b).map(([tier, incidents]) => ({ tier, incidents }));
  return { now: listed(sums.now), atLaunch: listed(sums.atLaunch) };
}

/** Whether a question leads to something else by other rates (R2). */
export function leadsElsewhere(
  question: Pick<Question, "key" | "costs">,
  before: CostModel["rates"],
  after: CostModel["rates"],
): boolean {
  const [a, b] = [ratesOf(question, before), ratesOf(question, after)];
  return (
    a.length !== b.length ||
    a.some(({ cost, incidentsPerYear }, index) => {
      const other = b[index];
      return other?.cost !== cost || other.incidentsPerYear !== incidentsPerYear;
    })
  );
}
