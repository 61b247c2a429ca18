import type { QuestionCost } from "./checklist";
import { type AnswerState, COSTS, type Cost, type Lifecycle } from "./vocabulary";

/** How open a question is by its effective verdict, 0–1 (R1). */
export function openness(verdict: AnswerState): number {
  if (verdict === "yes" || verdict === "not_applicable") return 0;
  return verdict === "partly" ? 0.5 : 1;
}

/** Whether an open question is a known gap (no, partly) rather than an unknown one (R1). */
export function isKnown(verdict: AnswerState): boolean {
  return verdict === "no" || verdict === "partly";
}

/** Expected incidents a year of one cost: known and unknown add up; accepted cuts across both (R1, R2). */
export interface Incidents {
  known: number;
  unknown: number;
  accepted: number;
}
export type IncidentsByCost = Record<Cost, Incidents>;

/** What exposure needs of a gap. */
export interface OpenQuestion {
  verdict: AnswerState;
  costs: readonly Pick<QuestionCost, "cost" | "incidentsPerYear">[];
  /** A waiver is in force. */
  waived: boolean;
}

/** Nothing expected, for every cost. */
export function noIncidents(): IncidentsByCost {
  return Object.fromEntries(
    COSTS.map((cost) => [cost, { known: 0, unknown: 0, accepted: 0 }]),
  ) as IncidentsByCost;
}

/**
 * Expected incidents a year by cost (R2): the sum over gaps of rate × openness. A waiver lowers nothing (S6).
 * @param gaps the counting questions whose effective verdict is not yes; others add nothing
 */
export function expectedIncidents(gaps: readonly OpenQuestion[]): IncidentsByCost {
  const sums = noIncidents();
  for (const gap of gaps) {
    const open = openness(gap.verdict);
    for (const { cost, incidentsPerYear } of gap.costs) {
      const expected = incidentsPerYear * open;
      sums[cost][isKnown(gap.verdict) ? "known" : "unknown"] += expected;
      if (gap.waived) sums[cost].accepted += expected;
    }
  }
  return sums;
}

/** The sum of two services' (or teams') incidents, cost by cost (R2, R5). */
export function addIncidents(a: IncidentsByCost, b: IncidentsByCost): IncidentsByCost {
  const sums = noIncidents();
  for (const cost of COSTS) {
    for (const part of ["known", "unknown", "accepted"] as const) {
      sums[cost][part] = a[cost][part] + b[cost][part];
    }
  }
  return sums;
}

/** All costs together. */
export function totalIncidents(byCost: IncidentsByCost): Incidents {
  const total: Incidents = { known: 0, unknown: 0, accepted: 0 };
  for (const cost of COSTS) {
    total.known += byCost[cost].known;
    total.unknown += byCost[cost].unknown;
    total.accepted += byCost[cost].accepted;
  }
  return total;
}

/** When the expected incidents of a service are carried: now, from its launch on, or not at all (R6). */
export function carriedWhen(lifecycle: Lifecycle, deleted: boolean): "now" | "at_launch" | "never" {
  if (deleted || lifecycle === "retired") return "never";
  return lifecycle === "live" ? "now" : "at_launch";
}

/** The expected incidents that a service carries, now or at its launch: none once it is retired or deleted (R6). */
export function carriedIncidents(
  incidents: IncidentsByCost,
  lifecycle: Lifecycle,
  deleted: boolean,
): IncidentsByCost {
  return carriedWhen(lifecycle, deleted) === "never" ? noIncidents() : incidents;
}
