import type { Question } from "./checklist";
import { type CostModel, ratesOf } from "./cost-model";
import type { TierIncidents } from "./expected-loss";
import { type Caused, isKnown, openness, sumIncidents } from "./exposure";
import type { AlikeGaps } from "./gap-table";
import type { Tier } from "./vocabulary";

/** What is told of gaps that weigh alike. */
export type RatedGaps = Pick<AlikeGaps, "question" | "verdict" | "accepted" | "tier" | "live" | "places">;

/** The question of some gaps, with the rates of its checklist; undefined when it is not asked. */
export type QuestionOf<Gaps extends RatedGaps> = (gaps: Gaps) => Pick<Question, "key" | "costs"> | undefined;

/** What gaps are expected to cause by some rates (R2): by tier, now and at launch, which are never added (R6). */
export function incidentsBy<Gaps extends RatedGaps>(
  gaps: readonly Gaps[],
  questionOf: QuestionOf<Gaps>,
  rates: CostModel["rates"],
): { now: TierIncidents[]; atLaunch: TierIncidents[] } {
  const caused = { now: new Map<Tier, Caused[]>(), atLaunch: new Map<Tier, Caused[]>() };
  for (const each of gaps) {
    const question = questionOf(each);
    if (!question) continue;
    const { verdict, accepted, tier, live, places } = each;
    const of = live ? caused.now : caused.atLaunch;
    const parts = ratesOf(question, rates).map(({ cost, incidentsPerYear }) => ({
      ...{ cost, incidents: incidentsPerYear * openness(verdict) * places.length },
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
