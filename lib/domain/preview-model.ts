import type { Question } from "./checklist";
import { type CostModel, ratesOf } from "./cost-model";
import type { TierIncidents } from "./expected-loss";
import { type Caused, isKnown, openness, sumIncidents } from "./exposure";
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
  const caused = { now: new Map<Tier, Caused[]>(), atLaunch: new Map<Tier, Caused[]>() };
  for (const { versionId, question: key, verdict, accepted, tier, live, count } of gaps) {
    const question = questionOf(versionId, key);
    if (!question) continue;
    const of = live ? caused.now : caused.atLaunch;
    const parts = ratesOf(question, rates).map(({ cost, incidentsPerYear }) => ({
      ...{ cost, incidents: incidentsPerYear * openness(verdict) * count },
      ...{ known: isKnown(verdict), accepted },
    }));
    const before = of.get(tier);
    if (before) before.push(...parts);
    else of.set(tier, parts);
  }
  const listed = (byTier: Map<Tier, Caused[]>) =>
    [...byTier].sort(([a], [b]) => a - b).map(([tier, parts]) => ({ tier, incidents: sumIncidents(parts) }));
  return { now: listed(caused.now), atLaunch: listed(caused.atLaunch) };
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
